/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.s3copy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SourceBucketTest {

    private static final CamelContextStoppingEvent STOPPING = null;

    @AutoClose
    private final AppOnStub app =
            AppOnStub.with("source.prefix", "photos/", "destination.prefix", "archive/", "stop-after", "1");

    private final Report report = new Report(app.settings());
    private final SourceBucket source = new SourceBucket(app.settings(), app.service(), report);

    private static Response page(String more, String key) {
        return Response.xml(
                200,
                "<ListBucketResult><Name>from-bucket</Name><EncodingType>url</EncodingType>" + more + "<Contents><Key>"
                        + key + "</Key><Size>7</Size></Contents></ListBucketResult>");
    }

    private void twoPages() {
        app.s3()
                .next(
                        S3Operation.LIST_OBJECTS_V2,
                        page(
                                "<IsTruncated>true</IsTruncated><NextContinuationToken>after a</NextContinuationToken>",
                                "photos/a%2Bb"),
                        page("<IsTruncated>false</IsTruncated>", "photos/c%0A"));
    }

    @Test
    void everyObjectGoesFromThePrefixOfTheSourceToThatOfTheDestination() {
        twoPages();
        List<SourceObject> objects = new ArrayList<>();
        source.objects().forEachRemaining(objects::add);
        assertThat(objects)
                .containsExactly(
                        new SourceObject("from-bucket", "photos/a+b", 7, "to-bucket", "archive/a+b"),
                        new SourceObject("from-bucket", "photos/c\n", 7, "to-bucket", "archive/c\n"));
        assertThat(report.foundNothing()).isFalse();
    }

    @Test
    void pagesAreAskedForEncodedAndFromWhereTheLastOneEnded() {
        twoPages();
        source.objects().forEachRemaining(object -> {});
        List<RecordedRequest> pages = app.s3().requests(S3Operation.LIST_OBJECTS_V2);
        assertThat(pages)
                .extracting(page -> page.queryParameter("continuation-token").orElse(""))
                .containsExactly("", "after a");
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.queryParameter("prefix")).contains("photos/");
            assertThat(page.queryParameter("encoding-type")).contains("url");
        });
    }

    @Test
    void listingEndsWhenTheApplicationDoes() {
        twoPages();
        Iterator<SourceObject> objects = source.objects();
        objects.next();
        source.stop(STOPPING);
        assertThat(objects.hasNext()).isFalse();
        assertThatThrownBy(objects::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void listingThatBeginsAfterThatHasNothingAndSaysNothing() {
        twoPages();
        source.stop(STOPPING);
        assertThat(source.objects().hasNext()).isFalse();
        source.tellOfNothing();
        assertThat(report.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void bucketWithoutSuchKeysIsAWarning() {
        source.objects().forEachRemaining(object -> {});
        source.tellOfNothing();
        assertThat(report.exitCode()).isEqualTo(ExitCode.WARNINGS);
    }

    @Test
    void bucketThatCannotBeListedIsAFailure() {
        app.s3().answer(S3Operation.LIST_OBJECTS_V2, list -> Response.error(403, "AccessDenied", "no"));
        assertThat(source.objects().hasNext()).isFalse();
        source.tellOfNothing();
        assertThat(report.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    }
}

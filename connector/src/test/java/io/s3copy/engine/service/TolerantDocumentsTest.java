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
package io.s3copy.engine.service;

import static io.s3copy.testkit.S3Operation.GET_OBJECT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Documents of services that refuse to be asked for checksums, and calls that are passed on as they are. */
@Tag("sdk")
class TolerantDocumentsTest {

    private static final ObjectQuery DOCUMENT = ObjectQuery.ofDestination(
            CopyRequest.builder().destination("in", "manifest").build());

    @AutoClose
    private final RecordingS3 s3 = RecordingS3.start();

    @AutoClose
    private final S3AsyncClient client = s3.newClient();

    private final ServiceTraits traits = ServiceTraits.unknown("storage.example.org");
    private final AtomicInteger more = new AtomicInteger();
    private final S3Calls calls = new TolerantCalls(CallsUnderTest.on(client), traits).counted(more::incrementAndGet);

    private String read() throws IOException {
        try (InputStream content =
                calls.getObject(DOCUMENT).orTimeout(60, TimeUnit.SECONDS).join().content()) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private List<Boolean> asked() {
        return s3.requests(GET_OBJECT).stream()
                .map(get -> get.header("x-amz-checksum-mode").isPresent())
                .toList();
    }

    @Test
    void aServiceThatRefusesToTellChecksumsIsNotAskedForThemAgain() throws IOException {
        s3.answer(
                GET_OBJECT,
                get -> get.header("x-amz-checksum-mode").isPresent()
                        ? Response.error(501, "NotImplemented", "unknown header")
                        : Response.empty(200).withHeader("ETag", "\"e\"").withBody("keys"));
        assertThat(read()).isEqualTo("keys");
        assertThat(read()).isEqualTo("keys");
        assertThat(asked()).containsExactly(true, false, false);
        assertThat(more).hasValue(1);
        assertThat(traits.refuses(Trait.checksumMode)).isTrue();
    }

    @Test
    void whatIsRefusedForAnotherReasonIsNot() {
        s3.answer(GET_OBJECT, get -> Response.error(404, "NoSuchKey", "none"));
        assertThat(calls.getObject(DOCUMENT).handle((read, failure) -> S3CallException.isMissing(failure)))
                .succeedsWithin(60, TimeUnit.SECONDS)
                .isEqualTo(true);
        assertThat(asked()).containsExactly(true);
        assertThat(traits.isUnknown(Trait.checksumMode)).isTrue();
    }

    @Test
    void listingsAndWritesArePassedOn() {
        assertThat(calls.listObjects(ListQuery.of("in", ""))).succeedsWithin(60, TimeUnit.SECONDS);
        assertThat(calls.listVersions(ListQuery.of("in", ""))).succeedsWithin(60, TimeUnit.SECONDS);
        assertThat(calls.putObject(DOCUMENT, new byte[1], "text/csv", null))
                .succeedsWithin(60, TimeUnit.SECONDS)
                .isEqualTo(RecordingS3.ETAG);
    }
}

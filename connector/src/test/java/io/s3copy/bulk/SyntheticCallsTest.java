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
package io.s3copy.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.testkit.synthetic.Shape;
import io.s3copy.testkit.synthetic.SyntheticBucket;
import io.s3copy.testkit.synthetic.SyntheticS3;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Listings in the process say what those over HTTP say. */
class SyntheticCallsTest {

    private static List<ListedObject> all(Function<ListQuery, ObjectPage> list, ListQuery first) {
        List<ListedObject> all = new ArrayList<>();
        ObjectPage page = list.apply(first);
        all.addAll(page.objects());
        while (page.truncated()) {
            page = list.apply(first.next(page.nextAfter(), page.nextToken()));
            all.addAll(page.objects());
        }
        return all;
    }

    private static List<ListedObject> objects(ListCalls calls, ListQuery first) {
        return all(
                query ->
                        calls.listObjects(query).orTimeout(60, TimeUnit.SECONDS).join(),
                first);
    }

    private static List<ListedObject> versions(ListCalls calls, ListQuery first) {
        return all(
                query -> calls.listVersions(query)
                        .orTimeout(60, TimeUnit.SECONDS)
                        .join(),
                first);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void bothSayTheSame(Shape shape) {
        SyntheticBucket bucket = SyntheticBucket.versioned(shape.of(1_300), 2);
        SyntheticCalls inProcess = SyntheticCalls.atOnce().bucket("in", bucket);
        try (SyntheticS3 s3 = SyntheticS3.start().bucket("in", bucket);
                S3AsyncClient client = s3.newClient()) {
            S3Calls overHttp = CallsUnderTest.on(client);
            ListQuery query = ListQuery.of("in", "").maxKeys(500);
            assertThat(objects(inProcess, query))
                    .isEqualTo(objects(overHttp, query))
                    .hasSize(1_300);
            assertThat(versions(inProcess, query))
                    .isEqualTo(versions(overHttp, query))
                    .hasSize(2_600);
            ListQuery behind = query.after(bucket.space().key(700));
            assertThat(objects(inProcess, behind))
                    .isEqualTo(objects(overHttp, behind))
                    .hasSize(599);
            assertThat(versions(inProcess, behind))
                    .isEqualTo(versions(overHttp, behind))
                    .hasSize(1_198);
        }
    }

    @Test
    void pagesAreCountedAndMayComeLater() {
        SyntheticCalls calls = SyntheticCalls.after(Duration.ofMillis(5)).bucket("in", Shape.FLAT.of(2_500));
        assertThat(objects(calls, ListQuery.of("in", ""))).hasSize(2_500);
        assertThat(calls.lists()).isEqualTo(3);
    }

    @Test
    void aBucketThatIsNotThereFails() {
        assertThat(SyntheticCalls.atOnce()
                        .listObjects(ListQuery.of("none", ""))
                        .handle((page, failure) -> S3CallException.isBucketMissing(failure)))
                .succeedsWithin(60, TimeUnit.SECONDS)
                .isEqualTo(true);
    }
}

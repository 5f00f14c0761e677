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
package io.s3copy.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;

/** On S3Mock, as S3Proxy has no tags. */
class PromoteCopyRouteTest {

    private final S3Objects buckets = new S3Objects(S3Servers.s3mock());
    private final String staging = buckets.create();
    private final String production = buckets.create();
    private RouteRun run;

    @BeforeEach
    void start() {
        run = route(S3Servers.s3mock());
    }

    private RouteRun route(S3Server server) {
        return RouteRun.start(
                "promote-copy",
                server,
                S3Objects.listing(server),
                Map.of(
                        "promote-copy.staging",
                        staging,
                        "promote-copy.production",
                        production,
                        "promote-copy.added-value",
                        "by+us = them",
                        "promote-copy.key-prefix",
                        "live/"));
    }

    @AfterEach
    void stop() {
        run.close();
        buckets.close();
    }

    private void put(String key, String tags) {
        buckets.client()
                .putObject(
                        object -> object.bucket(staging).key(key).tagging(tags), AsyncRequestBody.fromString("content"))
                .join();
    }

    private Object promote(String key, Map<String, Object> headers) {
        return run.camel().createProducerTemplate().requestBodyAndHeaders("direct:promote-copy", key, headers);
    }

    @Test
    void approvedObjectIsCopied() {
        put("a b.txt", "approved=yes&team=blue");
        promote("a b.txt", Map.of());
        assertThat(buckets.content(production, "live/a b.txt")).isEqualTo("content");
    }

    /** On the wire: S3Mock knows no tags of a copy. */
    @Test
    void copyHasTheTagsOfTheObjectThatWasLookedAtAndOneMore() {
        run.close();
        try (RecordingS3 s3 = RecordingS3.start()) {
            s3.answer(
                    S3Operation.GET_OBJECT_TAGGING,
                    request -> Response.tagging(Map.of("approved", "yes", "team", "a&b", "promoted", "no")));
            run = route(s3);
            promote("a", Map.of());
            assertThat(s3.requests(S3Operation.COPY_OBJECT)).singleElement().satisfies(copy -> {
                assertThat(copy.header("x-amz-tagging-directive")).contains("REPLACE");
                assertThat(copy.header("x-amz-tagging").orElseThrow().split("&"))
                        .containsExactlyInAnyOrder("approved=yes", "team=a%26b", "promoted=by%2Bus%20%3D%20them");
                assertThat(copy.header("x-amz-copy-source-if-match")).contains(RecordingS3.ETAG);
            });
        }
    }

    @Test
    void objectThatIsNotApprovedIsRefused() {
        put("a", "approved=no");
        put("b", "team=blue");
        assertThatThrownBy(() -> promote("a", Map.of())).hasStackTraceContaining("not permitted");
        assertThatThrownBy(() -> promote("b", Map.of())).hasStackTraceContaining("not permitted");
        assertThat(buckets.list(production)).isEmpty();
    }

    @Test
    void missingObjectFails() {
        assertThatThrownBy(() -> promote("none", Map.of())).hasStackTraceContaining("NoSuchKey");
    }

    @Test
    void headersOfARequestSayNothing() {
        put("a", "approved=yes");
        put("b", "team=blue");
        promote("a", Map.of("CamelS3CopyKey", "elsewhere", "CamelS3CopyBucket", "elsewhere", "CamelAwsS3Key", "b"));
        assertThat(buckets.list(production)).containsOnlyKeys("live/a");
    }
}

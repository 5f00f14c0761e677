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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.s3copy.camel.operation.LifecycleAdvice;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the start of an endpoint says about a bucket without a rule for incomplete uploads. */
class LifecycleAdviceTest {

    private static final String IN_PARTS = "s3copy:archive?multipartThreshold=5MiB";

    private static CapturedLog log() {
        return new CapturedLog(Map.of(LifecycleAdvice.class.getName(), Level.DEBUG));
    }

    private static CamelOnStub stub(Response answer) {
        CamelOnStub stub = CamelOnStub.withClient();
        stub.s3().answer(S3Operation.GET_BUCKET_LIFECYCLE_CONFIGURATION, any -> answer);
        stub.camel().start();
        return stub;
    }

    private static Response noRules() {
        return Response.error(404, "NoSuchLifecycleConfiguration", "none");
    }

    @ParameterizedTest
    @ValueSource(strings = {IN_PARTS, "s3copy:archive?partSize=source"})
    void aBucketWithoutARuleIsWarnedOfWithTheRuleToAdd(String uri) {
        try (CapturedLog log = log();
                CamelOnStub stub = stub(noRules())) {
            stub.camel().getEndpoint(uri);
            await().untilAsserted(() ->
                    assertThat(log.text()).contains("WARN").contains("\"AbortIncompleteMultipartUpload\""));
        }
    }

    @Test
    void aBucketIsAskedAboutOnce() {
        try (CapturedLog log = log();
                CamelOnStub stub = stub(noRules())) {
            stub.camel().getEndpoint(IN_PARTS);
            stub.camel().getEndpoint(IN_PARTS + "&partSize=8MiB");
            await().until(() -> log.text().contains("WARN"));
            assertThat(stub.s3().requests(S3Operation.GET_BUCKET_LIFECYCLE_CONFIGURATION))
                    .hasSize(1);
        }
    }

    @Test
    void whoMayNotLookIsNotWarned() {
        try (CapturedLog log = log();
                CamelOnStub stub = stub(Response.error(403, "AccessDenied", "no"))) {
            stub.camel().getEndpoint(IN_PARTS);
            await().until(() -> log.text().contains("Cannot tell whether bucket"));
            assertThat(log.text()).doesNotContain("WARN");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3copy:archive", "s3copy:archive?operation=copyObject", "s3copy:archive?operation=cleanup"})
    void otherEndpointsAskNothingAtTheirStart(String uri) {
        try (CamelOnStub stub = stub(noRules())) {
            stub.camel().getEndpoint(uri);
            assertThat(stub.s3().requests()).isEmpty();
        }
    }
}

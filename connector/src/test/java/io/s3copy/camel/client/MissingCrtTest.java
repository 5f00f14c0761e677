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
package io.s3copy.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What needs the AWS Common Runtime says at the start which artifact to add, where it is missing. */
class MissingCrtTest {

    /** The runtime, the HTTP client on it, and the mark of the signer's artifact. */
    private static final List<String> MISSING = List.of(
            "software.amazon.awssdk.crt.",
            "software.amazon.awssdk.http.crt.",
            "software.amazon.awssdk.http.auth.aws.crt.HttpAuthAwsCrt");

    private static String startWithoutCrt(String uri) throws Exception {
        return ClassPathWithout.start(MISSING, uri);
    }

    @Test
    void multiRegionAccessPointNamesTheArtifactOfItsSigner() throws Exception {
        assertThat(startWithoutCrt("s3copy:arn:aws:s3::111122223333:accesspoint/abc.mrap?region=eu-west-1"))
                .contains("a multi-region access point is signed with SigV4a, and its signer is not on the class path")
                .contains("Add software.amazon.awssdk:http-auth-aws-crt");
    }

    @Test
    void httpEngineNamesItsArtifact() throws Exception {
        assertThat(startWithoutCrt("s3copy:archive?region=eu-west-1&httpEngine=crt"))
                .contains("option httpEngine = 'crt': needs the AWS Common Runtime, which is not on the class path")
                .contains("Add software.amazon.awssdk:aws-crt-client");
    }

    @Test
    void defaultEngineNeedsNeither() throws Exception {
        assertThat(startWithoutCrt("s3copy:archive?region=eu-west-1")).isEqualTo("it started");
    }
}

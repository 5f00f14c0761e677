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

import io.s3copy.engine.failure.ErrorClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever reads it knows which bucket, what the service said, and what to do. */
class FaultAdviceTest {

    private final FaultAdvice advice = new FaultAdvice(GivenSettings.of("endpoint", "http://ceph:8080"));

    private static Fault fault(int status, String code) {
        return new Fault(status, code, "said so", null, ErrorClass.of(code, status));
    }

    @ParameterizedTest
    @CsvSource({
        "0,, 'Mend s3copy.endpoint (http://ceph:8080), or see that the service runs there'",
        "403, InvalidAccessKeyId, Mend s3copy.access-key and s3copy.secret-key: http://ceph:8080 does not take these",
        "403, SignatureDoesNotMatch, Mend s3copy.access-key and s3copy.secret-key",
        "400, ExpiredToken, Renew the credentials",
        "403, RequestTimeTooSkewed, Set the clock of this machine",
        "400, KMS.DisabledException, Mend the KMS key",
        "404, NoSuchBucket, 'Mend s3copy.destination.bucket, create the bucket'",
        "403, AccessDenied, 'Allow s3:ListBucket and s3:PutObject on it, or mend s3copy.access-key'",
        "301, PermanentRedirect, Set s3copy.region to the Region of the bucket",
        "307,, Set s3copy.region to the Region of the bucket",
        "400,, 'Mend s3copy.region, or renew the credentials'",
        "501, NotImplemented, 'Mend what the service says, or point s3copy.endpoint (http://ceph:8080) at another'"
    })
    void eachFaultHasItsFix(int status, String code, String fix) {
        assertThat(advice.ofDestination(fault(status, code)))
                .startsWith("bucket to-bucket (s3copy.destination.bucket) cannot be copied to: ")
                .contains("said so. " + fix);
    }

    @Test
    void theRegionThatS3NamesIsTheFix() {
        Fault moved = new Fault(400, "BadRequest", "said so", "eu-west-1", ErrorClass.SYSTEMIC);
        assertThat(advice.ofSource(moved)).endsWith("Set s3copy.region to eu-west-1");
    }

    @Test
    void copiesNameBothBucketsAndBothPermissions() {
        assertThat(advice.ofCopies(fault(403, "AccessDenied")))
                .contains("from bucket from-bucket to bucket to-bucket: 403 AccessDenied: said so")
                .contains("Allow s3:PutObject on to-bucket and s3:GetObject on from-bucket");
    }

    @Test
    void aSlashBeforeThePrefixIsNamedWhereAServerRefusesIt() {
        FaultAdvice slashed = new FaultAdvice(GivenSettings.of("source.prefix", "/2026/"));
        assertThat(slashed.ofSource(fault(400, "InvalidArgument")))
                .contains("s3copy.source.prefix '/2026/'")
                .endsWith("Write the prefix without the slash before it");
        assertThat(advice.ofSource(fault(400, "InvalidArgument"))).doesNotContain("slash");
    }

    @Test
    void withoutAnEndpointTheServiceIsAws() {
        assertThat(new FaultAdvice(GivenSettings.of()).ofSource(fault(404, "NoSuchBucket")))
                .endsWith("or mend s3copy.endpoint (AWS)");
    }
}

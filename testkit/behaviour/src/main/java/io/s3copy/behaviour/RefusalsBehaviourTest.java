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
package io.s3copy.behaviour;

import static io.s3copy.behaviour.Capability.ARCHIVED_SOURCE;
import static io.s3copy.behaviour.Capability.BUCKET_OWNER;
import static io.s3copy.behaviour.Capability.CREDENTIALS;
import static io.s3copy.behaviour.Capability.METADATA_REPLACED;
import static io.s3copy.behaviour.Capability.NO_SUCH_DESTINATION_BUCKET;
import static io.s3copy.behaviour.Capability.NO_SUCH_KEY;
import static io.s3copy.behaviour.Capability.NO_SUCH_SOURCE_BUCKET;
import static io.s3copy.behaviour.Capability.SELF_COPY_REFUSED;
import static io.s3copy.behaviour.Capability.SOURCE_BUCKET_OWNER;
import static io.s3copy.parameter.CopyParameter.EXPECTED_BUCKET_OWNER;
import static io.s3copy.parameter.CopyParameter.EXPECTED_SOURCE_BUCKET_OWNER;
import static io.s3copy.parameter.CopyParameter.METADATA;
import static io.s3copy.parameter.CopyParameter.METADATA_DIRECTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.S3CallException;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What S3 refuses, and in which words the component says so. */
class RefusalsBehaviourTest extends Behaviour {

    @Test
    @Needs(NO_SUCH_KEY)
    void namesTheSourceThatIsNotThere() {
        String missing = bench().newKey();
        S3CallException refused = copy(missing, bench().newKey()).isRefusedByS3();
        assertThat(refused)
                .extracting(S3CallException::status, S3CallException::code, S3CallException::source)
                .containsExactly(404, "NoSuchKey", bench().source() + "/" + missing);
    }

    @Test
    @Needs(NO_SUCH_SOURCE_BUCKET)
    void namesTheSourceBucketThatIsNotThere() {
        S3CallException refused = copy(RefusalProbes.NO_BUCKET, "key", bench().destination(), bench().newKey())
                .isRefusedByS3();
        assertThat(refused)
                .extracting(S3CallException::status, S3CallException::code, S3CallException::source)
                .containsExactly(404, "NoSuchBucket", RefusalProbes.NO_BUCKET + "/key");
    }

    @Test
    @Needs(NO_SUCH_DESTINATION_BUCKET)
    void namesTheDestinationBucketThatIsNotThere() {
        S3CallException refused = copy(bench().source(), bench().object("content"), RefusalProbes.NO_BUCKET, "key")
                .isRefusedByS3();
        assertThat(refused)
                .extracting(S3CallException::status, S3CallException::code, S3CallException::destination)
                .containsExactly(404, "NoSuchBucket", RefusalProbes.NO_BUCKET + "/key");
    }

    /** That S3 refuses it is what the probe saw. Ours says how to mend it. */
    @Test
    @Needs(SELF_COPY_REFUSED)
    void refusesACopyOntoItselfBeforeS3Does() {
        String key = bench().object("content");
        assertThat(copy(bench().source(), key, bench().source(), key)
                        .isRefusedByUs()
                        .fix())
                .contains("metadataDirective=REPLACE");
    }

    @Test
    @Needs({SELF_COPY_REFUSED, METADATA_REPLACED})
    void copiesAnObjectOntoItselfWhenItsMetadataChanges() {
        String key = bench().object("content");
        copy(bench().source(), key, bench().source(), key)
                .with(METADATA_DIRECTIVE, "REPLACE")
                .with(METADATA, Map.of("touched", "yes"))
                .succeeds();
        assertThat(bench().head(bench().source(), key).metadata()).isEqualTo(Map.of("touched", "yes"));
        assertThat(bench().content(bench().source(), key)).isEqualTo("content");
    }

    @Test
    @Needs(CREDENTIALS)
    void saysThatTheCredentialsWereRefused() throws Exception {
        try (DefaultCamelContext camel = server().newCamelThatBuildsItsClient("nobody", "not the secret")) {
            S3CallException refused =
                    copy(bench().object("content"), bench().newKey()).in(camel).isRefusedByS3();
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isIn("InvalidAccessKeyId", "SignatureDoesNotMatch", "AccessDenied");
        }
    }

    @Test
    @Needs(BUCKET_OWNER)
    void namesTheOwnerThatWasExpectedOfTheDestination() {
        S3CallException refused = copy(bench().object("content"), bench().newKey())
                .with(EXPECTED_BUCKET_OWNER, RefusalProbes.OTHER_ACCOUNT)
                .isRefusedByS3();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused).hasMessageContaining(EXPECTED_BUCKET_OWNER.header());
    }

    @Test
    @Needs(SOURCE_BUCKET_OWNER)
    void namesTheOwnerThatWasExpectedOfTheSource() {
        S3CallException refused = copy(bench().object("content"), bench().newKey())
                .with(EXPECTED_SOURCE_BUCKET_OWNER, RefusalProbes.OTHER_ACCOUNT)
                .isRefusedByS3();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused).hasMessageContaining(EXPECTED_SOURCE_BUCKET_OWNER.header());
    }

    @Test
    @Needs(ARCHIVED_SOURCE)
    void saysThatTheSourceIsArchived() {
        String key = bench().newKey();
        bench().put(bench().source(), key, "content", put -> put.storageClass("GLACIER"));
        assertThat(copy(key, bench().newKey()).isRefusedByS3().code())
                .isIn("ObjectNotInActiveTierError", "InvalidObjectState");
    }
}

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

import static io.s3copy.behaviour.Capability.CANNED_ACL;
import static io.s3copy.behaviour.Capability.COPY;
import static io.s3copy.behaviour.Capability.COPY_CHECKSUM;
import static io.s3copy.behaviour.Capability.GRANTS;
import static io.s3copy.behaviour.Capability.LEGAL_HOLD;
import static io.s3copy.behaviour.Capability.REQUEST_PAYER;
import static io.s3copy.behaviour.Capability.RETENTION;
import static io.s3copy.behaviour.Capability.STORAGE_CLASS;
import static io.s3copy.behaviour.Capability.WEBSITE_REDIRECT;
import static io.s3copy.parameter.CopyParameter.ACL;
import static io.s3copy.parameter.CopyParameter.CHECKSUM_ALGORITHM;
import static io.s3copy.parameter.CopyParameter.GRANT_READ;
import static io.s3copy.parameter.CopyParameter.IF_MATCH;
import static io.s3copy.parameter.CopyParameter.IF_NONE_MATCH;
import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_LEGAL_HOLD_STATUS;
import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_MODE;
import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE;
import static io.s3copy.parameter.CopyParameter.RESULT_CHECKSUM_SHA256;
import static io.s3copy.parameter.CopyParameter.RESULT_ETAG;
import static io.s3copy.parameter.CopyParameter.RESULT_REQUEST_CHARGED;
import static io.s3copy.parameter.CopyParameter.WEBSITE_REDIRECT_LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.S3Server;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Payer;

/** What a copy becomes: its content, its class, its lock, who may read it, and whether it may be written at all. */
class DestinationBehaviourTest extends Behaviour {

    private String destination;

    @BeforeEach
    void arrange() {
        destination = bench().newKey();
    }

    @Test
    @Needs(COPY)
    void copiesTheContentAndReturnsTheEtagOfTheCopy() {
        String eTag = copy(bench().object("content"), destination).result(RESULT_ETAG);
        assertThat(bench().content(bench().destination(), destination)).isEqualTo("content");
        assertThat(bench().head(bench().destination(), destination).eTag().replace("\"", ""))
                .isEqualTo(eTag.replace("\"", ""));
    }

    @Test
    @Needs(COPY)
    void copiesByAClientThatTheComponentBuilds() throws Exception {
        S3Server s3 = server().server();
        try (DefaultCamelContext camel = server().newCamelThatBuildsItsClient(s3.accessKey(), s3.secretKey())) {
            copy(bench().object("content"), destination).in(camel).succeeds();
        }
        assertThat(bench().content(bench().destination(), destination)).isEqualTo("content");
    }

    @Test
    @Needs(COPY)
    void copiesAnObjectOfNoBytes() {
        copy(bench().object(""), destination).succeeds();
        assertThat(bench().head(bench().destination(), destination).contentLength())
                .isZero();
    }

    @Test
    @Needs(Capability.IF_NONE_MATCH)
    void writesToAFreeKeyOnIfNoneMatch() {
        copy(bench().object("new"), destination).with(IF_NONE_MATCH, "*").succeeds();
        assertThat(bench().content(bench().destination(), destination)).isEqualTo("new");
    }

    @Test
    @Needs(Capability.IF_NONE_MATCH)
    void keepsWhatIsThereOnIfNoneMatch() {
        bench().put(bench().destination(), destination, "there", put -> {});
        assertThat(copy(bench().object("new"), destination)
                        .with(IF_NONE_MATCH, "*")
                        .isRefusedByS3()
                        .code())
                .isEqualTo("PreconditionFailed");
        assertThat(bench().content(bench().destination(), destination)).isEqualTo("there");
    }

    @Test
    @Needs(Capability.IF_MATCH)
    void overwritesTheObjectThatIfMatchNames() {
        String eTag = bench().put(bench().destination(), destination, "there", put -> {})
                .eTag();
        copy(bench().object("new"), destination).with(IF_MATCH, eTag).succeeds();
        assertThat(bench().content(bench().destination(), destination)).isEqualTo("new");
    }

    @Test
    @Needs(Capability.IF_MATCH)
    void keepsAnotherObjectThanIfMatchNames() {
        bench().put(bench().destination(), destination, "there", put -> {});
        assertThat(copy(bench().object("new"), destination)
                        .with(IF_MATCH, SourceProbes.OTHER_ETAG)
                        .isRefusedByS3()
                        .code())
                .isEqualTo("PreconditionFailed");
        assertThat(bench().content(bench().destination(), destination)).isEqualTo("there");
    }

    @Test
    @Needs(STORAGE_CLASS)
    void storesTheCopyInItsClass() {
        copy(bench().object("content"), destination)
                .with(CopyParameter.STORAGE_CLASS, "STANDARD_IA")
                .succeeds();
        assertThat(head(bench().destination()).storageClassAsString()).isEqualTo("STANDARD_IA");
    }

    @Test
    @Needs(Capability.STORAGE_CLASS_IN_PLACE)
    void changesTheClassOfAnObjectInPlace() {
        String key = bench().object("content");
        copy(bench().source(), key, bench().source(), key)
                .option("storageClass", "STANDARD_IA")
                .succeeds();
        assertThat(bench().head(bench().source(), key).storageClassAsString()).isEqualTo("STANDARD_IA");
    }

    @Test
    @Needs(WEBSITE_REDIRECT)
    void givesTheCopyARedirect() {
        copy(bench().object("content"), destination)
                .with(WEBSITE_REDIRECT_LOCATION, "https://example.org/a?b=c")
                .succeeds();
        assertThat(head(bench().destination()).websiteRedirectLocation()).isEqualTo("https://example.org/a?b=c");
    }

    @Test
    @Needs(RETENTION)
    void locksTheCopyUntilADate() {
        Instant until = Instant.now().plus(Duration.ofMinutes(3)).truncatedTo(ChronoUnit.SECONDS);
        copy(bench().source(), bench().object("content"), bench().locked(), destination)
                .with(OBJECT_LOCK_MODE, "GOVERNANCE")
                .with(OBJECT_LOCK_RETAIN_UNTIL_DATE, until.toString())
                .succeeds();
        assertThat(head(bench().locked()).objectLockModeAsString()).isEqualTo("GOVERNANCE");
        assertThat(head(bench().locked()).objectLockRetainUntilDate()).isEqualTo(until);
    }

    @Test
    @Needs(LEGAL_HOLD)
    void holdsTheCopy() {
        copy(bench().source(), bench().object("content"), bench().locked(), destination)
                .with(OBJECT_LOCK_LEGAL_HOLD_STATUS, "ON")
                .succeeds();
        assertThat(head(bench().locked()).objectLockLegalHoldStatusAsString()).isEqualTo("ON");
    }

    @Test
    @Needs(CANNED_ACL)
    void givesTheCopyACannedAcl() {
        copy(bench().source(), bench().object("content"), bench().withAcls(), destination)
                .with(ACL, "public-read")
                .succeeds();
        assertThat(DestinationProbes.groupsThatMayRead(bench(), bench().withAcls(), destination))
                .containsExactly(DestinationProbes.ALL_USERS);
    }

    @Test
    @Needs(CANNED_ACL)
    void leavesTheAclOfTheSourceBehind() {
        String key = bench().newKey();
        bench().put(bench().withAcls(), key, "content", put -> put.acl("public-read"));
        copy(bench().withAcls(), key, bench().withAcls(), destination).succeeds();
        assertThat(DestinationProbes.groupsThatMayRead(bench(), bench().withAcls(), destination))
                .isEmpty();
    }

    @Test
    @Needs(GRANTS)
    void givesTheCopyGrants() {
        copy(bench().source(), bench().object("content"), bench().withAcls(), destination)
                .with(GRANT_READ, "uri=\"" + DestinationProbes.ALL_USERS + "\"")
                .succeeds();
        assertThat(DestinationProbes.groupsThatMayRead(bench(), bench().withAcls(), destination))
                .containsExactly(DestinationProbes.ALL_USERS);
    }

    @Test
    @Needs(REQUEST_PAYER)
    void saysThatTheRequesterWasCharged() {
        DestinationProbes.payer(bench(), Payer.REQUESTER);
        try {
            assertThat(copy(bench().object("content"), destination)
                            .with(CopyParameter.REQUEST_PAYER, "requester")
                            .result(RESULT_REQUEST_CHARGED))
                    .isEqualTo("requester");
        } finally {
            DestinationProbes.payer(bench(), Payer.BUCKET_OWNER);
        }
    }

    @Test
    @Needs(COPY_CHECKSUM)
    void returnsTheChecksumThatWasAskedFor() {
        assertThat(copy(bench().object("content"), destination)
                        .with(CHECKSUM_ALGORITHM, "SHA256")
                        .result(RESULT_CHECKSUM_SHA256))
                .isEqualTo(Sha256.base64("content"));
    }

    private HeadObjectResponse head(String bucket) {
        return bench().head(bucket, destination);
    }
}

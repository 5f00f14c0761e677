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

import static io.s3copy.behaviour.Capability.COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.parameter.CopyParameter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * {@code operation=copy} in one call. These hold on any server, whatever it ignores: what a server does not do, the
 * component does another way, or says that it is not done.
 */
class ManagedCopyBehaviourTest extends Behaviour {

    private Original original;
    private String destination;

    @BeforeEach
    void arrange() {
        original = Original.put(bench(), "the content of " + bench().newKey());
        destination = bench().newKey();
    }

    private Call copied() {
        return managed(original.bucket(), original.key(), destination);
    }

    private void thereIs(String content) {
        bench().put(bench().destination(), destination, content, put -> {});
    }

    private String there() {
        return bench().content(bench().destination(), destination);
    }

    @Test
    @Needs(COPY)
    void copiesTheContent() {
        Call.Outcome outcome = copied().outcome();
        assertThat(outcome.failure()).isNull();
        assertThat(original.isCopiedTo(destination)).isTrue();
        original.holds(outcome, destination);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "checksum", "size", "none"})
    @Needs(COPY)
    void provesWhatItSaysToBeProven(String verify) {
        Call.Outcome outcome = copied().option("verify", verify).outcome();
        original.holds(outcome, destination);
        if (outcome.isCopied() && outcome.result().verified() == Verified.SIZE) {
            assertThat(server().answer(Capability.SOURCE_IF_MATCH))
                    .as("a size proves something where the pin is heeded")
                    .matches(Answer::yes);
        }
    }

    @Test
    @Needs(COPY)
    void keepsWhatIsThereWithIfExistsFail() {
        thereIs("there");
        assertThat(copied().option("ifExists", "fail").isRefusedByS3().status()).isEqualTo(412);
        assertThat(there()).isEqualTo("there");
    }

    @Test
    @Needs(COPY)
    void keepsWhatIsThereWithIfExistsSkip() {
        thereIs("there");
        CopyResult result = copied().option("ifExists", "skip").outcome().result();
        assertThat(result.way()).isEqualTo(CopyResult.Way.SKIPPED);
        assertThat(there()).isEqualTo("there");
    }

    @Test
    @Needs(COPY)
    void keepsWhatIsThereOnAnotherIfMatch() {
        thereIs("there");
        assertThat(copied().with(CopyParameter.IF_MATCH, SourceProbes.OTHER_ETAG)
                        .isRefusedByS3()
                        .status())
                .isEqualTo(412);
        assertThat(there()).isEqualTo("there");
    }

    @Test
    @Needs(COPY)
    void callsAWriteToAFreeKeyAtomicOnlyWhereTheServerSeesToIt() {
        Call.Outcome outcome = copied().option("ifExists", "fail").outcome();
        assertThat(outcome.failure()).isNull();
        assertThat(original.isCopiedTo(destination)).isTrue();
        if (!Original.names(outcome.result().unproven(), "If-None-Match")) {
            assertThat(server().answer(Capability.IF_NONE_MATCH)).matches(Answer::yes);
        }
    }

    @Test
    @Needs(COPY)
    void refusesWithStrictWhatWouldNotBeAtomic() {
        Call.Outcome outcome =
                copied().option("ifExists", "fail").option("strict", "true").outcome();
        original.holds(outcome, destination);
        if (outcome.isCopied()) {
            assertThat(server().answer(Capability.IF_NONE_MATCH)).matches(Answer::yes);
        } else {
            assertThat(bench().keys(bench().destination(), destination)).isEmpty();
        }
    }

    @Test
    @Needs(COPY)
    void givesTheCopyTheTagsThatWereSaidOrSaysThatItHasNone() {
        Call.Outcome outcome = copied().with(CopyParameter.TAGGING_DIRECTIVE, "REPLACE")
                .with(CopyParameter.TAGGING, Map.of("shape", "round"))
                .outcome();
        original.holds(outcome, destination);
        boolean told = !outcome.isCopied()
                || Original.names(outcome.result().notCarried(), "Tagging")
                || Original.names(outcome.result().unproven(), "Tagging");
        if (!told) {
            assertThat(TagProbes.tags(bench(), bench().destination(), destination))
                    .isEqualTo(Map.of("shape", "round"));
        }
    }

    @Test
    @Needs(COPY)
    void givesTheCopyTheMetadataThatWasSaidOrSaysThatItLacksIt() {
        Call.Outcome outcome = copied().with(CopyParameter.METADATA_DIRECTIVE, "REPLACE")
                .with(CopyParameter.METADATA, Map.of("shape", "round"))
                .with(CopyParameter.CONTENT_TYPE, "image/svg+xml")
                .outcome();
        original.holds(outcome, destination);
        if (outcome.isCopied()) {
            HeadObjectResponse copy = bench().head(bench().destination(), destination);
            boolean round = "round".equals(copy.metadata().get("shape"));
            boolean svg = "image/svg+xml".equals(copy.contentType());
            assertThat(round || Original.names(outcome.result().notCarried(), "Metadata shape"))
                    .isTrue();
            assertThat(svg || Original.names(outcome.result().notCarried(), "Content-Type"))
                    .isTrue();
        }
    }

    @Test
    @Needs(COPY)
    void encryptsTheCopyAsWasAskedOrFails() {
        Call.Outcome outcome =
                copied().with(CopyParameter.SERVER_SIDE_ENCRYPTION, "AES256").outcome();
        original.holds(outcome, destination);
        if (outcome.isCopied()) {
            assertThat(bench().head(bench().destination(), destination).serverSideEncryptionAsString())
                    .isEqualTo("AES256");
        }
    }

    @Test
    @Needs(COPY)
    void encryptsTheCopyWithTheCustomersKeyOrFails() {
        CustomerKeyPair customer = CustomerKeyPair.random();
        Call.Outcome outcome =
                copied().with(CopyParameter.SSE_CUSTOMER_KEY, customer.key()).outcome();
        original.stands();
        if (outcome.isCopied()) {
            assertThat(bench().head(
                                    bench().destination(),
                                    destination,
                                    head -> head.sseCustomerAlgorithm("AES256")
                                            .sseCustomerKey(customer.key())
                                            .sseCustomerKeyMD5(customer.md5()))
                            .sseCustomerAlgorithm())
                    .as("the server's own word for it, which S3Mock gives and does not keep")
                    .isEqualTo("AES256");
            assertThat(bench().content(bench().destination(), destination, customer))
                    .isEqualTo(original.content());
        }
    }

    @Test
    @Needs(COPY)
    void redirectsTheCopyAsWasAskedOrFails() {
        Call.Outcome outcome = copied().with(CopyParameter.WEBSITE_REDIRECT_LOCATION, "/elsewhere")
                .outcome();
        original.holds(outcome, destination);
        if (outcome.isCopied()) {
            assertThat(bench().head(bench().destination(), destination).websiteRedirectLocation())
                    .isEqualTo("/elsewhere");
        }
    }

    @Test
    @Needs(COPY)
    void storesTheCopyInItsClassOrSaysThatItDoesNot() {
        Call.Outcome outcome =
                copied().with(CopyParameter.STORAGE_CLASS, "STANDARD_IA").outcome();
        original.holds(outcome, destination);
        if (outcome.isCopied() && !Original.names(outcome.result().unproven(), "StorageClass")) {
            assertThat(bench().head(bench().destination(), destination).storageClassAsString())
                    .isEqualTo("STANDARD_IA");
        }
    }
}

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
package io.s3copy.engine;

import static io.s3copy.engine.OddServer.MIB;
import static io.s3copy.engine.OddServer.inParts;
import static io.s3copy.engine.OddServer.request;
import static io.s3copy.engine.OddServer.settings;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.GET_OBJECT;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.PUT_OBJECT_TAGGING;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopySettings.Preserve;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import io.s3copy.testkit.fault.Quirk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was asked for and not done fails, or is said: encryption, locks, redirects, tags. */
class AskedForTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @AutoClose
    private final OddServer server = new OddServer();

    @BeforeEach
    void put() {
        server.s3().put("in", "small", 1024);
        server.s3().put("in", "large", 20 * MIB);
    }

    private static CopyRequest encrypted(String key) {
        return request(key).set(CopyParameter.SERVER_SIDE_ENCRYPTION, "aws:kms").build();
    }

    private static CopyRequest withCustomerKey(String key) {
        return request(key).set(CopyParameter.SSE_CUSTOMER_KEY, KEY).build();
    }

    @Test
    void encryptionThatIsNotDoneFailsTheCopyAndIsNamed() {
        server.s3().with(Quirk.NO_ENCRYPTION_ECHO);
        assertThat(server.failure(settings(), encrypted("small")))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("not encrypted with serverSideEncryption as was asked (aws:kms)");
        assertThat(server.failure(inParts(), encrypted("large"))).hasMessageContaining("not encrypted");
    }

    @Test
    void aCustomerKeyThatIsIgnoredFailsTheCopyAndIsNotShown() {
        server.s3().with(Quirk.IGNORES_CUSTOMER_KEYS);
        assertThat(server.failure(settings(), withCustomerKey("small")))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("not encrypted with the customer key")
                .hasMessageNotContaining(KEY);
        assertThat(server.failure(inParts(), withCustomerKey("large"))).hasMessageContaining("customer key");
    }

    @Test
    void aCustomerKeyThatIsOnlyClaimedIsFoundOutAndNamed() {
        server.s3().with(Quirk.CLAIMS_CUSTOMER_KEYS);
        assertThat(server.failure(settings(), withCustomerKey("small")))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("the copy stands in its place, but is not encrypted with the customer key")
                .hasMessageContaining("HEAD reads it without the key");
        assertThat(server.failure(inParts(), withCustomerKey("large"))).hasMessageContaining("without the key");
        assertThat(server.traits().answer(Trait.copyCustomerKey)).contains(Answer.ignored);
        assertThat(server.traits().answer(Trait.createCustomerKey)).contains(Answer.ignored);
    }

    @Test
    void aCustomerKeyThatIsHeededIsTriedOnceForEachServiceAndWay() {
        assertThat(server.copied(settings(), withCustomerKey("small")).unproven())
                .isEmpty();
        assertThat(server.operations())
                .as("one with the key; one without, and its refusal in words")
                .containsExactly(COPY_OBJECT, HEAD_OBJECT, HEAD_OBJECT, GET_OBJECT);
        assertThat(server.traits().answer(Trait.copyCustomerKey)).contains(Answer.heeded);
        assertThat(server.traits().isUnknown(Trait.createCustomerKey)).isTrue();
        server.s3().forgetOperations();
        server.copied(settings(), withCustomerKey("small"));
        assertThat(server.operations()).containsExactly(COPY_OBJECT);
    }

    @Test
    void whereARefusalWithoutTheKeyDoesNotTellTheEncryptionIsUnproven() {
        server.s3()
                .plan(FaultPlan.seeded(1)
                        .always(
                                HEAD_OBJECT,
                                attempt -> attempt.request()
                                        .header("x-amz-server-side-encryption-customer-algorithm")
                                        .isEmpty(),
                                Fault.ACCESS_DENIED));
        assertThat(server.copied(settings(), withCustomerKey("small")).unproven())
                .anyMatch(what -> what.startsWith("the encryption with the customer key"));
        assertThat(server.traits().isUnknown(Trait.copyCustomerKey)).isTrue();
    }

    @Test
    void aRefusalWithoutTheKeyThatIsOfAnotherFaultProvesNoEncryption() {
        server.s3().plan(FaultPlan.seeded(1).always(GET_OBJECT, attempt -> true, Fault.KMS_INVALID_STATE));
        assertThat(server.copied(settings(), withCustomerKey("small")).unproven())
                .anyMatch(what -> what.startsWith("the encryption with the customer key"));
        assertThat(server.operations()).containsExactly(COPY_OBJECT, HEAD_OBJECT, HEAD_OBJECT, GET_OBJECT);
        assertThat(server.traits().isUnknown(Trait.copyCustomerKey)).isTrue();
    }

    @Test
    void encryptionThatWasOnceIgnoredIsRefusedBeforeAnotherObjectIsWritten() {
        server.s3().with(Quirk.NO_ENCRYPTION_ECHO);
        server.s3().put("in", "next", 9);
        server.failure(settings(), encrypted("small"));
        server.failure(inParts(), encrypted("large"));
        server.failure(settings(), withCustomerKey("small"));
        server.s3().forgetOperations();
        assertThat(server.failure(settings(), encrypted("next")))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("nothing was copied")
                .hasMessageContaining("ServerSideEncryption")
                .hasMessageContaining("the service odd")
                .hasMessageContaining("serviceTraits=copyKms=heeded");
        assertThat(server.failure(settings(), withCustomerKey("next")))
                .hasMessageContaining("copyCustomerKey=ignored")
                .hasMessageNotContaining(KEY);
        assertThat(server.failure(inParts(), encrypted("large"))).hasMessageContaining("createKms=ignored");
        assertThat(server.operations()).doesNotContain(COPY_OBJECT, CREATE_MULTIPART_UPLOAD);
        assertThat(server.s3().object("out", "next")).isEmpty();
    }

    @Test
    void anotherWayOrAnotherEncryptionIsNotRefusedForTheOneThatWasIgnored() {
        server.s3().with(Quirk.IGNORES_CUSTOMER_KEY_ON_COPY);
        server.failure(settings(), withCustomerKey("small"));
        assertThat(server.copied(inParts(), withCustomerKey("large")).isCopied())
                .isTrue();
        assertThat(server.copied(settings(), encrypted("small")).isCopied()).isTrue();
    }

    @Test
    void whatTheUserSaysOfEncryptionOutweighsWhatWasLearntAndEachCopyIsStillLookedAt() {
        server.s3().with(Quirk.NO_ENCRYPTION_ECHO);
        server.failure(settings(), encrypted("small"));
        server.told("copyKms=heeded").s3().without(Quirk.NO_ENCRYPTION_ECHO);
        assertThat(server.copied(settings(), encrypted("small")).isCopied()).isTrue();
        server.s3().with(Quirk.NO_ENCRYPTION_ECHO);
        assertThat(server.failure(settings(), encrypted("small"))).hasMessageContaining("not encrypted");
    }

    @Test
    void anEchoThatOnlyTheAnswerLacksIsFoundByALook() {
        server.s3().with(Quirk.NO_ENCRYPTION_ECHO_ON_COPY);
        assertThat(server.copied(settings(), encrypted("small")).isCopied()).isTrue();
    }

    @Test
    void encryptionThatIsEchoedCostsNoLook() {
        server.copied(settings(), encrypted("small"));
        assertThat(server.operations()).containsExactly(COPY_OBJECT);
    }

    @Test
    void aLockThatIsDroppedFailsTheCopy() {
        server.s3().with(Quirk.IGNORES_OBJECT_LOCK);
        CopyRequest locked = request("small")
                .set(CopyParameter.OBJECT_LOCK_MODE, "COMPLIANCE")
                .set(CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE, Instant.now().plus(9, ChronoUnit.DAYS))
                .build();
        assertThat(server.failure(settings(), locked))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("not locked");
    }

    @Test
    void aRedirectThatIsDroppedFailsTheCopyWhenItWasAskedForAndIsSaidWhenItWasPreserved() {
        server.s3().with(Quirk.IGNORES_REDIRECT);
        CopyRequest redirected = request("small")
                .set(CopyParameter.WEBSITE_REDIRECT_LOCATION, "/there")
                .build();
        assertThat(server.failure(settings(), redirected)).hasMessageContaining("not redirected");
        server.s3().put("in", "page", 9, page -> page.withHeader("x-amz-website-redirect-location", "/there"));
        CopyResult preserved = server.copied(settings().preserve(Set.of(Preserve.websiteRedirect)), "page");
        assertThat(preserved.notCarried()).contains("WebsiteRedirectLocation");
    }

    @Test
    void tagsThatCreateDropsArePutAfterAndTheServiceIsRemembered() {
        server.s3().with(Quirk.IGNORES_TAGGING_AT_CREATE);
        server.s3().put("in", "tagged", 20 * MIB, object -> object.withTags(Map.of("a b", "c=d", "e", "")));
        CopyResult result = server.copied(inParts(), "tagged");
        assertThat(server.object("out", "tagged").tags()).isEqualTo(Map.of("a b", "c=d", "e", ""));
        assertThat(result.notCarried()).noneMatch(what -> what.startsWith("Tagging"));
        assertThat(server.traits().answer(Trait.createTags)).contains(Answer.ignored);
        server.s3().put("in", "next", 20 * MIB, object -> object.withTags(Map.of("x", "y")));
        server.s3().forgetOperations();
        server.copied(inParts(), "next");
        assertThat(server.count(GET_OBJECT_TAGGING)).as("of the source alone").isEqualTo(1);
        assertThat(server.count(PUT_OBJECT_TAGGING)).isEqualTo(1);
        assertThat(server.object("out", "next").tags()).isEqualTo(Map.of("x", "y"));
    }

    @Test
    void tagsThatCopyObjectDropsArePutAfter() {
        server.s3().with(Quirk.IGNORES_TAGGING_DIRECTIVE);
        CopyRequest retagged = request("small")
                .set(CopyParameter.TAGGING_DIRECTIVE, "REPLACE")
                .set(CopyParameter.TAGS, Map.of("new", "tag"))
                .build();
        server.copied(settings(), retagged);
        assertThat(server.object("out", "small").tags()).isEqualTo(Map.of("new", "tag"));
    }

    @Test
    void metadataThatReplacesIsLookedAtWhereTheServiceIsNotKnown() {
        CopyRequest replacing = request("small")
                .set(CopyParameter.METADATA_DIRECTIVE, "REPLACE")
                .set(CopyParameter.METADATA, Map.of("By", "us"))
                .set(CopyParameter.CONTENT_TYPE, "text/plain")
                .build();
        assertThat(server.copied(settings(), replacing).notCarried()).isEmpty();
        assertThat(server.operations()).containsExactly(COPY_OBJECT, HEAD_OBJECT);
        server.told("copyMetadata=heeded").s3().forgetOperations();
        server.copied(settings(), replacing);
        assertThat(server.operations()).containsExactly(COPY_OBJECT);
    }

    @Test
    void anAclThatMayBeIgnoredIsSaidToBeUnproven() {
        CopyRequest open =
                request("small").set(CopyParameter.ACL, "public-read").build();
        assertThat(server.copied(settings(), open).unproven()).anyMatch(what -> what.startsWith("ACL"));
    }

    @Test
    void strictTellsOfWhatTheCopyWasFoundToLack() {
        server.s3().with(Quirk.IGNORES_REDIRECT);
        server.s3().put("in", "page", 9, page -> page.withHeader("x-amz-website-redirect-location", "/there"));
        assertThat(server.failure(
                        settings().strict(true).preserve(Set.of(Preserve.websiteRedirect)),
                        request("page").build()))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("strict: the copy stands in its place, but lacks WebsiteRedirectLocation");
    }
}

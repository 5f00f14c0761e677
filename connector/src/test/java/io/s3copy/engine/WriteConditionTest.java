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
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.service.ConditionProbe;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.fault.Content;
import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import io.s3copy.testkit.fault.Quirk;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A condition on the destination holds at any service, and the result says where it is not atomic. */
class WriteConditionTest {

    @AutoClose
    private final OddServer server = new OddServer();

    @BeforeEach
    void put() {
        server.s3().put("in", "small", 1024);
        server.s3().put("in", "large", 20 * MIB);
    }

    private Content exists(String key) {
        return server.s3().put("out", key, 77).content();
    }

    private Content there(String key) {
        return server.object("out", key).content();
    }

    @Test
    void whatExistsIsNotOverwrittenWhereConditionsAreIgnored() {
        server.s3().with(Quirk.IGNORES_DESTINATION_CONDITIONS);
        Content small = exists("small");
        Content large = exists("large");
        assertThat(server.failure(settings().ifExists(IfExists.fail), "small"))
                .isInstanceOfSatisfying(
                        S3CallException.class,
                        unmet -> assertThat(unmet.status()).isEqualTo(412));
        assertThat(server.failure(inParts().ifExists(IfExists.fail), "large")).isInstanceOf(S3CallException.class);
        CopyRequest conditional =
                request("small").set(CopyParameter.IF_NONE_MATCH, "*").build();
        assertThat(server.failure(settings(), conditional)).isInstanceOf(S3CallException.class);
        CopyRequest another =
                request("small").set(CopyParameter.IF_MATCH, "\"another\"").build();
        assertThat(server.failure(settings(), another)).isInstanceOf(S3CallException.class);
        assertThat(there("small")).isEqualTo(small);
        assertThat(there("large")).isEqualTo(large);
        assertThat(server.operations()).doesNotContain(COPY_OBJECT);
    }

    @Test
    void aCopyWhereConditionsAreIgnoredSaysThatItWasNotAtomic() {
        server.s3().with(Quirk.IGNORES_DESTINATION_CONDITIONS);
        CopyResult first = server.copied(settings().ifExists(IfExists.fail), "small");
        assertThat(first.unproven())
                .anyMatch(what -> what.contains("If-None-Match") && what.contains("not atomically"));
        assertThat(server.count(COPY_OBJECT))
                .as("no probe that would overwrite")
                .isEqualTo(1);
        assertThat(server.isSame("small")).isTrue();
        CopyResult parts = server.copied(inParts().ifExists(IfExists.fail), "large");
        assertThat(parts.unproven()).anyMatch(what -> what.contains("If-None-Match"));
    }

    private CopyRequest replacing(String key) {
        return request(key)
                .set(CopyParameter.IF_MATCH, server.object("out", key).eTag())
                .build();
    }

    @Test
    void aServiceThatHeedsIfMatchIsAskedOnce() {
        server.s3().put("in", "other", 5);
        exists("small");
        exists("other");
        CopyResult first = server.copied(settings(), replacing("small"));
        assertThat(first.unproven()).isEmpty();
        assertThat(server.traits().answer(Trait.writeCondition)).contains(Answer.heeded);
        assertThat(server.count(COPY_OBJECT)).isEqualTo(2);
        server.s3().forgetOperations();
        server.copied(settings(), replacing("other"));
        assertThat(server.count(COPY_OBJECT)).isEqualTo(1);
        assertThat(server.isSame("small") && server.isSame("other")).isTrue();
    }

    @Test
    void whatWasSeenOfIfMatchSaysNothingOfIfNoneMatch() {
        exists("small");
        server.copied(settings(), replacing("small"));
        assertThat(server.traits().heeds(Trait.writeCondition)).isTrue();
        server.s3().put("in", "new", 5);
        CopyResult result = server.copied(settings().ifExists(IfExists.fail), "new");
        assertThat(result.unproven())
                .anyMatch(what -> what.contains("If-None-Match") && what.contains("writeIfNoneMatch"));
        assertThat(server.traits().isUnknown(Trait.writeIfNoneMatch)).isTrue();
        server.s3().put("in", "newer", 5);
        assertThat(server.failure(settings().ifExists(IfExists.fail).strict(true), "newer"))
                .hasMessageContaining("writeIfNoneMatch=heeded");
    }

    @Test
    void anIfNoneMatchThatIsSaidToBeHeededIsAtomic() {
        server.told("writeIfNoneMatch=heeded,completeCondition=heeded");
        assertThat(server.copied(settings().ifExists(IfExists.fail).strict(true), "small")
                        .unproven())
                .isEmpty();
        assertThat(server.operations()).containsExactly(COPY_OBJECT);
    }

    @Test
    void anIfMatchReplacesWhatItNamesWhereConditionsAreIgnored() {
        server.s3().with(Quirk.IGNORES_DESTINATION_CONDITIONS);
        exists("small");
        CopyRequest replacing = request("small")
                .set(CopyParameter.IF_MATCH, server.object("out", "small").eTag())
                .build();
        assertThat(server.copied(settings(), replacing).unproven()).anyMatch(what -> what.contains("If-Match"));
        assertThat(server.isSame("small")).isTrue();
    }

    @Test
    void strictWritesOnlyWhereConditionsAreKnownToBeHeeded() {
        server.s3().with(Quirk.IGNORES_DESTINATION_CONDITIONS);
        assertThat(server.failure(settings().ifExists(IfExists.fail).strict(true), "small"))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("writeIfNoneMatch=heeded");
        assertThat(server.failure(inParts().ifExists(IfExists.fail).strict(true), "large"))
                .hasMessageContaining("completeCondition");
        assertThat(server.s3().object("out", "small")).isEmpty();
        assertThat(server.s3().openUploads()).isEmpty();
    }

    @Test
    void aServiceThatIsKnownToHeedThemCostsNoLook() {
        server.told("writeCondition=heeded,writeIfNoneMatch=heeded,completeCondition=heeded");
        server.copied(settings().ifExists(IfExists.fail), "small");
        assertThat(server.operations()).containsExactly(COPY_OBJECT);
        assertThat(server.operations()).doesNotContain(HEAD_OBJECT);
    }

    @Test
    void whatAppearsWhilePartsAreCopiedIsNotOverwritten() {
        server.s3().with(Quirk.IGNORES_DESTINATION_CONDITIONS);
        server.onFirstPart(() -> server.s3().put("out", "large", 77));
        assertThat(server.failure(inParts().ifExists(IfExists.fail), "large"))
                .isInstanceOfSatisfying(
                        S3CallException.class,
                        unmet -> assertThat(unmet.status()).isEqualTo(412));
        assertThat(server.object("out", "large").size()).isEqualTo(77);
        assertThat(server.s3().openUploads()).isEmpty();
    }

    @Test
    void aProbeThatIsRepeatedIsNeverTakenForItsOwnSuccess() {
        server.copied(settings(), "small");
        server.told("sourceCondition=heeded");
        CopyRequest renamed = request("small")
                .set(CopyParameter.IF_MATCH, server.object("out", "small").eTag())
                .set(CopyParameter.METADATA_DIRECTIVE, "REPLACE")
                .set(CopyParameter.METADATA, Map.of("by", "us"))
                .build();
        server.s3()
                .plan(FaultPlan.seeded(1)
                        .always(
                                COPY_OBJECT,
                                attempt -> attempt.request()
                                                .header("If-Match")
                                                .orElse("")
                                                .equals(ConditionProbe.NO_ETAG)
                                        && attempt.number() <= 2,
                                Fault.SLOW_DOWN));
        server.copied(settings(), renamed);
        assertThat(server.object("out", "small").metadata()).containsEntry("by", "us");
        assertThat(server.traits().answer(Trait.writeCondition)).contains(Answer.heeded);
    }
}

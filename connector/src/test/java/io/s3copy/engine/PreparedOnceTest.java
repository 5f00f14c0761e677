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

import static io.s3copy.engine.CopierOnStub.request;
import static io.s3copy.engine.CopierOnStub.settings;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.S3Call;
import io.s3copy.parameter.rule.CopyRules;
import io.s3copy.parameter.rule.PreparedRequest;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Rules run once a copy. The rule that a retention ends in the future tells whether they ran again: the date has passed
 * since the request was prepared.
 */
class PreparedOnceTest {
    @AutoClose
    private final CopierOnStub stub = CopierOnStub.withoutTags();

    /** A request that passed the rules, and would not pass them now. */
    private static PreparedRequest preparedInThePast() {
        for (long seconds = 1; ; seconds *= 2) {
            Instant date = Instant.now().plusSeconds(seconds);
            CopyRequest request = request()
                    .set(CopyParameter.OBJECT_LOCK_MODE, "GOVERNANCE")
                    .set(CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE, date)
                    .build();
            try {
                PreparedRequest prepared = CopyRules.prepare(S3Call.COPY_OBJECT, request);
                await().until(() -> Instant.now().isAfter(date));
                return prepared;
            } catch (InvalidParameterException e) {
                // the machine was slow, and the date had passed already
                assertThat(e.rule()).isEqualTo("is not in the future");
            }
        }
    }

    private CompletableFuture<CopyResult> copy(IfExists ifExists, PreparedRequest prepared) {
        return stub.copier(settings().ifExists(ifExists).build(), CopyListener.NONE)
                .copy(prepared, KnownSource.NOTHING)
                .orTimeout(1, TimeUnit.MINUTES);
    }

    @Test
    void rulesDoNotRunAgainOnAPreparedRequest() {
        assertThat(copy(IfExists.overwrite, preparedInThePast()).join().isCopied())
                .isTrue();
        assertThat(stub.s3.requests(COPY_OBJECT)).hasSize(1);
    }

    @Test
    void rulesRunAgainOnARequestToWhichThePolicyAddsACondition() {
        assertThatThrownBy(copy(IfExists.fail, preparedInThePast())::join)
                .hasCauseInstanceOf(InvalidParameterException.class);
        assertThat(stub.s3.requests(COPY_OBJECT)).isEmpty();
    }

    @Test
    void rulesRunOnARequestThatNobodyPrepared() {
        CopyRequest request = preparedInThePast().request();
        assertThatThrownBy(stub.copier(settings().build(), CopyListener.NONE).copy(request, KnownSource.NOTHING)::join)
                .hasCauseInstanceOf(InvalidParameterException.class);
    }

    @Test
    void requestThatWasPreparedForAnotherCallIsNoCopy() {
        PreparedRequest part = CopyRules.prepare(
                S3Call.UPLOAD_PART_COPY,
                request()
                        .set(CopyParameter.UPLOAD_ID, "upload")
                        .set(CopyParameter.PART_NUMBER, 1)
                        .build());
        assertThatThrownBy(() -> copy(IfExists.overwrite, part)).isInstanceOf(IllegalArgumentException.class);
    }
}

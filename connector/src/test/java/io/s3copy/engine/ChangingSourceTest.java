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

import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import io.s3copy.testkit.fault.Quirk;
import io.s3copy.testkit.fault.StoredObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source that becomes another between two parts; and parts that land after their upload was given up. */
class ChangingSourceTest {

    private static final long SIZE = 64L << 20;

    private final FaultRun run = new FaultRun();
    private final ObjectCopier copier = run.copier(FaultRun.inPartsOf(8L << 20));

    @BeforeEach
    void put() {
        run.s3().put("in", "key", SIZE);
    }

    @AfterEach
    void close() {
        run.close();
    }

    private static FaultPlan onPart(FaultPlan plan, int number, Fault fault) {
        return plan.always(
                UPLOAD_PART_COPY,
                attempt -> attempt.number() == 1
                        && attempt.request()
                                .queryParameter("partNumber")
                                .orElseThrow()
                                .equals(Integer.toString(number)),
                fault);
    }

    private void theSourceChangesAtPart(int number) {
        run.s3().plan(onPart(FaultPlan.NONE, number, Fault.SOURCE_CHANGES));
    }

    @Test
    void theDestinationStaysAsItWasAndNoUploadIsLeft() {
        StoredObject before = run.s3().put("out", "key", 1024);
        theSourceChangesAtPart(5);
        assertThatThrownBy(() -> run.copied(copier, "key"))
                .cause()
                .isInstanceOfSatisfying(
                        S3CallException.class,
                        failure -> assertThat(failure.status()).isEqualTo(412));
        assertThat(run.s3().object("out", "key")).contains(before);
        assertThat(run.s3().openUploads()).isEmpty();
    }

    /** Ceph 16.2 is such a server. */
    @ParameterizedTest
    @EnumSource(names = {"IGNORES_SOURCE_CONDITIONS", "IGNORES_CHECKSUMS"})
    void aServerThatIgnoresTheConditionIsFoundOutBeforeTheObjectIsVisible(Quirk quirk) {
        run.s3().with(Quirk.IGNORES_SOURCE_CONDITIONS).with(quirk);
        theSourceChangesAtPart(5);
        assertThatThrownBy(() -> run.copied(copier, "key"))
                .cause()
                .isInstanceOfSatisfying(
                        ObjectFailureException.class,
                        failure -> assertThat(failure.status()).isEqualTo(412));
        assertThat(run.s3().object("out", "key")).isEmpty();
        assertThat(run.s3().openUploads()).isEmpty();
    }

    @Test
    void aDroppedPartNeverBecomesAnObject() {
        run.s3().plan(onPart(FaultPlan.NONE, 3, Fault.DROP_PART));
        assertThatThrownBy(() -> run.copied(copier, "key")).hasMessageContaining("InvalidPart");
        assertThat(run.s3().object("out", "key")).isEmpty();
        assertThat(run.s3().openUploads()).isEmpty();
    }

    @Test
    void aPartThatLandsAfterTheAbortIsAbortedToo() {
        run.s3().plan(onPart(onPart(FaultPlan.NONE, 1, Fault.LATE_PART), 4, Fault.SOURCE_CHANGES));
        // one request at a time: the first part must come before the source changes
        ObjectCopier inOrder = run.copier(FaultRun.inPartsOf(8L << 20), new RequestWindow(1, 1));
        assertThatThrownBy(() -> run.copied(inOrder, "key")).hasMessageContaining("412");
        assertThat(run.s3().operations())
                .doesNotContain(COMPLETE_MULTIPART_UPLOAD)
                .filteredOn(ABORT_MULTIPART_UPLOAD::equals)
                .hasSize(2);
        assertThat(run.s3().openUploads()).isEmpty();
    }
}

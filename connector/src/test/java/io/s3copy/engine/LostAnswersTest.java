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

import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls of an upload that took effect without our being told. */
@Tag("sdk")
class LostAnswersTest {

    private final FaultRun run = new FaultRun();
    private final ObjectCopier copier = run.copier(FaultRun.inPartsOf(8L << 20));

    @BeforeEach
    void put() {
        run.s3().put("in", "key", 32L << 20);
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aFaultOfTheLookAtTheDestinationDoesNotHideThatTheUploadWasCompleted() {
        run.s3()
                .plan(FaultPlan.NONE
                        .first(COMPLETE_MULTIPART_UPLOAD, Fault.CUT_AFTER)
                        .always(
                                HEAD_OBJECT,
                                head -> head.number() == 1
                                        && head.request().bucket().equals("out"),
                                Fault.INTERNAL_ERROR));
        assertThat(run.copied(copier, "key").parts()).isEqualTo(4);
    }

    @Test
    void anUploadWhoseIdWasLostIsAborted() {
        run.s3().plan(FaultPlan.NONE.first(CREATE_MULTIPART_UPLOAD, Fault.CUT_AFTER));
        assertThat(run.copied(copier, "key").parts()).isEqualTo(4);
        assertThat(run.s3().openUploads()).isEmpty();
    }
}

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
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.plan.PartSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where S3's limits are, to the byte. */
@Tag("sdk")
class SizeWallsTest {

    private static final long FIVE_GIB = 5_368_709_120L;
    private static final long FIFTY_TB = 50_000_000_000_000L;

    private final FaultRun run = new FaultRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void fiveGibibytesAreCopiedInOneCall() {
        run.s3().put("in", "key", FIVE_GIB);
        assertThat(run.copied(run.copier(), "key").way()).isEqualTo(Way.SINGLE);
        assertThat(run.s3().operations()).containsExactly(COPY_OBJECT);
    }

    @Test
    void aByteMoreIsCopiedInPartsAfterOneRefusal() {
        run.s3().put("in", "key", FIVE_GIB + 1);
        CopySettings two = FaultRun.settings(FIVE_GIB, new PartSize.Fixed(FIVE_GIB), IfExists.overwrite);
        assertThat(run.copied(run.copier(two), "key").verified()).isEqualTo(Verified.CHECKSUM);
        assertThat(run.s3().operations())
                .containsExactly(
                        COPY_OBJECT,
                        HEAD_OBJECT,
                        GET_OBJECT_TAGGING,
                        CREATE_MULTIPART_UPLOAD,
                        UPLOAD_PART_COPY,
                        UPLOAD_PART_COPY,
                        HEAD_OBJECT,
                        COMPLETE_MULTIPART_UPLOAD);
        assertThat(run.isRight("key")).isTrue();
    }

    @Test
    void fiftyTerabytesAreCopiedWithinTenThousandParts() {
        run.s3().put("in", "key", FIFTY_TB);
        CopyResult result = run.copied(run.copier(), "key");
        // 10,000 parts of 5,000,000,000 bytes, rounded up to whole mebibytes
        assertThat(result.parts()).isEqualTo(9_999);
        assertThat(run.isRight("key")).isTrue();
    }

    @Test
    void aByteMoreThanFiftyTerabytesIsRefusedBeforeAnyUpload() {
        run.s3().put("in", "key", FIFTY_TB + 1);
        assertThatThrownBy(() -> run.copied(run.copier(), "key")).hasMessageContaining("50000000000001");
        assertThat(run.s3().operations()).containsExactly(COPY_OBJECT, HEAD_OBJECT);
    }
}

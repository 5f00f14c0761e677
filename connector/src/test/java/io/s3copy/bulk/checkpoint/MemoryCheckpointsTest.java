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
package io.s3copy.bulk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.bulk.checkpoint.CheckpointStore.Stored;
import org.junit.jupiter.api.Test;

class MemoryCheckpointsTest {

    private final MemoryCheckpoints checkpoints = new MemoryCheckpoints();

    @Test
    void whatIsWrittenIsReadUntilItIsRemoved() {
        assertThat(checkpoints.read("job").join()).isNull();

        Stored written = checkpoints.write("job", "text", null).join();
        assertThat(checkpoints.read("job").join()).isEqualTo(written);

        checkpoints.remove("job").join();
        assertThat(checkpoints.read("job").join()).isNull();
    }

    @Test
    void whatAnotherHasWrittenIsNotReplaced() {
        Stored first = checkpoints.write("job", "text", null).join();
        Stored theirs = checkpoints.write("job", "text", first).join();

        assertThatThrownBy(() -> checkpoints.write("job", "ours", first).join())
                .hasCauseInstanceOf(CheckpointConflictException.class);
        assertThatThrownBy(() -> checkpoints.write("job", "ours", null).join())
                .hasCauseInstanceOf(CheckpointConflictException.class);
        assertThat(checkpoints.read("job").join()).isEqualTo(theirs);
    }
}

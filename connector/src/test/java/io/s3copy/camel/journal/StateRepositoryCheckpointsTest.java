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
package io.s3copy.camel.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.bulk.checkpoint.CheckpointConflictException;
import io.s3copy.bulk.checkpoint.CheckpointStore.Stored;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateRepositoryCheckpointsTest {

    @TempDir
    Path folder;

    private final StateRepository<String, String> memory = new MemoryStateRepository();
    private final StateRepositoryCheckpoints checkpoints = new StateRepositoryCheckpoints(memory, Runnable::run);

    private FileStateRepository file() {
        FileStateRepository repository =
                FileStateRepository.fileStateRepository(new File(folder.toFile(), "checkpoints.dat"), 4_000_000);
        repository.start();
        return repository;
    }

    @Test
    void whatWasNeverWrittenIsNotThere() {
        assertThat(checkpoints.read("job").join()).isNull();
    }

    @Test
    void aCheckpointOutlivesTheProcess() {
        FileStateRepository first = file();
        new StateRepositoryCheckpoints(first, Runnable::run)
                .write("job", "{\"a\":\"=\\n\"}", null)
                .join();
        first.stop();

        assertThat(new StateRepositoryCheckpoints(file(), Runnable::run)
                        .read("job")
                        .join())
                .isEqualTo(new Stored("{\"a\":\"=\\n\"}", null));
    }

    @Test
    void whatAnotherHasWrittenIsNotReplaced() {
        Stored first = checkpoints.write("job", "1", null).join();
        Stored second = checkpoints.write("job", "2", first).join();

        assertThatThrownBy(() -> checkpoints.write("job", "3", first).join())
                .hasCauseInstanceOf(CheckpointConflictException.class);
        assertThatThrownBy(() -> checkpoints.write("job", "3", null).join())
                .hasCauseInstanceOf(CheckpointConflictException.class);
        assertThat(checkpoints.read("job").join()).isEqualTo(second);
    }

    @Test
    void whatWasRemovedIsNotThere() {
        checkpoints.write("job", "1", null).join();
        checkpoints.remove("job").join();

        assertThat(checkpoints.read("job").join()).isNull();
        assertThat(checkpoints.write("job", "2", null).join().text()).isEqualTo("2");
    }

    /** FileStateRepository appends a line, in four writes. */
    @Test
    void aWriteThatWasCutShortLeavesTheOneBefore() throws IOException {
        FileStateRepository first = file();
        StateRepositoryCheckpoints whole = new StateRepositoryCheckpoints(first, Runnable::run);
        Stored one = whole.write("job", "{\"one\":1}", null).join();
        Stored two = whole.write("job", "{\"two\":2}", one).join();
        first.stop();
        Path written = folder.resolve("checkpoints.dat");
        String text = Files.readString(written);
        int last = text.lastIndexOf("s3copy-checkpoint-");

        for (int end = text.indexOf('=', last) + 1; end <= text.length(); end++) {
            Files.writeString(written, text.substring(0, end));
            Stored left = new StateRepositoryCheckpoints(file(), Runnable::run)
                    .read("job")
                    .join();
            assertThat(left).as("after %s", text.substring(0, end)).isEqualTo(end < text.length() - 1 ? one : two);

            FileStateRepository again = file();
            new StateRepositoryCheckpoints(again, Runnable::run)
                    .write("job", "{\"three\":3}", left)
                    .join();
            assertThat(new StateRepositoryCheckpoints(file(), Runnable::run)
                            .read("job")
                            .join())
                    .as("after %s", text.substring(0, end))
                    .isEqualTo(new Stored("{\"three\":3}", null));
        }
    }
}

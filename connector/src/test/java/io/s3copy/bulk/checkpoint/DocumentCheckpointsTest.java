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

import io.s3copy.bulk.StubDocuments;
import io.s3copy.bulk.checkpoint.CheckpointStore.Stored;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.S3CallException.Failure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentCheckpointsTest {

    private static final String KEY = "state/job.json";

    private final StubDocuments s3 = new StubDocuments();
    private final DocumentCheckpoints checkpoints =
            new DocumentCheckpoints(s3, s3::delete, StubDocuments.bucket(), "state/", Runnable::run);

    @Test
    void whatIsWrittenIsReadByAnotherProcess() {
        Stored written = checkpoints.write("job", "text", null).join();

        assertThat(checkpoints.read("job").join()).isEqualTo(written);
        assertThat(s3.texts()).containsExactly(Map.entry(KEY, "text"));
        assertThat(checkpoints.place("job")).isEqualTo("s3://bucket/state/job.json");
    }

    @Test
    void thereIsNoneOnlyWhereS3SaysSo() {
        assertThat(checkpoints.read("job").join()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"NoSuchBucket, 404", "AccessDenied, 403", "SlowDown, 503", ", 404", ", 0", "NoSuchVersion, 404"})
    void anyOtherFailureToReadFails(String code, int status) {
        s3.failRead(new Failure(code, status, "no", null, null));

        assertThatThrownBy(() -> checkpoints.read("job").join()).hasCauseInstanceOf(S3CallException.class);
    }

    @Test
    void aCheckpointIsReplacedByWhoeverWroteIt() {
        Stored first = checkpoints.write("job", "1", null).join();
        Stored second = checkpoints.write("job", "2", first).join();
        checkpoints.write("job", "3", second).join();

        assertThat(s3.texts()).containsEntry(KEY, "3");
    }

    @Test
    void aCheckpointThatAnotherProcessHasWrittenIsNotReplaced() {
        Stored first = checkpoints.write("job", "1", null).join();
        s3.put(KEY, "theirs");

        assertThatThrownBy(() -> checkpoints.write("job", "2", first).join())
                .hasCauseInstanceOf(CheckpointConflictException.class)
                .hasMessageContaining("Another process works on this job")
                .hasMessageContaining("s3://bucket/state/job.json");
        assertThat(s3.texts()).containsEntry(KEY, "theirs");
    }

    @Test
    void aJobThatAnotherProcessHasBegunIsNotBegun() {
        s3.put(KEY, "theirs");

        assertThatThrownBy(() -> checkpoints.write("job", "ours", null).join())
                .hasCauseInstanceOf(CheckpointConflictException.class);
    }

    @Test
    void aCheckpointThatWasRemovedIsAConflict() {
        Stored first = checkpoints.write("job", "1", null).join();
        s3.delete(StubDocuments.bucket().ofKey(KEY)).join();

        assertThatThrownBy(() -> checkpoints.write("job", "2", first).join())
                .hasCauseInstanceOf(CheckpointConflictException.class);
    }

    @Test
    void ourOwnWriteWhoseAnswerWasLostIsNoConflict() {
        Stored first = checkpoints.write("job", "1", null).join();
        s3.loseAnswer(Failure.unmet("the request was repeated, and met its own success"));

        Stored second = checkpoints.write("job", "2", first).join();

        assertThat(second.text()).isEqualTo("2");
        assertThat(checkpoints.write("job", "3", second).join().text()).isEqualTo("3");
    }

    @Test
    void aWriteThatS3SaysCollidedIsNoConflictWhereNothingHasChanged() {
        Stored first = checkpoints.write("job", "1", null).join();
        s3.failWrite(Failure.of("ConditionalRequestConflict", 409, "try again"));

        assertThatThrownBy(() -> checkpoints.write("job", "2", first).join()).hasCauseInstanceOf(S3CallException.class);
    }

    @Test
    void whereConditionsAreIgnoredTheLastOneWins() {
        s3.ignoreConditions();
        s3.put(KEY, "theirs");

        checkpoints.write("job", "ours", null).join();

        assertThat(s3.texts()).containsEntry(KEY, "ours");
    }

    @Test
    void whereConditionsAreNotKnownACheckpointIsWrittenWithout() {
        s3.failWrite(Failure.of("NotImplemented", 501, "If-None-Match"));

        checkpoints.write("job", "ours", null).join();

        assertThat(s3.texts()).containsEntry(KEY, "ours");
    }

    @Test
    void aFailureToWriteFails() {
        s3.failWrite(new Failure(null, 0, "reset", null, null, Answer.NONE));

        assertThatThrownBy(() -> checkpoints.write("job", "1", null).join()).hasCauseInstanceOf(S3CallException.class);
    }

    @Test
    void whatWasRemovedIsNotThere() {
        checkpoints.write("job", "1", null).join();
        checkpoints.remove("job").join();

        assertThat(checkpoints.read("job").join()).isNull();
    }
}

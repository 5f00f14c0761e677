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
package io.s3copy.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands about many objects say of what goes wrong. */
class ManyObjectsTest extends CliOnServer {

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() {
        s3.put(SOURCE, "in/a", 10);
        s3.put(SOURCE, "in/b", 20);
    }

    private int copy(String... more) {
        String[] all = new String[more.length + 5];
        all[0] = "cp";
        all[1] = "s3://photos/in/";
        all[2] = "s3://archive/";
        all[3] = "--recursive";
        all[4] = "--checkpoint=" + folder;
        System.arraycopy(more, 0, all, 5, more.length);
        return run(all);
    }

    @Test
    void objectThatFailsIsNamedAndTheOthersAreCopied() throws Exception {
        s3.plan(FaultPlan.NONE.always(
                S3Operation.COPY_OBJECT, copy -> copy.request().key().equals("a"), Fault.NO_SUCH_KEY));

        assertThat(copy("--json")).as(output()).isEqualTo(CliExit.FAILED.code());
        assertThat(out()).hasSize(3);
        for (String line : out()) {
            JsonNode told = new ObjectMapper().readTree(line);
            switch (told.path("type").asText()) {
                case "failed" -> assertThat(told.path("source").asText()).isEqualTo("s3://photos/in/a");
                case "copied" -> assertThat(told.path("destination").asText()).isEqualTo("s3://archive/b");
                default -> assertThat(told.path("exitCode").asInt()).isEqualTo(1);
            }
        }
    }

    @Test
    void runOfFewObjectsThatAreAllRefusedEnds() {
        s3.plan(FaultPlan.NONE.always(S3Operation.COPY_OBJECT, copy -> true, Fault.ACCESS_DENIED));

        assertThat(copy()).as(output()).isEqualTo(CliExit.FAILED.code());
        assertThat(output()).contains("AccessDenied");
    }

    @Test
    void objectThatIsRefusedAtTheEndIsNamedAndTheRunEnds() {
        s3.plan(FaultPlan.NONE.always(
                S3Operation.COPY_OBJECT, copy -> copy.request().key().equals("b"), Fault.ACCESS_DENIED));

        assertThat(copy()).as(output()).isEqualTo(CliExit.FAILED.code());
        assertThat(output()).contains("s3://photos/in/b").contains("AccessDenied");
    }

    @Test
    void quietSaysNothingAndErrorsAloneAreErrors() {
        assertThat(copy("--quiet")).isZero();
        assertThat(output()).isEmpty();
        assertThat(copy("--only-show-errors")).isZero();
        assertThat(output()).isEmpty();
    }

    @Test
    void nothingFoundIsAWarning() {
        assertThat(run("cp", "s3://photos/none", "s3://archive/", "--recursive", "--checkpoint=" + folder))
                .isEqualTo(CliExit.WARNINGS.code());
        assertThat(output()).contains("Nothing was found");
    }

    @Test
    void finishedRunLeavesNoCheckpoint() {
        assertThat(copy()).isZero();
        assertThat(folder).isEmptyDirectory();
    }
}

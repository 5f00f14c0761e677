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
package io.s3copy.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.app.config.Access;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.store.GivenDatabase;
import io.s3copy.app.store.RunCause;
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    @TempDir
    private Path folder;

    @Test
    void oldRunsGoWithTheirReports() throws Exception {
        Runs runs = new Runs(GivenDatabase.h2(folder));
        Configuration configuration =
                new Configuration(Map.of(), folder, 2, Integer.MAX_VALUE, Access.OPEN, null, null);
        for (int i = 0; i < 4; i++) {
            RunRow run = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);
            runs.save(run.with(RunState.DONE, Instant.now(), ""));
            Path report = Files.createDirectories(
                    JobEndpoints.report(configuration, "photos", run.id()).resolve("run-x/results"));
            Files.writeString(report.resolve("000001.jsonl"), "{}");
        }

        new Retention(configuration, runs).tidy("photos");

        assertThat(runs.ofJob("photos", Long.MAX_VALUE, 10))
                .extracting(RunRow::id)
                .containsExactly(4L, 3L);
        try (var reports = Files.list(folder.resolve("reports/photos"))) {
            assertThat(reports.map(one -> one.getFileName().toString())).containsExactlyInAnyOrder("3", "4");
        }
    }
}

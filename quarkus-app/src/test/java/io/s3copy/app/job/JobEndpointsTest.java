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
import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.store.GivenDatabase;
import io.s3copy.app.store.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobEndpointsTest {

    private static final JobSpec PHOTOS = GivenJob.of(JobKind.COPY, Map.of());

    @TempDir
    private Path folder;

    /** As after a loss of the database: ids begin again, and folders are those of older runs. */
    @Test
    void reportOfAnOlderRunIsPutAsideAndStays() throws Exception {
        Configuration configuration =
                new Configuration(Map.of("photos", PHOTOS), folder, 100, Integer.MAX_VALUE, Access.OPEN, null, null);
        Path reports = folder.resolve("reports/photos");
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            JobEndpoints endpoints = new JobEndpoints(camel, new Runs(GivenDatabase.h2(folder)));
            for (String older : new String[] {"first", "second"}) {
                Files.createDirectories(reports.resolve("1"));
                Files.writeString(reports.resolve("1/summary.json"), older);
                endpoints.putAside(PHOTOS, configuration, 1);
            }
            endpoints.putAside(PHOTOS, configuration, 1);
        }

        assertThat(reports.resolve("1")).doesNotExist();
        assertThat(reports.resolve("1-of-before-1/summary.json")).hasContent("first");
        assertThat(reports.resolve("1-of-before-2/summary.json")).hasContent("second");
    }
}

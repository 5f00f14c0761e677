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
package io.s3copy.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.demo.JobService;
import io.s3copy.testkit.RecordingS3;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration of the service that is wrong, as a user reads of it: every mistake a line, and no request made. */
class ServiceSettingsIT {

    private static final String BEGIN = "s3copy cannot start: ";

    @TempDir
    private Path folder;

    private AppRun serve(Map<String, String> more, String... lines) throws Exception {
        try (RecordingS3 s3 = RecordingS3.start()) {
            JobService.configure(folder, s3, List.of(lines));
            Map<String, String> settings = new HashMap<>(JobService.settings(folder));
            settings.putAll(more);
            AppRun run = AppRun.of(settings, "serve");
            assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
            assertThat(run.output()).doesNotContain("\tat ", "Page:", s3.secretKey());
            assertThat(s3.requests()).isEmpty();
            return run;
        }
    }

    @Test
    void everyMistakeOfTheFileIsToldAtOnce() throws Exception {
        AppRun run = serve(
                Map.of(),
                "s3copy.jobs.photos.kind=coppy",
                "s3copy.jobs.photos.source=s3://photos/2026",
                "s3copy.jobs.photos.store=locl");

        assertThat(run.beginningWith(BEGIN))
                .hasSize(4)
                .anyMatch(line -> line.startsWith(BEGIN
                        + "s3copy.jobs.photos.kind=coppy: must be copy, sync, check, cleanup or replicate. Did you"
                        + " mean copy? Write one of them"))
                .anyMatch(
                        line -> line.startsWith(BEGIN + "s3copy.jobs.photos.source=s3://photos/2026: must end with a"))
                .anyMatch(line -> line.startsWith(BEGIN + "s3copy.jobs.photos.destination is missing. Set it to"))
                .anyMatch(line -> line.startsWith(BEGIN
                        + "s3copy.jobs.photos.store=locl: is no store; there are: local." + " Did you mean local?"));
    }

    @Test
    void unknownPropertyIsRefusedWithTheNearest() throws Exception {
        AppRun run = serve(Map.of(), "s3copy.jobs.photos.kind=copy", "s3copy.jobs.photos.sorce=s3://photos/");

        assertThat(run.output())
                .contains(BEGIN
                        + "property s3copy.jobs.photos.sorce is no setting, and nothing would heed it. The nearest"
                        + " is s3copy.jobs.photos.source: write that, or leave it out");
    }

    @Test
    void unknownVariableIsRefused() throws Exception {
        AppRun run = serve(Map.of("S3COPY_JOBS_PHOTOS_SORCE", "s3://photos/"), job());

        assertThat(run.output()).contains("S3COPY_JOBS_PHOTOS_SORCE is no setting, and nothing would heed it");
    }

    @Test
    void optionThatTheComponentRefusesIsToldInItsWords() throws Exception {
        AppRun run = serve(Map.of(), job("s3copy.jobs.photos.options.if-exists=replace"));

        assertThat(run.output()).contains(BEGIN + "s3copy.jobs.photos.options: option ifExists = 'replace'");
    }

    @Test
    void addressThatOtherMachinesReachIsRefusedWhereNobodySignsIn() throws Exception {
        AppRun run = serve(Map.of("quarkus.http.host", "0.0.0.0"), job());

        assertThat(run.beginningWith(BEGIN))
                .singleElement()
                .asString()
                .contains("quarkus.http.host=0.0.0.0: other machines reach this address, and nobody has to sign in")
                .contains("Set quarkus.http.host=127.0.0.1; or say who may sign in");
    }

    @Test
    void takenPortIsNamedByItsProperty() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            AppRun run = serve(Map.of("quarkus.management.port", port), job());

            assertThat(run.beginningWith(BEGIN))
                    .containsExactly(BEGIN + "quarkus.management.port=" + port
                            + ": another process listens there. End it, or set it to another port; 0 takes one that"
                            + " is free");
        }
    }

    @Test
    void settingsOfTheCommandAreKnownAsThat() throws Exception {
        AppRun run = serve(Map.of("S3COPY_SOURCE_BUCKET", "photos"), job());

        assertThat(run.output())
                .contains(BEGIN + "s3copy.source.bucket is a setting of the command, and the service does not read it."
                        + " Write a job (docs/app.md), or leave out the argument serve");
    }

    @Test
    void variablesMakeAJobToo() throws Exception {
        Map<String, String> settings = new HashMap<>(JobService.settings(folder));
        settings.remove("smallrye.config.locations");
        settings.putAll(Map.of(
                "S3COPY_STORES_EU_ENDPOINT", "http://127.0.0.1:9",
                "S3COPY_STORES_EU_PATH_STYLE", "true",
                "S3COPY_JOBS_PHOTOS_KIND", "copy",
                "S3COPY_JOBS_PHOTOS_SOURCE", "s3://photos/",
                "S3COPY_JOBS_PHOTOS_DESTINATION", "photos"));

        AppRun run = AppRun.of(settings, "serve");

        assertThat(run.beginningWith(BEGIN))
                .singleElement()
                .asString()
                .contains("s3copy.jobs.photos.destination=photos: must be a bucket and a prefix in it");
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    private static String[] job(String... more) {
        return List.of(
                        "s3copy.jobs.photos.kind=copy",
                        "s3copy.jobs.photos.source=s3://photos/",
                        "s3copy.jobs.photos.destination=s3://archive/",
                        String.join("\n", more))
                .toArray(String[]::new);
    }
}

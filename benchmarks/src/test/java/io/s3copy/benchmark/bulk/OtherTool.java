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
package io.s3copy.benchmark.bulk;

import io.s3copy.benchmark.Meters;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another tool that copies the bucket: a process each time, whose start counts. */
enum OtherTool {
    RCLONE {
        @Override
        List<String> arguments(String endpoint, String window) {
            // lists the source alone, and looks at no copy: as operation=copyPrefix
            return List.of(
                    "copy",
                    ":s3,provider=Other,env_auth=true,force_path_style=true,list_version=2,endpoint=\"" + endpoint
                            + "\":in",
                    ":s3,provider=Other,env_auth=true,force_path_style=true,list_version=2,endpoint=\"" + endpoint
                            + "\":out",
                    "--fast-list",
                    "--no-check-dest",
                    "--size-only",
                    "--use-server-modtime",
                    "--s3-no-head",
                    "--s3-no-check-bucket",
                    "--retries=1",
                    "--config=",
                    "--checkers=" + window,
                    "--transfers=" + window);
        }
    },
    S5CMD {
        @Override
        List<String> arguments(String endpoint, String window) {
            return List.of("--endpoint-url=" + endpoint, "--numworkers=" + window, "cp", "s3://in/*", "s3://out/");
        }
    },
    AWS {
        @Override
        List<String> arguments(String endpoint, String window) {
            return List.of(
                    "--endpoint-url=" + endpoint,
                    "s3",
                    "cp",
                    "--recursive",
                    "--only-show-errors",
                    "s3://in/",
                    "s3://out/");
        }
    };

    /** The shell tells the processor time of what it has run: user and system, in minutes and seconds. */
    private static final String TIMED = "\"$@\" >&2; code=$?; times; exit $code";

    private static final long SAMPLE_MILLIS = 50;

    /** What it is told, with so many copies at the same time. */
    abstract List<String> arguments(String endpoint, String window);

    /** Runs it. Gives nanoseconds, CPU and peak RSS. */
    long[] run(String program, String endpoint, String window) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", TIMED, "sh", program));
        command.addAll(arguments(endpoint, window));
        Path config = Files.writeString(
                Files.createTempFile("aws", ".config"),
                "[default]\ns3 =\n  max_concurrent_requests = " + window + "\n  multipart_threshold = 5GB\n");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID", "null",
                        "AWS_SECRET_ACCESS_KEY", "null-secret",
                        "AWS_REGION", "us-east-1",
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_CONFIG_FILE", config.toString(),
                        "AWS_EC2_METADATA_DISABLED", "true"));
        long start = System.nanoTime();
        Process process = builder.start();
        long rss = 0;
        try {
            while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
                rss = Math.max(
                        rss,
                        process.descendants().mapToLong(Meters::peakRss).max().orElse(0));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        long nanos = System.nanoTime() - start;
        Files.delete(config);
        String[] times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\\s+", -1);
        if (process.exitValue() != 0) {
            throw new IOException(name() + " failed: its errors say why");
        }
        return new long[] {nanos, nanos(times[2]) + nanos(times[3]), rss};
    }

    /** Of 1m2.34s. */
    private static long nanos(String time) {
        return Duration.parse("PT" + time.toUpperCase(Locale.ROOT)).toNanos();
    }

    /** Whether it can be run. */
    static boolean isThere(String program) {
        return new File(program).canExecute();
    }
}

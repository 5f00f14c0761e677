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
package io.s3copy.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads S3Mock's log to its end, since a full pipe would stop the process, and finds in it the ports that it chose.
 * Keeps the last lines for the message when it does not start.
 */
final class S3MockOutput {

    private static final Pattern PORT = Pattern.compile("(\\d+) \\((https?)\\)");
    private static final int LINES_KEPT = 60;
    private static final int START_LIMIT_SECONDS = 120;

    private final CompletableFuture<String> httpPort = new CompletableFuture<>();
    private final CompletableFuture<String> httpsPort = new CompletableFuture<>();
    private final CompletableFuture<Boolean> started = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    S3MockOutput(InputStream log) {
        new DaemonThreads("s3mock-output").newThread(() -> read(log)).start();
    }

    /** Blocks until the server serves; fails with the end of its log when it died or took more than two minutes. */
    void awaitStart() {
        started.copy().orTimeout(START_LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }

    int port(String scheme) {
        return Integer.parseInt((scheme.equals("https") ? httpsPort : httpPort).join());
    }

    private void read(InputStream log) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            lastLines.add(e.toString());
        }
        started.completeExceptionally(
                new IllegalStateException("S3Mock ended before it served:\n" + String.join("\n", lastLines)));
    }

    private void take(String line) {
        if (lastLines.size() == LINES_KEPT) {
            lastLines.removeFirst();
        }
        lastLines.addLast(line);
        if (line.contains("Tomcat started on port")) {
            for (Matcher port = PORT.matcher(line); port.find(); ) {
                (port.group(2).equals("https") ? httpsPort : httpPort).complete(port.group(1));
            }
        }
        if (line.contains("Started S3MockApplication")) {
            started.complete(true);
        }
    }
}

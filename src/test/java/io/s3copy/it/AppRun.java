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

import io.s3copy.demo.PackagedApp;
import io.s3copy.testkit.S3Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run of the packaged application to its end: what it printed, and its exit code. */
record AppRun(List<String> lines, int exitCode) {

    private static final long SECONDS = 120;

    static AppRun of(Map<String, String> settings, String... arguments) throws Exception {
        try (PackagedApp app = PackagedApp.start(settings, line -> {}, arguments)) {
            int exitCode = app.awaitExit(SECONDS);
            return new AppRun(app.lines(), exitCode);
        }
    }

    /** Settings for a server and two buckets, to which a test adds its own. */
    static Map<String, String> settings(S3Server server, String source, String destination) {
        Map<String, String> settings = new HashMap<>(PackagedApp.settingsFor(server));
        settings.put("S3COPY_SOURCE_BUCKET", source);
        settings.put("S3COPY_DESTINATION_BUCKET", destination);
        return settings;
    }

    List<String> beginningWith(String text) {
        return lines.stream().filter(line -> line.startsWith(text)).toList();
    }

    String output() {
        return String.join("\n", lines);
    }

    /** The line of totals, or nothing. The log, which comes between, is another stream. */
    String summary() {
        return lines.stream()
                .filter(line -> line.matches("(copied|would copy) .*/s"))
                .reduce("", (earlier, later) -> later);
    }
}

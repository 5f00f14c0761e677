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
package io.s3copy.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what senders must present to a job that hears of new objects by webhook. */
final class WebhookReader {

    static final String FILE = "secret-file";

    /** Of a header's characters; nobody guesses it; no placeholder of Camel's. */
    private static final Pattern SECRET = Pattern.compile("(?!.*[{]{2})[!-~]{16,}");

    private final String property;
    private final @Nullable String file;
    private final List<String> mistakes;

    WebhookReader(String prefix, Map<String, String> events, List<String> mistakes) {
        this.property = prefix + "events." + FILE;
        this.file = events.get(FILE);
        this.mistakes = mistakes;
    }

    /** The file with the secret; null if something is wrong with it, which is a mistake. */
    @Nullable
    Path read() {
        if (file == null) {
            mistakes.add(
                    property + " is missing, and events.from=webhook needs it. Set it to a file with what senders must"
                            + " present as Authorization: Bearer");
            return null;
        }
        Path path = Path.of(file);
        try {
            if (SECRET.matcher(KeySource.SecretFiles.read(path, "the webhook's secret"))
                    .matches()) {
                return path;
            }
            mistakes.add(
                    property + "=" + path + ": must hold at least 16 letters, digits and signs without spaces, and not"
                            + " {{. Make them for example with openssl rand -hex 32");
        } catch (SettingsException e) {
            mistakes.add(property + "=" + e.getMessage() + ". Mend the file, or name another");
        }
        return null;
    }
}

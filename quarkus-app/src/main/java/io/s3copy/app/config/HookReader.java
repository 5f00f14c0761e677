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

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads who is told of what became of a cut-over. */
final class HookReader {

    private static final String URL = "hook";
    private static final String FILE = "hook-secret-file";

    /** Its properties. */
    static final List<String> NAMES = List.of(URL, FILE);

    private final String prefix;
    private final Map<String, String> replicate;
    private final List<String> mistakes;

    HookReader(String prefix, Map<String, String> replicate, List<String> mistakes) {
        this.prefix = prefix + "replicate.";
        this.replicate = replicate;
        this.mistakes = mistakes;
    }

    /** The hook; null for none, or for one that is wrong, which is a mistake. */
    @Nullable
    HookSpec read() {
        String url = replicate.get(URL);
        String file = replicate.get(FILE);
        if (url == null) {
            if (file != null) {
                mistakes.add(Configuration.mistake(
                        prefix + FILE,
                        file,
                        "is not read without " + prefix + URL,
                        "Set that to the URL that is to be told of a cut-over, or leave this out"));
            }
            return null;
        }
        try {
            URI uri = new EndpointConverter().convert(url);
            Path path = file == null ? null : Path.of(file);
            if (path != null) {
                check(path);
            }
            return new HookSpec(uri, path);
        } catch (IllegalArgumentException e) {
            // it is not told: it may hold a secret
            mistakes.add(
                    prefix + URL + ": must be an http or https URL without user name and password. Write for example"
                            + " https://hooks.example.org/cut-over, and a key for its signature into " + prefix + FILE);
            return null;
        }
    }

    private void check(Path file) {
        try {
            if (KeySource.SecretFiles.read(file, "the hook's secret").length() < HookSpec.SHORTEST_SECRET) {
                mistakes.add(prefix + FILE + "=" + file + ": must hold at least " + HookSpec.SHORTEST_SECRET
                        + " characters. Make them for example with openssl rand -hex 32");
            }
        } catch (SettingsException e) {
            mistakes.add(prefix + FILE + "=" + e.getMessage() + ". Mend the file, or name another");
        }
    }
}

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one store, and says what is wrong with it. */
final class StoreReader {

    private static final List<String> CREDENTIALS = List.of("default", "profile", "static");
    private static final String ANY_REGION = "us-east-1";

    private final String prefix;
    private final String name;
    private final ServiceSettings.Store store;
    private final List<String> mistakes;
    private final int before;

    StoreReader(String name, ServiceSettings.Store store, List<String> mistakes) {
        this.prefix = "s3copy.stores." + name + ".";
        this.name = name;
        this.store = store;
        this.mistakes = mistakes;
        this.before = mistakes.size();
    }

    /** The store; nothing if something is wrong with it. */
    Optional<StoreSpec> read() {
        URI endpoint = endpoint();
        boolean pathStyle = Switches.read(prefix + "path-style", store.pathStyle(), mistakes);
        KeySource keys = keys();
        if (keys == null || mistakes.size() > before) {
            return Optional.empty();
        }
        String region = store.region().orElse(endpoint == null ? null : ANY_REGION);
        return Optional.of(new StoreSpec(name, endpoint, region, pathStyle, keys));
    }

    private @Nullable URI endpoint() {
        String text = store.endpoint().orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return new EndpointConverter().convert(text);
        } catch (IllegalArgumentException e) {
            // a password stands before the last @
            mistakes.add(prefix + "endpoint=" + text.replaceAll("//.*@", "//***@") + ": " + e.getMessage());
            return null;
        }
    }

    private @Nullable KeySource keys() {
        String kind = store.credentials().orElse("default");
        switch (kind) {
            case "default" -> {
                refuseUnread(kind, "profile", store.profile());
                refuseFiles(kind);
                return new KeySource.DefaultChain();
            }
            case "profile" -> {
                refuseFiles(kind);
                return required("profile", store.profile(), kind, "the name of a profile of ~/.aws/config")
                        .map(KeySource.Profile::new)
                        .orElse(null);
            }
            case "static" -> {
                refuseUnread(kind, "profile", store.profile());
                return files();
            }
            default -> {
                mistakes.add(Configuration.mistake(
                        prefix + "credentials",
                        kind,
                        "must be default (the AWS SDK's default chain), profile, or static (files)",
                        Configuration.didYouMean(kind, CREDENTIALS) + "Write one of them, or leave it out"));
                return null;
            }
        }
    }

    private @Nullable KeySource files() {
        Optional<Path> accessKey = file("access-key-file", store.accessKeyFile());
        Optional<Path> secretKey = file("secret-key-file", store.secretKeyFile());
        Path token = store.sessionTokenFile().isEmpty()
                ? null
                : file("session-token-file", store.sessionTokenFile()).orElse(null);
        return accessKey.isEmpty() || secretKey.isEmpty()
                ? null
                : new KeySource.SecretFiles(accessKey.get(), secretKey.get(), token);
    }

    private Optional<Path> file(String property, Optional<String> value) {
        Optional<Path> file = required(property, value, "static", "a file that holds it and nothing else")
                .map(Path::of);
        file.ifPresent(path -> {
            try {
                KeySource.SecretFiles.read(path);
            } catch (SettingsException e) {
                mistakes.add(prefix + property + "=" + e.getMessage() + ". Mend the file, or name another");
            }
        });
        return file;
    }

    private Optional<String> required(String property, Optional<String> value, String kind, String what) {
        if (value.isEmpty()) {
            mistakes.add(prefix + property + " is missing, and credentials=" + kind + " needs it. Set it to " + what);
        }
        return value;
    }

    private void refuseFiles(String kind) {
        refuseUnread(kind, "access-key-file", store.accessKeyFile());
        refuseUnread(kind, "secret-key-file", store.secretKeyFile());
        refuseUnread(kind, "session-token-file", store.sessionTokenFile());
    }

    private void refuseUnread(String kind, String property, Optional<String> value) {
        value.ifPresent(text -> mistakes.add(Configuration.mistake(
                prefix + property,
                text,
                "is not read with credentials=" + kind,
                "Set " + prefix + "credentials=" + (property.equals("profile") ? "profile" : "static")
                        + ", or leave it out")));
    }
}

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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a store's credentials come from. Secrets are read when a run begins, so that a changed file is heeded. */
public sealed interface KeySource {

    /** The AWS SDK's default chain: environment, web identity, profile, container, instance. */
    record DefaultChain() implements KeySource {}

    /** A profile of the AWS SDK's own files. */
    record Profile(String name) implements KeySource {}

    /** Files that hold one value each, as Kubernetes mounts secrets. */
    record SecretFiles(
            Path accessKey, Path secretKey, @Nullable Path sessionToken) implements KeySource {

        /**
         * Reads them.
         *
         * @throws SettingsException if one cannot be read, or is empty
         */
        public Keys read() {
            return new Keys(read(accessKey), read(secretKey), sessionToken == null ? null : read(sessionToken));
        }

        static String read(Path file) {
            return read(file, "a key");
        }

        /**
         * Reads one.
         *
         * @param what it is, for people
         */
        static String read(Path file, String what) {
            try {
                String value = Files.readString(file).strip();
                if (!value.isEmpty()) {
                    return value;
                }
                throw new SettingsException(file + " is empty, and must hold " + what);
            } catch (IOException e) {
                throw new SettingsException(file + " cannot be read, and must hold " + what);
            }
        }
    }

    /** Secrets. Never printed. */
    record Keys(
            String accessKey, String secretKey, @Nullable String sessionToken) {

        @Override
        public String toString() {
            return "keys";
        }
    }
}

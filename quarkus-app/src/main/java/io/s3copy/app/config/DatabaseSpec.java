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
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database that was checked.
 *
 * @param url as its driver reads it, without user and password
 * @param passwordFile null where the server asks for no password, or the driver finds it elsewhere
 */
public record DatabaseSpec(
        String url, String username, @Nullable Path passwordFile) {

    /**
     * Reads the password, which is to be done for each connection, so that a changed file is heeded.
     *
     * @return null for none
     * @throws SettingsException if it cannot be read, or is empty
     */
    public @Nullable String password() {
        return passwordFile == null ? null : KeySource.SecretFiles.read(passwordFile, "a password");
    }

    /** The URL, for people. Its parameters may have secrets. */
    public String place() {
        return DatabaseReader.shown(url);
    }
}

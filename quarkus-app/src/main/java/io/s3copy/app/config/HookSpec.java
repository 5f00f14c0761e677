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
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what became of a cut-over.
 *
 * @param url where to; it may hold a secret, and is not shown
 * @param secretFile the key of the signature; null for none
 */
public record HookSpec(URI url, @Nullable Path secretFile) {

    /** Of a key that nobody guesses. */
    static final int SHORTEST_SECRET = 16;

    /** The key of the signature, as the file has it now; null for none. */
    public @Nullable String secret() {
        return secretFile == null ? null : KeySource.SecretFiles.read(secretFile, "the hook's secret");
    }

    /** Where it is, without what may be secret. */
    public String host() {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    @Override
    public String toString() {
        return host();
    }
}

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
package io.s3copy.engine.http;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Who signs, now. Never blocks its caller. */
public interface Identities {

    /** The one to sign with, if it need not be asked for; otherwise null. */
    @Nullable
    Identity known();

    /** Asks for the one to sign with. Fails as a call would for which there are no credentials. */
    CompletableFuture<Identity> find();

    /** S3 has refused this one: if it is still the one that is known, the next call asks again. */
    void refused(Identity identity);
}

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

/** Where buckets are asked. */
public interface Addresses {

    /** The address of a bucket that was asked for before; otherwise null. */
    @Nullable
    Address known(String bucket);

    /**
     * Finds the address of a bucket. Fails as a call to it would that was not sent.
     *
     * @return {@link Address#ELSEWHERE} for a bucket that needs more than a plain signature
     */
    CompletableFuture<Address> find(String bucket);
}

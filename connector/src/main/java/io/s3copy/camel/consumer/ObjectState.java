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
package io.s3copy.camel.consumer;

import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.text.Digests;
import java.nio.charset.StandardCharsets;

/** A listed state of an object, as a repository remembers it. */
public final class ObjectState {

    private ObjectState() {}

    /**
     * The SHA-256 of bucket, key, ETag and time, in hexadecimal digits: 64 characters, however long the key. Another ETag or
     * another time is another state.
     */
    public static String id(String bucket, ListedObject object) {
        String eTag = ETags.bare(object.eTag());
        // the lengths keep two texts apart that would join to the same
        String state = bucket.length() + " " + object.key().length() + " " + eTag.length() + " " + bucket + object.key()
                + eTag + object.lastModified();
        return Digests.sha256Hex(state.getBytes(StandardCharsets.UTF_8));
    }
}

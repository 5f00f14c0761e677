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
package io.s3copy.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object as an event describes it.
 *
 * @param bucket its bucket
 * @param key its key as it is stored, decoded once by the rules of the sender
 * @param versionId its version, or null where the bucket was never versioned. The text {@code null} is a version: the
 *     one from before versioning.
 * @param size in bytes, or null: events of removal and tagging have none. MinIO leaves it out when it is 0, so there a
 *     missing one is 0 for a created object.
 * @param eTag without the quotes that HTTP has around it, or null
 * @param sequencer in hexadecimal, only comparable for one key, by {@link Sequencer}; or null: only puts and deletes
 *     have one
 */
public record EventObject(
        String bucket,
        String key,
        @Nullable String versionId,
        @Nullable Long size,
        @Nullable String eTag,
        @Nullable String sequencer) {

    public EventObject {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
    }

    /** Whether the version is the one without an id: from before versioning, or the object of a bucket without. */
    public boolean isNullVersion() {
        return "null".equals(versionId);
    }
}

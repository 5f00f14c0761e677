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
package io.s3copy.testkit.fault;

import java.time.Instant;

/**
 * A version of an object, or a delete marker.
 *
 * @param id {@code null} as text for what was written while the bucket had no versions
 * @param object null for a delete marker
 */
record StoredVersion(String id, StoredObject object, Instant lastModified) {

    private static final String WITHOUT_VERSIONS = "null";

    static StoredVersion of(StoredObject object) {
        String id = object.versionId() == null ? WITHOUT_VERSIONS : object.versionId();
        return new StoredVersion(id, object, object.lastModified());
    }

    static StoredVersion marker(String id) {
        return new StoredVersion(id, null, StoredObject.now());
    }

    boolean isMarker() {
        return object == null;
    }

    boolean isSame(StoredVersion other) {
        return id.equals(other.id);
    }
}

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
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An upload of parts that has been begun. What it becomes is kept as an object without content. */
final class Upload {

    /**
     * A part that has landed.
     *
     * @param sourceETag of the state of the source that it was copied from
     */
    record Part(Content content, String sourceETag, Instant landed) {}

    final String id;
    final String bucket;
    final String key;
    final StoredObject becomes;
    final Requester initiator;
    final Instant initiated = Instant.now();
    final SortedMap<Integer, Part> parts = new TreeMap<>();
    private final Map<Integer, Part> late = new HashMap<>();

    Upload(String id, String bucket, String key, StoredObject becomes, Requester initiator) {
        this.id = id;
        this.bucket = bucket;
        this.key = key;
        this.becomes = becomes;
        this.initiator = initiator;
    }

    void landsLate(int number, Part part) {
        late.put(number, part);
    }

    /** Gives the upload up; false when parts in flight have outlived that, so that it goes on. */
    boolean abort() {
        parts.clear();
        parts.putAll(late);
        late.clear();
        return parts.isEmpty();
    }
}

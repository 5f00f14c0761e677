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
package io.s3copy.bulk.sync;

import io.s3copy.engine.s3.ListedObject;
import io.s3copy.text.Printable;
import io.s3copy.text.Unicode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Picks of a listing of versions those that were current at an instant: of each key the newest that is not younger. It takes
 * the versions in S3's order, by key and of a key the newest first, and remembers one key. Not for several threads.
 *
 * <p>S3 tells whole seconds, so all that was written in the second of the instant counts as written; of equal times the
 * version that is listed first is the newest. An object of parts has the time at which its upload began, not the one at
 * which it became visible. What a lifecycle rule or a deletion by version id has removed since is not there to be picked.
 */
public final class PointInTime {

    private final Instant asOf;
    private @Nullable String key;
    private boolean decided;

    /**
     * A picker.
     *
     * @param asOf the instant, itself included
     */
    public PointInTime(Instant asOf) {
        this.asOf = asOf;
    }

    /**
     * Takes the next version, or delete marker, of the listing.
     *
     * @return the version, if it was current at the instant; empty if it was not, or is a delete marker
     * @throws IllegalArgumentException when it is out of order, or lacks its time or its version id: what was current
     *     cannot be told
     */
    public Optional<ListedObject> next(ListedObject version) {
        if (key == null || !key.equals(version.key())) {
            if (key != null && Unicode.compare(key, version.key()) > 0) {
                throw unusable(version, "is listed out of order");
            }
            key = version.key();
            decided = false;
        }
        Instant written = version.lastModified();
        if (version.version() == null || written == null) {
            throw unusable(version, "is listed without its " + (written == null ? "time" : "version id"));
        } else if (decided || written.isAfter(asOf)) {
            return Optional.empty();
        }
        decided = true;
        return version.isDeleteMarker() ? Optional.empty() : Optional.of(version);
    }

    private static IllegalArgumentException unusable(ListedObject version, String why) {
        return new IllegalArgumentException("a version of the key " + Printable.quoted(version.key()) + " " + why
                + ", so that it cannot be told what was current");
    }
}

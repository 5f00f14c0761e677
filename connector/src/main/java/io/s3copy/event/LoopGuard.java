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

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps copies from being the events of further copies. It sees what events tell: the place, and the principal. A
 * destination that is an access point of the source's bucket, or another route that copies back, it cannot see.
 */
public final class LoopGuard {

    /** What is to become of an event. */
    public enum Verdict {
        /** It is not known to be of our own making. */
        PASS,
        /** The object is where our copies go. */
        IN_DESTINATION,
        /** It was done by a principal that copies. */
        BY_COPIER
    }

    /**
     * All keys of a bucket that begin alike.
     *
     * @param bucket its name
     * @param prefix empty for the whole bucket
     */
    public record Place(String bucket, String prefix) {

        public Place {
            Objects.requireNonNull(bucket, "bucket");
            Objects.requireNonNull(prefix, "prefix");
        }

        /** Whether some key can be in both. */
        public boolean overlaps(Place other) {
            return bucket.equals(other.bucket) && (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix));
        }

        boolean holds(String otherBucket, String key) {
            return bucket.equals(otherBucket) && key.startsWith(prefix);
        }

        @Override
        public String toString() {
            return bucket + "/" + prefix;
        }
    }

    private final List<Place> destinations;
    private final List<String> copiers;

    /**
     * @param destinations where copies go; none where overlaps are allowed
     * @param copiers the principals whose events are skipped, as they stand in events; one that ends in {@code *} is all
     *     that begin so, as the sessions of a role: {@code AWS:AROAEXAMPLEID:*}
     */
    public LoopGuard(Collection<Place> destinations, Collection<String> copiers) {
        this.destinations = List.copyOf(destinations);
        this.copiers = List.copyOf(copiers);
    }

    /** The destination whose copies would be events of this source, to be refused at start. */
    public Optional<Place> loopWith(Place source) {
        return destinations.stream().filter(source::overlaps).findFirst();
    }

    /** Whether an event is of our own making. */
    public Verdict check(ObjectEvent event) {
        if (destinations.stream().anyMatch(place -> place.holds(event.bucket(), event.key()))) {
            return Verdict.IN_DESTINATION;
        }
        String principal = event.origin().principal();
        return principal != null && copiers.stream().anyMatch(copier -> isOf(principal, copier))
                ? Verdict.BY_COPIER
                : Verdict.PASS;
    }

    private static boolean isOf(String principal, String copier) {
        return copier.endsWith("*")
                ? principal.startsWith(copier.substring(0, copier.length() - 1))
                : principal.equals(copier);
    }
}

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

import io.s3copy.text.Glob;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which events a route acts on. By default all that create an object, and nothing else: deletions are only selected when
 * they are to be propagated.
 *
 * <p>An event is selected when its type is, its key begins with the prefix and ends with the suffix, some include pattern
 * matches (or there is none) and no exclude pattern does, and its size is in range. A size that is not known is in range:
 * only the object itself can tell.
 */
public final class EventSelection {

    /** What is to become of an event. */
    public enum Decision {
        /** The object is to be copied, or looked at in order to be. */
        COPY,
        /** The object is to be deleted at the destination, if it is gone at the source. */
        DELETE,
        /** Its type was not asked for. */
        IGNORE_TYPE,
        /** It removes one version, and only current objects are to be deleted. */
        IGNORE_VERSION,
        /** Prefix, suffix or patterns do not fit. */
        IGNORE_KEY,
        /** It is smaller or larger than asked for. */
        IGNORE_SIZE
    }

    private static final Set<EventType> CREATED = Set.copyOf(EventType.named("ObjectCreated:*"));

    /** All that is created. */
    public static final EventSelection DEFAULT = builder().build();

    private final Set<EventType> types;
    private final DeletePropagation deletes;
    private final String prefix;
    private final String suffix;
    private final List<Glob> includes;
    private final List<Glob> excludes;
    private final long minSize;
    private final long maxSize;

    private EventSelection(Builder builder, Set<EventType> types) {
        this.types = Set.copyOf(types);
        this.deletes = builder.deletes;
        this.prefix = builder.prefix;
        this.suffix = builder.suffix;
        this.includes = builder.includes;
        this.excludes = builder.excludes;
        this.minSize = builder.minSize;
        this.maxSize = builder.maxSize;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What is to become of an event, and if nothing, why. */
    public Decision decide(ObjectEvent event) {
        if (!types.contains(event.type())) {
            return Decision.IGNORE_TYPE;
        } else if (!isKeySelected(event.key())) {
            return Decision.IGNORE_KEY;
        } else if (isDeletion(event.type())) {
            boolean named = event instanceof ObjectEvent.Removed removed && removed.ofOneVersion();
            return named && deletes != DeletePropagation.VERSIONS ? Decision.IGNORE_VERSION : Decision.DELETE;
        }
        Long size = event.object().size();
        boolean inRange = size == null || (size >= minSize && size <= maxSize);
        return inRange ? Decision.COPY : Decision.IGNORE_SIZE;
    }

    private boolean isKeySelected(String key) {
        return key.startsWith(prefix)
                && key.endsWith(suffix)
                && (includes.isEmpty() || includes.stream().anyMatch(glob -> glob.matches(key)))
                && excludes.stream().noneMatch(glob -> glob.matches(key));
    }

    private static boolean isDeletion(EventType type) {
        return type.family() == EventType.Family.REMOVED || type.family() == EventType.Family.DELETE_MARKER;
    }

    /** What to select. */
    public static final class Builder {

        private Set<EventType> types = CREATED;
        private DeletePropagation deletes = DeletePropagation.NONE;
        private String prefix = "";
        private String suffix = "";
        private List<Glob> includes = List.of();
        private List<Glob> excludes = List.of();
        private long minSize;
        private long maxSize = Long.MAX_VALUE;

        private Builder() {}

        /**
         * Which types, as {@link EventType#named} gives them. Without any that deletes, propagated deletions are those
         * by request; those by a lifecycle rule have to be named.
         */
        public Builder types(Collection<EventType> selected) {
            this.types = Set.copyOf(selected);
            return this;
        }

        /** Whether deletions are to be deletions at the destination. */
        public Builder propagateDeletes(DeletePropagation selected) {
            this.deletes = Objects.requireNonNull(selected, "deletes");
            return this;
        }

        /** What keys begin with. */
        public Builder prefix(String selected) {
            this.prefix = Objects.requireNonNull(selected, "prefix");
            return this;
        }

        /** What keys end with. */
        public Builder suffix(String selected) {
            this.suffix = Objects.requireNonNull(selected, "suffix");
            return this;
        }

        /** Of which keys must match one; none for all keys. */
        public Builder include(Collection<Glob> selected) {
            this.includes = List.copyOf(selected);
            return this;
        }

        /** Of which keys must match none. */
        public Builder exclude(Collection<Glob> selected) {
            this.excludes = List.copyOf(selected);
            return this;
        }

        /** From how many to how many bytes, both included. */
        public Builder sizes(long min, long max) {
            this.minSize = min;
            this.maxSize = max;
            return this;
        }

        /**
         * The selection.
         *
         * @throws IllegalArgumentException when it contradicts itself
         */
        public EventSelection build() {
            if (minSize < 0 || minSize > maxSize) {
                throw new IllegalArgumentException(
                        "no object has " + minSize + " to " + maxSize + " bytes: give a range from 0 on");
            } else if (types.contains(EventType.OTHER)) {
                throw new IllegalArgumentException("events of no known type cannot be selected");
            }
            boolean named = types.stream().anyMatch(EventSelection::isDeletion);
            if (named && deletes == DeletePropagation.NONE) {
                throw new IllegalArgumentException(
                        "types that delete are selected, but deletions are not propagated. Set propagateDeletes too");
            }
            Set<EventType> all = EnumSet.noneOf(EventType.class);
            all.addAll(types);
            if (!named && deletes != DeletePropagation.NONE) {
                all.addAll(EventType.named("ObjectRemoved:*"));
            }
            return new EventSelection(this, all);
        }
    }
}

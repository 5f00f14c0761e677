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

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an object. Events come at least once, in any order, and late: an event is a reason to look at the
 * object, not a statement about it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
public sealed interface ObjectEvent {

    /** What happened, exactly. */
    EventType type();

    /** The object as the event describes it. */
    EventObject object();

    /** Who says so, when, and on whose behalf. */
    EventOrigin origin();

    /** The object's bucket. */
    default String bucket() {
        return object().bucket();
    }

    /** The object's key as it is stored. */
    default String key() {
        return object().key();
    }

    /** An object, or a version of one, was created: by put, post, copy, or the end of a multipart upload. */
    record Created(EventType type, EventObject object, EventOrigin origin) implements ObjectEvent {
        public Created {
            check(type, EventType.Family.CREATED, object, origin);
        }
    }

    /**
     * An object is gone for good, or a version of it, by a request or by a lifecycle rule. In a bucket that was never
     * versioned it names no version.
     */
    record Removed(EventType type, EventObject object, EventOrigin origin) implements ObjectEvent {
        public Removed {
            check(type, EventType.Family.REMOVED, object, origin);
        }

        /**
         * Whether one version was removed. Older ones, or a newer one, may still be there. The version {@code null} is the
         * object itself where a bucket has no versions, so that it counts as none: a look at the source tells.
         */
        public boolean ofOneVersion() {
            return switch (type) {
                case OBJECT_LIFECYCLE_EXPIRATION_NON_CURRENT, OBJECT_LIFECYCLE_EXPIRATION_DELETE_MARKER -> true;
                case OBJECT_REMOVED_DELETE_ALL_VERSIONS -> false;
                default -> object.versionId() != null && !object.isNullVersion();
            };
        }
    }

    /** An object was hidden by a delete marker; its versions are still there. The version is the marker's. */
    record DeleteMarkerCreated(EventType type, EventObject object, EventOrigin origin) implements ObjectEvent {
        public DeleteMarkerCreated {
            check(type, EventType.Family.DELETE_MARKER, object, origin);
        }
    }

    /**
     * The restore of an archived object began or ended, or its restored copy has expired.
     *
     * @param expiry until when the restored copy can be read, or null
     * @param storageClass the archive's storage class, or null
     */
    record Restored(
            EventType type,
            EventObject object,
            EventOrigin origin,
            @Nullable Instant expiry,
            @Nullable String storageClass)
            implements ObjectEvent {
        public Restored {
            check(type, EventType.Family.RESTORED, object, origin);
        }
    }

    /** Tags were put on an object, or deleted. Its content is the same. */
    record Tagged(EventType type, EventObject object, EventOrigin origin) implements ObjectEvent {
        public Tagged {
            check(type, EventType.Family.TAGGED, object, origin);
        }
    }

    /**
     * Anything else: ACL, retention, replication, transition, access. {@link EventOrigin#name()} tells what. The key may
     * be empty, as MinIO reports buckets this way, too.
     */
    record Other(EventObject object, EventOrigin origin) implements ObjectEvent {
        public Other {
            check(EventType.OTHER, EventType.Family.OTHER, object, origin);
        }

        @Override
        public EventType type() {
            return EventType.OTHER;
        }
    }

    private static void check(EventType type, EventType.Family family, EventObject object, EventOrigin origin) {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(origin, "origin");
        if (type.family() != family) {
            throw new IllegalArgumentException("an event of type " + type + " is not of the family " + family);
        }
    }
}

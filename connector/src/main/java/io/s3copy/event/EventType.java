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

import static io.s3copy.event.EventType.Family.CREATED;
import static io.s3copy.event.EventType.Family.DELETE_MARKER;
import static io.s3copy.event.EventType.Family.REMOVED;
import static io.s3copy.event.EventType.Family.RESTORED;
import static io.s3copy.event.EventType.Family.TAGGED;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to an object: the types of S3's notifications that mean something to a copy, by S3's names, with what
 * EventBridge and other senders call the same. Every other type is {@link #OTHER}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html">Event
 *     notification types and destinations</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html">Using EventBridge</a>
 */
public enum EventType {
    // spotless:off
    //                                          S3's name                                  family         EventBridge's detail-type, reason, deletion-type, and what others call it
    OBJECT_CREATED_PUT                         ("ObjectCreated:Put",                       CREATED,       "Object Created", "PutObject", null, "ObjectCreated:PutObject", "ObjectCreated:Upload", "PutObject"),
    OBJECT_CREATED_POST                        ("ObjectCreated:Post",                      CREATED,       "Object Created", "POST Object", null, "ObjectCreated:PostObject"),
    OBJECT_CREATED_COPY                        ("ObjectCreated:Copy",                      CREATED,       "Object Created", "CopyObject", null, "ObjectCreated:CopyObject", "CopyObject"),
    OBJECT_CREATED_COMPLETE_MULTIPART_UPLOAD   ("ObjectCreated:CompleteMultipartUpload",   CREATED,       "Object Created", "CompleteMultipartUpload", null, "ObjectCreated:MultipartUpload", "CompleteMultipartUpload"),
    /** Created by a request that is none of the four: better one look too many than an object not copied. */
    OBJECT_CREATED_OTHERWISE                   ("ObjectCreated",                           CREATED,       "Object Created", null, null, "OBJECT_FINALIZE", "google.cloud.storage.object.v1.finalized"),
    LIFECYCLE_EXPIRATION_DELETE                ("LifecycleExpiration:Delete",              REMOVED,       "Object Deleted", "Lifecycle Expiration", "Permanently Deleted", "ObjectDeleted:LifecycleRule", "LifecycleDeletion"),
    LIFECYCLE_EXPIRATION_DELETE_MARKER_CREATED ("LifecycleExpiration:DeleteMarkerCreated", DELETE_MARKER, "Object Deleted", "Lifecycle Expiration", "Delete Marker Created", "HideMarkerCreated:LifecycleRule"),
    OBJECT_REMOVED_DELETE                      ("ObjectRemoved:Delete",                    REMOVED,       "Object Deleted", null, "Permanently Deleted", "ObjectRemoved:Deleted", "ObjectRemoved:DeleteObject", "ObjectRemoved:DeleteObjects", "ObjectRemove:Delete", "ObjectDeleted:Delete", "DeleteObject", "OBJECT_DELETE", "google.cloud.storage.object.v1.deleted"),
    OBJECT_REMOVED_DELETE_MARKER_CREATED       ("ObjectRemoved:DeleteMarkerCreated",       DELETE_MARKER, "Object Deleted", null, "Delete Marker Created", "ObjectRemove:DeleteMarkerCreated", "HideMarkerCreated:Hide", "OBJECT_ARCHIVE", "google.cloud.storage.object.v1.archived"),
    /** MinIO's: the object with all its versions, whichever of them it names. */
    OBJECT_REMOVED_DELETE_ALL_VERSIONS         ("ObjectRemoved:DeleteAllVersions",         REMOVED,       null, null, null),
    OBJECT_RESTORE_POST                        ("ObjectRestore:Post",                      RESTORED,      "Object Restore Initiated", null, null),
    OBJECT_RESTORE_COMPLETED                   ("ObjectRestore:Completed",                 RESTORED,      "Object Restore Completed", null, null, "ObjectRestore:Complete"),
    /** The restored copy has expired; the archived object is still there. */
    OBJECT_RESTORE_DELETE                      ("ObjectRestore:Delete",                    RESTORED,      "Object Restore Expired", null, null),
    OBJECT_TAGGING_PUT                         ("ObjectTagging:Put",                       TAGGED,        "Object Tags Added", null, null, "ObjectCreated:PutTagging"),
    OBJECT_TAGGING_DELETE                      ("ObjectTagging:Delete",                    TAGGED,        "Object Tags Deleted", null, null, "ObjectCreated:DeleteTagging"),
    /** Ceph's and OSS's: written by a replication from elsewhere. */
    OBJECT_SYNCED_CREATE                       ("ObjectSynced:Create",                     CREATED,       null, null, null, "Replication:Create", "ObjectReplication:ObjectCreated", "ObjectReplication:ObjectModified"),
    OBJECT_SYNCED_DELETE                       ("ObjectSynced:Delete",                     REMOVED,       null, null, null, "Replication:Delete", "ObjectReplication:ObjectRemoved"),
    OBJECT_SYNCED_DELETION_MARKER_CREATED      ("ObjectSynced:DeletionMarkerCreated",      DELETE_MARKER, null, null, null, "Replication:DeletionMarkerCreated"),
    /** Ceph's: the current object has expired, and is hidden or gone, as its bucket has versions or not. */
    OBJECT_LIFECYCLE_EXPIRATION_CURRENT        ("ObjectLifecycle:Expiration:Current",      DELETE_MARKER, null, null, null),
    /** Ceph's: a version that was not the current one any more. */
    OBJECT_LIFECYCLE_EXPIRATION_NON_CURRENT    ("ObjectLifecycle:Expiration:NonCurrent",   REMOVED,       null, null, null, "ObjectLifecycle:Expiration:Noncurrent"),
    /** Ceph's and MinIO's: a delete marker was removed, of which no object was left. */
    OBJECT_LIFECYCLE_EXPIRATION_DELETE_MARKER  ("ObjectLifecycle:Expiration:DeleteMarker", REMOVED,       null, null, null, "LifecycleDelMarkerExpiration:Delete"),
    /** ACLs, transitions, accesses, and what is not known yet. Some servers file such things under creation. */
    OTHER                                      (null,                                      Family.OTHER,  null, null, null, "ObjectCreated:PutRetention", "ObjectCreated:PutLegalHold", "ObjectCreated:InitiateMultipartUpload", "ObjectCreated:UploadPart", "ObjectCreated:UploadPartCopy");
    // spotless:on

    /** Which record of {@link ObjectEvent} a type becomes. */
    enum Family {
        CREATED,
        REMOVED,
        DELETE_MARKER,
        RESTORED,
        TAGGED,
        OTHER
    }

    /** What senders put before a name. */
    private static final Pattern SENDER = Pattern.compile("^(s3|oss|cos|obs|b2):");

    private static final Pattern TEST = Pattern.compile("([a-z0-9]{1,20}:)?TestEvent");
    private static final String ALL = "*";
    private static final Map<String, EventType> BY_NAME = byName();

    private final @Nullable String s3Name;
    private final Family family;
    private final @Nullable String detailType;
    private final @Nullable String reason;
    private final @Nullable String deletionType;
    private final List<String> aliases;

    EventType(
            @Nullable String s3Name,
            Family family,
            @Nullable String detailType,
            @Nullable String reason,
            @Nullable String deletionType,
            String... aliases) {
        this.s3Name = s3Name;
        this.family = family;
        this.detailType = detailType;
        this.reason = reason;
        this.deletionType = deletionType;
        this.aliases = List.of(aliases);
    }

    Family family() {
        return family;
    }

    /** By the name in a record, with or without {@code s3:} before it. */
    static EventType ofRecord(String name) {
        String bare = bare(name);
        EventType known = BY_NAME.get(bare);
        if (known != null) {
            return known;
        }
        return bare.startsWith(OBJECT_CREATED_OTHERWISE.s3Name + ":") ? OBJECT_CREATED_OTHERWISE : OTHER;
    }

    /**
     * By the fields of an EventBridge event. A deletion of no known type is {@link #OTHER}: what cannot be told from the
     * removal of one version must not be taken for the removal of the object.
     */
    static EventType ofEventBridge(String detailType, @Nullable String reason, @Nullable String deletionType) {
        for (EventType type : values()) {
            if (detailType.equals(type.detailType)
                    && (type.reason == null || type.reason.equals(reason))
                    && (type.deletionType == null || type.deletionType.equals(deletionType))) {
                return type;
            }
        }
        return OTHER;
    }

    /**
     * The types that a user means, by S3's names: {@code ObjectCreated:Copy}, or all of a group, {@code
     * s3:ObjectRemoved:*}.
     *
     * @throws IllegalArgumentException when there is no such type
     */
    public static Set<EventType> named(String name) {
        String bare = bare(name);
        if (bare.endsWith(":" + ALL)) {
            String group = bare.substring(0, bare.length() - ALL.length() - 1);
            Set<EventType> types = Stream.of(values())
                    .filter(type -> type.isOf(group))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
            if (!types.isEmpty()) {
                return types;
            }
        } else if (BY_NAME.containsKey(bare) && BY_NAME.get(bare) != OTHER) {
            return EnumSet.of(BY_NAME.get(bare));
        }
        throw new IllegalArgumentException(Excerpt.quoted(name) + " is no type of event. Use one of "
                + String.join(", ", names()) + ", or a group as ObjectCreated:*");
    }

    /** Whether its name begins so; or is a group itself. */
    private boolean isOf(String group) {
        return s3Name != null && (s3Name.startsWith(group + ":") || (s3Name.equals(group) && !group.contains(":")));
    }

    private static List<String> names() {
        return Stream.of(values())
                .filter(type -> type.s3Name != null && type != OBJECT_CREATED_OTHERWISE)
                .map(type -> type.s3Name)
                .toList();
    }

    private static String bare(String name) {
        return SENDER.matcher(name).replaceFirst("");
    }

    /** Whether a name is that of an event that only shows that events arrive. */
    static boolean isTest(@Nullable String name) {
        return name != null && TEST.matcher(name).matches();
    }

    private static Map<String, EventType> byName() {
        Map<String, EventType> names = new HashMap<>();
        for (EventType type : values()) {
            if (type.s3Name != null) {
                names.put(type.s3Name, type);
            }
            type.aliases.forEach(alias -> names.put(alias, type));
        }
        return Map.copyOf(names);
    }

    /** S3's name, without {@code s3:}. */
    @Override
    public String toString() {
        return s3Name == null ? "Other" : s3Name;
    }
}

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

import io.s3copy.testkit.KeyOrder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The buckets and what is in them. Not thread-safe: the server takes its lock. */
final class Store {

    private static final class Bucket {
        boolean versioned;
        final NavigableMap<String, StoredObject> current = new TreeMap<>(KeyOrder::compare);
        /** Of each key the newest first. */
        final NavigableMap<String, List<StoredVersion>> versions = new TreeMap<>(KeyOrder::compare);

        final Map<String, List<StoredObject>> states = new HashMap<>();

        Bucket(boolean versioned) {
            this.versioned = versioned;
        }
    }

    private final Map<String, Bucket> buckets = new HashMap<>();
    private final NavigableMap<String, Upload> uploads = new TreeMap<>();
    private final Map<String, byte[]> texts = new HashMap<>();
    private long serial;

    void create(String bucket, boolean versioned) {
        buckets.putIfAbsent(bucket, new Bucket(versioned));
    }

    /** Versions are kept from now on. */
    void versioned(String bucket) {
        buckets.get(bucket).versioned = true;
    }

    void remove(String bucket) {
        buckets.remove(bucket);
    }

    boolean has(String bucket) {
        return buckets.containsKey(bucket);
    }

    String nextId(String kind) {
        return kind + "-%08d".formatted(++serial);
    }

    /** Content that no other object has. */
    Content newContent(String bucket, String key, long size) {
        return Content.of(bucket + "/" + key + "#" + ++serial, size);
    }

    /** Content that was sent: equal bytes are equal content. Text can be read back. */
    Content newContent(byte[] bytes) {
        Content content = Content.of(bytes);
        content.extents().forEach(extent -> texts.putIfAbsent(extent.state(), bytes.clone()));
        return content;
    }

    /** The bytes of a content, where all of it was sent; empty where it is made up. */
    Optional<String> text(Content content) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (Content.Extent extent : content.extents()) {
            byte[] state = texts.get(extent.state());
            if (state == null) {
                return Optional.empty();
            }
            whole.write(state, (int) extent.from(), (int) extent.length());
        }
        return Optional.of(whole.toString(StandardCharsets.UTF_8));
    }

    /** Makes an object visible; what was there stays in the history. */
    StoredObject put(String bucket, String key, StoredObject object) {
        Bucket in = buckets.get(bucket);
        StoredObject stored = object.withVersionId(in.versioned ? nextId("version") : null);
        in.current.put(key, stored);
        in.states.computeIfAbsent(key, any -> new ArrayList<>(1)).add(stored);
        StoredVersion version = StoredVersion.of(stored);
        List<StoredVersion> versions = in.versions.computeIfAbsent(key, any -> new ArrayList<>(1));
        versions.removeIf(version::isSame);
        versions.add(0, version);
        return stored;
    }

    /** Changes what belongs to an object but is no new state of it: its tags, its ACL, its restored copy. */
    void amend(String bucket, String key, StoredObject object) {
        Bucket in = buckets.get(bucket);
        in.current.put(key, object);
        StoredVersion version = StoredVersion.of(object);
        in.versions.get(key).replaceAll(one -> version.isSame(one) ? version : one);
    }

    Optional<StoredObject> get(String bucket, String key) {
        return Optional.ofNullable(buckets.get(bucket)).map(in -> in.current.get(key));
    }

    Optional<StoredObject> get(String bucket, String key, Optional<String> versionId) {
        return versionId.isEmpty()
                ? get(bucket, key)
                : versions(bucket, key).stream()
                        .filter(version -> version.id().equals(versionId.get()) && !version.isMarker())
                        .map(StoredVersion::object)
                        .findFirst();
    }

    /** Without a version id, a bucket with versions hides the object behind a delete marker. */
    void delete(String bucket, String key, Optional<String> versionId) {
        Bucket in = buckets.get(bucket);
        List<StoredVersion> versions = in.versions.getOrDefault(key, new ArrayList<>());
        if (versionId.isPresent()) {
            versions.removeIf(version -> version.id().equals(versionId.get()));
        } else if (!in.current.containsKey(key)) {
            return;
        } else if (in.versioned) {
            versions.add(0, StoredVersion.marker(nextId("version")));
        } else {
            versions.remove(0);
        }
        in.current.remove(key);
        if (versions.isEmpty()) {
            in.versions.remove(key);
        } else if (!versions.get(0).isMarker()) {
            in.current.put(key, versions.get(0).object());
        }
    }

    /** The versions and delete markers of a key, the newest first. */
    List<StoredVersion> versions(String bucket, String key) {
        Bucket in = buckets.get(bucket);
        return in == null ? List.of() : List.copyOf(in.versions.getOrDefault(key, List.of()));
    }

    /** The keys that have versions, with those. */
    NavigableMap<String, List<StoredVersion>> versions(String bucket) {
        return buckets.get(bucket).versions;
    }

    /** All that ever was visible under a key, oldest first. */
    List<StoredObject> states(String bucket, String key) {
        Bucket in = buckets.get(bucket);
        return in == null ? List.of() : List.copyOf(in.states.getOrDefault(key, List.of()));
    }

    NavigableMap<String, StoredObject> objects(String bucket) {
        return buckets.get(bucket).current;
    }

    Upload begin(String bucket, String key, StoredObject becomes, Requester initiator) {
        Upload upload = new Upload(nextId("upload"), bucket, key, becomes, initiator);
        uploads.put(upload.id, upload);
        return upload;
    }

    Optional<Upload> upload(String id) {
        return Optional.ofNullable(uploads.get(id));
    }

    void end(Upload upload) {
        uploads.remove(upload.id);
    }

    Collection<Upload> uploads() {
        return uploads.values();
    }
}

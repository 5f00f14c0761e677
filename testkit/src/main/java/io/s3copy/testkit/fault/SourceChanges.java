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

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.S3Operation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What others do to a source while it is copied. */
final class SourceChanges {

    private record Name(String bucket, String key) {}

    private final Store store;
    private final Map<Name, StoredObject> replaced = new HashMap<>();

    SourceChanges(Store store) {
        this.store = store;
    }

    /** Another state of the same size. */
    void change(RecordedRequest request) {
        Name source = source(request);
        synchronized (store) {
            store.get(source.bucket, source.key).ifPresent(old -> putOther(source, old));
        }
    }

    /** Another state of the same size; what was there first is kept for {@link #putBack}. */
    void replace(RecordedRequest request) {
        Name source = source(request);
        synchronized (store) {
            store.get(source.bucket, source.key).ifPresent(old -> {
                replaced.putIfAbsent(source, old);
                putOther(source, old);
            });
        }
    }

    /** The content that was replaced is there again, put later; what was not replaced is put again as it is. */
    void putBack(RecordedRequest request) {
        Name source = source(request);
        synchronized (store) {
            StoredObject now = store.get(source.bucket, source.key).orElse(null);
            StoredObject first = replaced.remove(source);
            if (first != null || now != null) {
                StoredObject back = first != null ? first : now;
                store.put(source.bucket, source.key, back.withLastModified(after(now == null ? back : now)));
            }
        }
    }

    /** The same content once more: the same ETag, put at least one second later. */
    StoredObject putAgain(String bucket, String key, UnaryOperator<StoredObject> described) {
        synchronized (store) {
            StoredObject now = store.get(bucket, key)
                    .orElseThrow(() -> new IllegalStateException("There is no " + bucket + "/" + key));
            return store.put(bucket, key, described.apply(now.withLastModified(after(now))));
        }
    }

    private void putOther(Name source, StoredObject old) {
        StoredObject other = StoredObject.of(store.newContent(source.bucket, source.key, old.size()));
        store.put(source.bucket, source.key, other.withLastModified(after(old)));
    }

    private static Instant after(StoredObject old) {
        Instant next = old.lastModified().plusSeconds(1);
        Instant now = StoredObject.now();
        return now.isAfter(next) ? now : next;
    }

    /** What a copy reads, or what another call asks about. */
    private static Name source(RecordedRequest request) {
        boolean copies =
                request.operation() == S3Operation.COPY_OBJECT || request.operation() == S3Operation.UPLOAD_PART_COPY;
        if (!copies) {
            return new Name(request.bucket(), request.key());
        }
        CopySourceHeader source = CopySourceHeader.of(request);
        return new Name(source.bucket(), source.key());
    }
}

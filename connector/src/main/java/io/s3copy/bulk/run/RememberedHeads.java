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
package io.s3copy.bulk.run;

import io.s3copy.bulk.check.ToldAttributes;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectHead;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Looks at a side that is not listed, and remembers what HEAD told for as long as the key is worked on. Thread-safe. */
public final class RememberedHeads implements Looks.Side {

    private final Looks.Side side;
    private final Map<String, ObjectHead> heads = new ConcurrentHashMap<>();

    /** Looks by another. */
    public RememberedHeads(Looks.Side side) {
        this.side = side;
    }

    /** Asks whether an object is there: null where S3 says that it is not. */
    CompletableFuture<@Nullable ObjectHead> look(ListedObject object) {
        return side.headIfThere(object).thenApply(head -> {
            if (head != null) {
                heads.put(object.key(), head);
            }
            return head;
        });
    }

    /** Nobody works on the key any more. */
    void forget(ListedObject object) {
        heads.remove(object.key());
    }

    @Override
    public CompletableFuture<ObjectHead> head(ListedObject object) {
        ObjectHead known = heads.get(object.key());
        return known == null ? side.head(object) : CompletableFuture.completedFuture(known);
    }

    @Override
    public CompletableFuture<Map<String, String>> tags(ListedObject object) {
        return side.tags(object);
    }

    @Override
    public CompletableFuture<ToldAttributes> attributes(ListedObject object) {
        return side.attributes(object);
    }

    @Override
    public boolean headsTellChecksums() {
        return side.headsTellChecksums();
    }
}

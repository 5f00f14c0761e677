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
package io.s3copy.camel.consumer;

import static io.s3copy.camel.consumer.BucketPass.answer;

import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.engine.s3.ListedObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.spi.IdempotentRepository;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a bucket that are to be sent: those that the filter lets through, in states that were not sent before. A
 * state is remembered when it is taken, and must be given back if its exchange fails. One thread takes at a time.
 */
public final class NewObjects {

    private final String bucket;
    private final Supplier<BucketPass> passes;
    private final Function<Instant, ObjectFilter> filters;
    private final Function<ListedObject, CompletableFuture<Map<String, String>>> tags;
    private final @Nullable IdempotentRepository seen;
    private final InFlight inFlight;

    private @Nullable BucketPass pass;
    private ObjectFilter filter = ObjectFilter.ALL;

    /**
     * The objects of a bucket.
     *
     * @param passes begins a pass over the bucket
     * @param filters makes the filter of a pass that begins at a time
     * @param tags asks for the tags of an object
     * @param seen remembers states, or null to send all
     */
    public NewObjects(
            String bucket,
            Supplier<BucketPass> passes,
            Function<Instant, ObjectFilter> filters,
            Function<ListedObject, CompletableFuture<Map<String, String>>> tags,
            @Nullable IdempotentRepository seen,
            InFlight inFlight) {
        this.bucket = bucket;
        this.passes = passes;
        this.filters = filters;
        this.tags = tags;
        this.seen = seen;
        this.inFlight = inFlight;
    }

    /**
     * Takes the next objects. Blocks while S3 lists them.
     *
     * @param most how many at most
     * @param goesOn whether to look any further
     * @return none at the end of the bucket: the next call begins a new pass
     * @throws Exception what S3 answers instead; the next call begins a new pass
     */
    public List<ListedObject> take(int most, BooleanSupplier goesOn) throws Exception {
        List<ListedObject> taken = new ArrayList<>();
        try {
            BucketPass current = pass == null ? begin() : pass;
            while (taken.size() < most && goesOn.getAsBoolean()) {
                ListedObject object = current.next();
                if (object == null) {
                    if (taken.isEmpty()) {
                        end();
                    }
                    return taken;
                } else if (filter.refusal(object).isEmpty() && isNew(object)) {
                    taken.add(object);
                }
            }
            return taken;
        } catch (Exception e) {
            taken.forEach(this::giveBack);
            pass = null;
            throw e;
        }
    }

    private BucketPass begin() {
        BucketPass begun = passes.get();
        filter = filters.apply(Instant.now());
        pass = begun;
        return begun;
    }

    private void end() {
        pass = null;
        if (seen instanceof SeenObjects memory) {
            memory.passEnded();
        }
    }

    private boolean isNew(ListedObject object) throws Exception {
        if (seen != null && !seen.add(ObjectState.id(bucket, object))) {
            return false;
        }
        try {
            // an older state of it is on its way: the next pass sends this one
            boolean sent = !inFlight.has(object.key()) && hasTags(object);
            if (!sent) {
                giveBack(object);
            }
            return sent;
        } catch (Exception e) {
            giveBack(object);
            throw e;
        }
    }

    private boolean hasTags(ListedObject object) throws Exception {
        return !filter.needsTags() || filter.refusal(answer(tags.apply(object))).isEmpty();
    }

    /** The object was not sent, or its exchange failed: the next pass sends it again. */
    public void giveBack(ListedObject object) {
        if (seen != null) {
            seen.remove(ObjectState.id(bucket, object));
        }
    }

    /** The exchange of the object ended well. */
    public void confirm(ListedObject object) {
        if (seen != null) {
            seen.confirm(ObjectState.id(bucket, object));
        }
    }

    /** A while goes by before the next are taken. */
    public void pause() {
        if (pass != null) {
            pass.pause();
        }
    }

    /** The next objects are taken from the beginning of the bucket. */
    public void restart() {
        pass = null;
    }
}

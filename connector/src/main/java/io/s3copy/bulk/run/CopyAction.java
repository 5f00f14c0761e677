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

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopySettings;
import io.s3copy.engine.KnownSource;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Copies one object of a run, by the engine, and says what became of it. Thread-safe. */
public final class CopyAction {

    /** Parts are at least so large, where the engine chooses their size. */
    private static final long PART = 64L << 20;

    /** What an endpoint may say of one object is not said of all. */
    private static final List<CopyParameter> OF_ONE_OBJECT = List.of(
            CopyParameter.COPY_SOURCE,
            CopyParameter.COPY_SOURCE_BUCKET,
            CopyParameter.COPY_SOURCE_KEY,
            CopyParameter.COPY_SOURCE_VERSION_ID,
            CopyParameter.KEY);

    private final ObjectCopier copier;
    private final CopySettings settings;
    private final CopyRequest options;
    private final KeyMapping keys;
    private final ObjectFilter filter;
    private final Function<ObjectQuery, CompletableFuture<Map<String, String>>> tags;
    private final @Nullable RunCosts dryRun;

    /**
     * Copies.
     *
     * @param options what each request says, besides its source and its key
     * @param tags gives the tags of an object, for a filter that needs them
     * @param dryRun counts what copies would cost, and none is made; null where copies are made
     */
    public CopyAction(
            ObjectCopier copier,
            CopySettings settings,
            CopyRequest options,
            KeyMapping keys,
            ObjectFilter filter,
            Function<ObjectQuery, CompletableFuture<Map<String, String>>> tags,
            @Nullable RunCosts dryRun) {
        this.copier = copier;
        this.settings = settings;
        this.options = options.without(OF_ONE_OBJECT);
        this.keys = keys;
        this.filter = filter;
        this.tags = tags;
        this.dryRun = dryRun;
    }

    /** Whether a source is left alone, as far as the listing tells. */
    public Optional<BulkOutcome> refused(String bucket, ListedObject source) {
        return filter.refusal(source)
                .map(why -> outcomes(bucket).of(source, "", What.SKIPPED, why.toString(), "", source.size()));
    }

    /**
     * Copies an object.
     *
     * @param bucket of the source
     * @param replaced what stands where it goes, as far as that is known; or null
     * @param why it is copied, for the report; empty where it simply is
     */
    public Decision copy(String bucket, ListedObject source, @Nullable ListedObject replaced, String why) {
        String key;
        CopyRequest request;
        try {
            key = keys.of(source.key());
            request = request(bucket, source, key);
        } catch (InvalidParameterException e) {
            // of this object: a key that would be too long, say. It must not end the run of the others
            return new Decision.Known(failed(bucket, source, e));
        }
        if (dryRun != null && !filter.needsTags()) {
            return new Decision.Known(wouldBeCopied(bucket, source, replaced, key, why, dryRun));
        }
        return new Decision.Work(
                Math.max(0, source.size()),
                requests(source.size()),
                () -> wanted(request).thenCompose(refusal -> {
                    if (refusal != null) {
                        return CompletableFuture.completedFuture(
                                outcomes(bucket).of(source, key, What.SKIPPED, refusal, "", source.size()));
                    } else if (dryRun != null) {
                        return CompletableFuture.completedFuture(
                                wouldBeCopied(bucket, source, replaced, key, why, dryRun));
                    }
                    return copier.copy(request, known(source))
                            .thenApply(result -> told(bucket, source, key, why, result));
                }));
    }

    private BulkOutcome wouldBeCopied(
            String bucket,
            ListedObject source,
            @Nullable ListedObject replaced,
            String key,
            String why,
            RunCosts costs) {
        costs.copied(source, replaced);
        return outcomes(bucket).of(source, key, What.COPIED, null, why, source.size());
    }

    private CopyRequest request(String bucket, ListedObject source, String key) {
        return options.toBuilder()
                .set(CopyParameter.COPY_SOURCE_BUCKET, bucket)
                .set(CopyParameter.COPY_SOURCE_KEY, source.key())
                .set(
                        CopyParameter.COPY_SOURCE_VERSION_ID,
                        source.version() == null ? null : source.version().id())
                .set(CopyParameter.KEY, key)
                .build();
    }

    /** Why an object is left alone for its tags, or null. */
    private CompletableFuture<@Nullable String> wanted(CopyRequest request) {
        if (!filter.needsTags()) {
            return CompletableFuture.completedFuture(null);
        }
        return tags.apply(ObjectQuery.ofSource(request))
                .thenApply(of -> filter.refusal(of).map(Object::toString).orElse(null));
    }

    private static KnownSource known(ListedObject source) {
        return new KnownSource(source.size() == ListedObject.UNKNOWN_SIZE ? null : source.size(), source.eTag());
    }

    /** About how many requests a copy takes. */
    long requests(long bytes) {
        return bytes <= settings.multipartThreshold() ? 1 : 3 + bytes / PART;
    }

    private BulkOutcome told(String bucket, ListedObject source, String key, String why, CopyResult result) {
        Long bytes = result.bytes();
        boolean skipped = result.way() == CopyResult.Way.SKIPPED;
        return outcomes(bucket)
                .of(
                        source,
                        key,
                        skipped ? What.SKIPPED : What.COPIED,
                        skipped ? result.skipped() : null,
                        skipped ? "" : why,
                        bytes == null ? source.size() : bytes);
    }

    /** How the failure of a copy is reported. */
    public BulkOutcome failed(String bucket, ListedObject source, Throwable failure) {
        String key;
        try {
            key = keys.of(source.key());
        } catch (InvalidParameterException e) {
            key = "";
        }
        return outcomes(bucket).failed(source, true, key, failure);
    }

    private Outcomes outcomes(String bucket) {
        return new Outcomes(bucket, options.required(CopyParameter.BUCKET));
    }
}

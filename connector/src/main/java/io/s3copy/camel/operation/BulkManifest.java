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
package io.s3copy.camel.operation;

import io.s3copy.bulk.manifest.ManifestEntry;
import io.s3copy.bulk.manifest.ManifestFormat;
import io.s3copy.bulk.manifest.ManifestOptions;
import io.s3copy.bulk.manifest.ManifestReader;
import io.s3copy.bulk.manifest.Manifests;
import io.s3copy.bulk.run.ManifestWork;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3Place;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.DocumentCalls.Document;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The manifest of a run: where an option says, or in the body. */
final class BulkManifest {

    private final S3CopyConfiguration configuration;
    private final S3Calls calls;
    private final Requests requests;
    private final @Nullable String bucket;

    /** What it was when the run was made. */
    private @Nullable String state;

    BulkManifest(S3CopyConfiguration configuration, CopyRequest options, S3Calls calls, Requests requests) {
        this.configuration = configuration;
        this.calls = calls;
        this.requests = requests;
        this.bucket = options.text(CopyParameter.COPY_SOURCE_BUCKET);
    }

    /** Whether it can be read once only. */
    boolean isInBody() {
        return configuration.getManifest() == null;
    }

    /**
     * What tells that it is the same as before: its ETag, or its size and time; null for one in the body. It is read in this
     * state only. Blocks.
     */
    @Nullable
    String state() {
        String place = configuration.getManifest();
        try {
            if (place == null) {
                return null;
            } else if (S3Place.isOne(place)) {
                S3Place object = S3Place.parse("option manifest", place);
                state = requests.send(() -> calls.headObject(BulkPlaces.query(object.bucket(), object.key())))
                        .join()
                        .eTag();
            } else {
                state = state(BulkPlaces.file("manifest", place));
            }
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException("the manifest cannot be read: " + place, e);
        }
    }

    private static String state(Path file) throws IOException {
        return Files.size(file) + " bytes of " + Files.getLastModifiedTime(file);
    }

    /** From which buckets it may name objects: a message does not say from where, unless options allow it. */
    Predicate<String> buckets() {
        if (!isInBody()) {
            return any -> true;
        }
        Set<String> allowed = new HashSet<>();
        if (bucket != null) {
            allowed.add(bucket);
        }
        if (configuration.getAllowedSourceBuckets() != null) {
            Arrays.stream(configuration.getAllowedSourceBuckets().split(",", -1))
                    .map(String::strip)
                    .forEach(allowed::add);
        }
        return allowed::contains;
    }

    String named() {
        return isInBody() ? "the body" : String.valueOf(configuration.getManifest());
    }

    /**
     * Opens it.
     *
     * @throws InvalidParameterException if the body is none
     */
    ManifestWork.Opener opener(Exchange exchange) {
        ManifestOptions options = BulkOptions.manifest(configuration, bucket);
        if (configuration.getManifest() != null) {
            String place = configuration.getManifest();
            ReadShare share = new ReadShare();
            return share.of(() -> Manifests.open(content(place, share), options, this::open));
        }
        Object body = exchange.getMessage().getBody();
        if (body instanceof Iterable<?> keys) {
            ReadShare share = new ReadShare();
            long number = body instanceof Collection<?> all ? all.size() : -1;
            return share.of(() -> new Listed(keys.iterator(), required(body), line -> share.entries(line, number)));
        }
        InputStream stream = exchange.getMessage().getBody(InputStream.class);
        if (stream == null) {
            throw new InvalidParameterException(
                    "the body",
                    body == null ? null : body.getClass().getName(),
                    "is no manifest",
                    "Send a stream, text, bytes or a list of keys, or set the option manifest");
        }
        return () -> Manifests.open(stream, options, this::open);
    }

    private String required(Object body) {
        if (bucket == null) {
            throw new InvalidParameterException(
                    "option copySourceBucket",
                    null,
                    "is missing: the body, a " + body.getClass().getName() + ", names keys and no bucket",
                    "Name the source bucket");
        }
        return bucket;
    }

    private InputStream content(String place, ReadShare share) throws IOException {
        // an inventory's manifest.json names what is to be read, and is little itself
        boolean whole = ManifestFormat.of(configuration.getManifestFormat()) != ManifestFormat.INVENTORY;
        if (S3Place.isOne(place)) {
            S3Place object = S3Place.parse("option manifest", place);
            Document document = pinned(place, object);
            return whole ? share.counted(document.content(), document.length()) : document.content();
        }
        Path file = BulkPlaces.file("manifest", place);
        long size = Files.size(file);
        InputStream stream = Files.newInputStream(file);
        if (!state(file).equals(state)) {
            stream.close();
            throw replaced(place);
        }
        return whole ? share.counted(stream, size) : stream;
    }

    /** The manifest in the state in which the run has found it: otherwise its checkpoint would count lines of another. */
    private Document pinned(String place, S3Place object) throws IOException {
        Document document;
        try {
            document = document(BulkPlaces.query(object.bucket(), object.key()).onCondition(state));
        } catch (IOException e) {
            if (S3CallException.isUnmet(e.getCause())) {
                throw replaced(place);
            }
            throw e;
        }
        // a service may ignore the condition
        if (state != null && document.eTag() != null && !ETags.equal(state, document.eTag())) {
            document.content().close();
            throw replaced(place);
        }
        return document;
    }

    private static InvalidParameterException replaced(String place) {
        return new InvalidParameterException(
                "option manifest",
                place,
                "is another manifest than when the run began: it was replaced meanwhile",
                "Start the run again, which is one of the new manifest then");
    }

    /** A data file, whose MD5 the manifest names. */
    private InputStream open(String ofBucket, String key) throws IOException {
        return document(BulkPlaces.query(ofBucket, key)).content();
    }

    private Document document(ObjectQuery query) throws IOException {
        try {
            return requests.send(() -> calls.getObject(query)).join();
        } catch (CompletionException e) {
            throw new IOException("the manifest cannot be read: " + Causes.of(e).getMessage(), Causes.of(e));
        }
    }

    /** A list of keys. */
    private static final class Listed implements ManifestReader {
        private final Iterator<?> keys;
        private final String bucket;
        private final LongConsumer read;
        private long line;

        /**
         * A list.
         *
         * @param read hears of the number of each key
         */
        private Listed(Iterator<?> keys, String bucket, LongConsumer read) {
            this.keys = keys;
            this.bucket = bucket;
            this.read = read;
        }

        @Override
        public @Nullable ManifestEntry next() {
            if (!keys.hasNext()) {
                return null;
            }
            line++;
            read.accept(line);
            Object key = keys.next();
            if (!(key instanceof CharSequence) || key.toString().isEmpty()) {
                throw new InvalidParameterException(
                        "the body",
                        key == null ? null : key.getClass().getName(),
                        "has an entry, number " + line + ", that is no key",
                        "Send a list of texts");
            }
            return ManifestEntry.of(bucket, key.toString(), null);
        }

        @Override
        public long line() {
            return line;
        }

        @Override
        public String document() {
            return "the body";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}

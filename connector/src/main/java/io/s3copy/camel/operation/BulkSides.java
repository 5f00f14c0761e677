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

import io.s3copy.bulk.check.ToldAttributes;
import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.bulk.run.AttributeLook;
import io.s3copy.bulk.run.HeadLook;
import io.s3copy.bulk.run.KeyMapping;
import io.s3copy.bulk.run.Looks;
import io.s3copy.bulk.run.RunRequests;
import io.s3copy.camel.ListingFilter;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.parameter.BucketKind;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The two buckets of a run: what is listed where, and how their objects are asked about.
 *
 * @param sourceBucket where objects come from
 * @param sourcePrefix what all their keys begin with
 * @param destinationBucket where they go
 * @param destinationPrefix what the keys of all copies begin with
 */
record BulkSides(String sourceBucket, String sourcePrefix, String destinationBucket, String destinationPrefix) {

    /**
     * The sides of an endpoint.
     *
     * @param options the parameters that the endpoint sets
     * @throws InvalidParameterException if the source is not named, or lies in the destination
     */
    static BulkSides of(S3CopyConfiguration configuration, CopyRequest options, ObjectFilter filter) {
        String bucket = sourceBucket(configuration, options);
        String prefix = Objects.requireNonNullElse(configuration.getPrefix(), "");
        ListingFilter.checkBucket(configuration, bucket, prefix);
        String listed = listed(configuration, options, filter.prefix().startsWith(prefix) ? filter.prefix() : prefix);
        String strip = Objects.requireNonNullElse(configuration.getStripPrefix(), "");
        if (!listed.startsWith(strip)) {
            throw new InvalidParameterException(
                    "option stripPrefix",
                    strip,
                    "is not what prefix ('" + prefix
                            + "') begins with, so that keys are listed which do not begin with it",
                    "Set prefix to it, or to what lies under it");
        }
        String before = Objects.requireNonNullElse(configuration.getKeyPrefix(), "");
        BulkSides sides = new BulkSides(
                bucket, listed, options.required(CopyParameter.BUCKET), before + listed.substring(strip.length()));
        sides.refuseLoop();
        DirectoryRules.check(configuration, sides);
        return sides;
    }

    /** A directory bucket is listed by whole directories. */
    private static String listed(S3CopyConfiguration configuration, CopyRequest options, String prefix) {
        boolean directories = isUnordered(sourceBucket(configuration, options))
                || (configuration.getOperation() == S3CopyOperation.check
                        && isUnordered(options.required(CopyParameter.BUCKET)));
        return directories ? prefix.substring(0, prefix.lastIndexOf('/') + 1) : prefix;
    }

    private static boolean isUnordered(String bucket) {
        return BucketKind.of(bucket) == BucketKind.DIRECTORY;
    }

    /** Whether the source lists its keys in no order. */
    boolean isSourceUnordered() {
        return isUnordered(sourceBucket);
    }

    /** Whether the destination does. */
    boolean isDestinationUnordered() {
        return isUnordered(destinationBucket);
    }

    /** Whether two listings cannot be merged, as one has no order. */
    boolean isAnyUnordered() {
        return isSourceUnordered() || isDestinationUnordered();
    }

    /** Whether a run that ended early can go on where it ended: behind a key, of which only an order says what is left. */
    static boolean isResumable(S3CopyConfiguration configuration, CopyRequest options) {
        S3CopyOperation operation = configuration.getOperation();
        return operation == S3CopyOperation.copyManifest
                || !(isUnordered(sourceBucket(configuration, options))
                        || (operation == S3CopyOperation.check && isUnordered(options.required(CopyParameter.BUCKET))));
    }

    /** What operation=listObjects lists. */
    static BulkSides source(S3CopyConfiguration configuration, CopyRequest options) {
        String bucket = sourceBucket(configuration, options);
        String prefix = Objects.requireNonNullElse(configuration.getPrefix(), "");
        ListingFilter.checkBucket(configuration, bucket, prefix);
        return new BulkSides(bucket, prefix, options.required(CopyParameter.BUCKET), "");
    }

    private static String sourceBucket(S3CopyConfiguration configuration, CopyRequest options) {
        String bucket = options.text(CopyParameter.COPY_SOURCE_BUCKET);
        if (bucket == null) {
            throw new InvalidParameterException(
                    "option copySourceBucket",
                    null,
                    "is missing: operation=" + configuration.getOperation() + " lists the bucket that it names",
                    "Name the source bucket, and with prefix what of it");
        }
        return bucket;
    }

    /** Copies into what is being listed would be listed, and copied again. */
    private void refuseLoop() {
        boolean same = sourceBucket.equals(destinationBucket);
        if (same && (destinationPrefix.startsWith(sourcePrefix) || sourcePrefix.startsWith(destinationPrefix))) {
            boolean self = destinationPrefix.equals(sourcePrefix);
            throw new InvalidParameterException(
                    "option keyPrefix",
                    destinationPrefix,
                    self
                            ? "makes each object a copy of itself"
                            : "lies in what is listed ('" + sourcePrefix
                                    + "'): copies would be listed and copied again",
                    self
                            ? "Set keyPrefix, stripPrefix or another bucket; to encrypt objects anew, see the route re-encrypt"
                            : "Copy to a prefix outside of it");
        }
    }

    /** Which key the copy of a source has. */
    static KeyMapping keys(S3CopyConfiguration configuration) {
        return KeyMapping.ofPrefixes(
                Objects.requireNonNullElse(configuration.getStripPrefix(), ""),
                Objects.requireNonNullElse(configuration.getKeyPrefix(), ""));
    }

    /** An object of the destination as it would be listed at the source: filters are of the source's keys. */
    ListedObject asSource(ListedObject there) {
        String key = sourcePrefix + there.key().substring(destinationPrefix.length());
        return new ListedObject(
                key,
                there.size(),
                there.eTag(),
                there.lastModified(),
                there.storageClass(),
                there.checksumAlgorithms(),
                there.checksumType(),
                there.version());
    }

    /** What is listed at the source. */
    PrefixListing source(ListCalls calls, Requests requests, CopyRequest options, boolean versions) {
        return new PrefixListing(
                calls,
                requests,
                ListQuery.of(sourceBucket, sourcePrefix)
                        .paidBy(
                                options.text(CopyParameter.REQUEST_PAYER),
                                options.text(CopyParameter.EXPECTED_SOURCE_BUCKET_OWNER)),
                versions);
    }

    /** What is listed at the destination. */
    PrefixListing destination(ListCalls calls, Requests requests, CopyRequest options, boolean versions) {
        return new PrefixListing(
                calls,
                requests,
                ListQuery.of(destinationBucket, destinationPrefix)
                        .paidBy(
                                options.text(CopyParameter.REQUEST_PAYER),
                                options.text(CopyParameter.EXPECTED_BUCKET_OWNER)),
                versions);
    }

    /** Looks at what was listed on both sides. */
    Looks looks(
            S3Calls source,
            S3Calls destination,
            Requests requests,
            RunRequests counted,
            ServiceTraits traits,
            CopyRequest options) {
        return new Looks(
                new Side(
                        source,
                        requests,
                        counted,
                        traits,
                        new HeadLook(source, requests, counted),
                        new AttributeLook(source, requests, counted, traits),
                        object -> ObjectQuery.ofSource(options.toBuilder()
                                .set(CopyParameter.COPY_SOURCE_BUCKET, sourceBucket)
                                .set(CopyParameter.COPY_SOURCE_KEY, object.key())
                                .build())),
                new Side(
                        destination,
                        requests,
                        counted,
                        traits,
                        new HeadLook(destination, requests, counted),
                        new AttributeLook(destination, requests, counted, traits),
                        object -> ObjectQuery.ofDestination(options.toBuilder()
                                .set(CopyParameter.KEY, object.key())
                                .build())));
    }

    /** One side, by its client. */
    private record Side(
            S3Calls calls,
            Requests requests,
            RunRequests counted,
            ServiceTraits traits,
            HeadLook heads,
            AttributeLook attributes,
            Function<ListedObject, ObjectQuery> query)
            implements Looks.Side {

        @Override
        public CompletableFuture<ObjectHead> head(ListedObject object) {
            return heads.of(asked(object));
        }

        @Override
        public CompletableFuture<Map<String, String>> tags(ListedObject object) {
            counted.made("GetObjectTagging", 1);
            return requests.send(() -> calls.getObjectTagging(asked(object)));
        }

        @Override
        public CompletableFuture<ToldAttributes> attributes(ListedObject object) {
            return attributes.of(asked(object));
        }

        @Override
        public boolean headsTellChecksums() {
            return traits.heeds(ServiceTraits.Trait.checksumMode);
        }

        private ObjectQuery asked(ListedObject object) {
            ListedObject.Version version = object.version();
            return query.apply(object).unconditional(version == null ? null : version.id());
        }
    }

    /** How listings and looks are sent, beside the copies. */
    static Requests requests(Retries retries, int atOnce, String name, RunRequests counted) {
        return new Requests(new RequestWindow(atOnce, atOnce), retries, () -> name, counted);
    }

    /** What the run does, for people. */
    String named(String operation) {
        return operation + " of s3://" + sourceBucket + "/" + sourcePrefix + " to s3://" + destinationBucket + "/"
                + destinationPrefix;
    }
}

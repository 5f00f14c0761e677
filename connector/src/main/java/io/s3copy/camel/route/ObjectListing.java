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
package io.s3copy.camel.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of a bucket, to split. It asks {@code aws2-s3} for a page of at most 1,000 at a time, when the one before
 * is used up, so that memory does not grow with the bucket.
 *
 * <p>The consumer of {@code aws2-s3} does not suffice. It reads every object that it lists. With a prefix, it continues after
 * the first page only if the answer has a {@code NextMarker}, which S3 sends only for listings with a delimiter.
 */
public final class ObjectListing implements CamelContextAware {

    @SuppressWarnings("NullAway.Init") // Camel sets it before it uses the bean
    private CamelContext camelContext;

    private String bucket = "";
    private String prefix = "";
    /** Options of the listing endpoint, besides those of its component. Not in a URI: logs show URIs. */
    private final Map<String, Object> options = new HashMap<>();

    private Duration minAge = Duration.ZERO;
    private @Nullable ObjectFaults faults;

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
        KameletParameters.ensure(camelContext);
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    public void setBucket(String bucket) {
        this.bucket = RawValue.unwrap(bucket);
    }

    /** Sets what ends a run before the list does; by default nothing. */
    public void setFaults(ObjectFaults faults) {
        this.faults = faults;
    }

    /** Sets what the keys begin with, as it is or in {@code RAW()}. */
    public void setPrefix(String prefix) {
        this.prefix = RawValue.unwrap(prefix);
    }

    /** Sets the Region of the bucket, where the component has another. */
    public void setRegion(String region) {
        option("region", region);
    }

    public void setUseDefaultCredentialsProvider(String use) {
        option("useDefaultCredentialsProvider", use);
    }

    public void setAccessKey(String accessKey) {
        option("accessKey", accessKey);
    }

    public void setSecretKey(String secretKey) {
        option("secretKey", secretKey);
    }

    public void setOverrideEndpoint(String override) {
        option("overrideEndpoint", override);
    }

    /** Sets the URL of a service other than AWS. */
    public void setUriEndpointOverride(String uri) {
        option("uriEndpointOverride", uri);
    }

    public void setForcePathStyle(String force) {
        option("forcePathStyle", force);
    }

    /** A placeholder without a value leaves an empty one. */
    private void option(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            options.put(name, RawValue.unwrap(value));
        }
    }

    /** Sets for how many days an object must not have changed. */
    public void setMinAgeDays(long days) {
        if (days < 0) {
            throw new IllegalArgumentException("An age of " + days + " days");
        }
        this.minAge = Duration.ofDays(days);
    }

    /** The objects as they are listed now, by their keys. */
    public Iterator<S3Object> objects() {
        if (bucket.isBlank()) {
            throw new IllegalArgumentException("A listing needs a bucket");
        }
        if (faults != null) {
            faults.begin();
        }
        return new Objects(Instant.now().minus(minAge));
    }

    /** Keys are asked for URL-encoded, so that XML carries every one; the SDK decodes them. */
    private List<S3Object> page(@Nullable String after) {
        ListObjectsRequest page = ListObjectsRequest.builder()
                .bucket(bucket)
                .prefix(prefix)
                .marker(after)
                .encodingType(EncodingType.URL)
                .build();
        Map<String, Object> all = new HashMap<>(options);
        all.put("operation", "listObjects");
        all.put("pojoRequest", "true");
        Endpoint lists = camelContext.getEndpoint("aws2-s3:" + bucket, all);
        try (ProducerTemplate template = camelContext.createProducerTemplate()) {
            Object listed = template.requestBody(lists, (Object) page);
            return ((List<?>) listed).stream().map(S3Object.class::cast).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Objects implements Iterator<S3Object> {
        private final Instant changedBefore;
        private Iterator<S3Object> page = List.<S3Object>of().iterator();
        private @Nullable String after;
        private boolean ended;
        private @Nullable S3Object next;

        Objects(Instant changedBefore) {
            this.changedBefore = changedBefore;
        }

        @Override
        public boolean hasNext() {
            ended |= faults != null && !faults.goesOn();
            while (next == null && !ended) {
                if (page.hasNext()) {
                    S3Object object = page.next();
                    after = object.key();
                    next = object.lastModified().isAfter(changedBefore) ? null : object;
                } else {
                    // an empty page ends the list: a server may send fewer objects than were asked for
                    List<S3Object> listed = page(after);
                    ended = listed.isEmpty();
                    page = listed.iterator();
                }
            }
            return next != null;
        }

        @Override
        public S3Object next() {
            S3Object object = hasNext() ? next : null;
            if (object == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return object;
        }
    }
}

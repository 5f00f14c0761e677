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
package io.s3copy.app;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the route copies: the objects of the source bucket. */
@ApplicationScoped
@Named("sourceBucket")
@Unremovable
public class SourceBucket {

    private final Settings settings;
    private final Service service;
    private final Report report;
    private final AtomicReference<Listing> current = new AtomicReference<>();
    private volatile boolean stopping;

    SourceBucket(Settings settings, Service service, Report report) {
        this.settings = settings;
        this.service = service;
        this.report = report;
    }

    /** The objects, listed while they are read. */
    public Iterator<SourceObject> objects() {
        Listing listing = new Listing(this::page, report::listingFailed);
        current.set(listing);
        if (stopping) {
            listing.stop();
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (report.isStopped()) {
                    listing.stop();
                }
                return listing.hasNext();
            }

            @Override
            public SourceObject next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                report.listed();
                return toCopy(listing.next());
            }
        };
    }

    /** At the end of the listing: says why there was nothing to copy. */
    public void tellOfNothing() {
        if (report.foundNothing() && !stopping) {
            report.nothing(new NothingListed(service.sourceClient(), settings).explain());
        }
    }

    /** Before Camel waits for what is in flight, the listing ends. Quarkus's own event comes after that wait. */
    void stop(@Observes CamelContextStoppingEvent stop) {
        stopping = true;
        report.stopping();
        Listing listing = current.get();
        if (listing != null) {
            listing.stop();
        }
    }

    /** Keys are asked for encoded: XML has no way to write some of them. The client decodes them. */
    private CompletableFuture<ListObjectsV2Response> page(String token) {
        return service.sourceClient()
                .listObjectsV2(list -> list.bucket(settings.source().bucket())
                        .prefix(settings.source().prefix().orElse(null))
                        .encodingType(EncodingType.URL)
                        .continuationToken(token));
    }

    private SourceObject toCopy(S3Object object) {
        String rest =
                object.key().substring(settings.source().prefix().orElse("").length());
        return new SourceObject(
                settings.source().bucket(),
                object.key(),
                object.size(),
                settings.destination().bucket(),
                settings.destination().prefix().orElse("") + rest);
    }
}

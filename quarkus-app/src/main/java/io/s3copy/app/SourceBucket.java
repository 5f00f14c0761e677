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
import io.s3copy.camel.S3CopyEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.util.Iterator;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the route copies: the objects of the source bucket. */
@ApplicationScoped
@Named("sourceBucket")
@Unremovable
public class SourceBucket {

    private final Settings settings;
    private final CamelContext camel;
    private final Report report;
    private final AtomicReference<Listing> current = new AtomicReference<>();
    private volatile boolean stopping;

    SourceBucket(Settings settings, CamelContext camel, Report report) {
        this.settings = settings;
        this.camel = camel;
        this.report = report;
    }

    /** @throws SettingsException when the client finds no credentials: every one of its requests would fail so */
    void checkCredentials() {
        try {
            client().serviceClientConfiguration()
                    .credentialsProvider()
                    .resolveIdentity()
                    .join();
        } catch (SdkException | CompletionException e) {
            throw new SettingsException("s3copy.access-key is not set, and the AWS SDK's default chain (environment,"
                    + " profile, container, instance) found no credentials. Set s3copy.access-key and"
                    + " s3copy.secret-key, or what the chain looks for;"
                    + " -Dquarkus.log.category.\"software.amazon.awssdk.auth\".level=DEBUG shows where it looked");
        }
    }

    /** The objects, listed while they are read. */
    public Iterator<SourceObject> objects() {
        Listing listing = new Listing(report::listingFailed);
        current.set(listing);
        if (stopping) {
            listing.stop();
        } else {
            client().listObjectsV2Paginator(
                            // so that XML carries every key; the SDK decodes them
                            list -> list.bucket(settings.source().bucket())
                                    .encodingType(EncodingType.URL)
                                    .prefix(settings.source().prefix().orElse(null)))
                    .subscribe(listing);
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return listing.hasNext();
            }

            @Override
            public SourceObject next() {
                return toCopy(listing.next());
            }
        };
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

    /** The client of the route's own endpoint: one identity and one pool of connections for the whole job. */
    private S3AsyncClient client() {
        return camel.getEndpoints().stream()
                .filter(S3CopyEndpoint.class::isInstance)
                .map(S3CopyEndpoint.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No route has an s3copy endpoint"))
                .clients()
                .destinationClient();
    }
}

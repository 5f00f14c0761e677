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
import io.s3copy.camel.S3CopyComponent;
import io.s3copy.camel.S3CopyConfiguration;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.spi.ThreadPoolProfile;

/** What the route refers to, as the settings want it. */
@Singleton
public class RouteParts {

    /** Beside the copies, one request lists. */
    private static final int CONNECTIONS_FOR_LISTING = 1;

    private static final String FEEDER = "s3copy-feeder";
    private static final String ANY_REGION = "us-east-1";

    /**
     * The one thread that hands objects to S3: it goes on to the next while S3 copies, until the component holds it
     * back because {@code s3copy.concurrency} copies are in flight.
     */
    @Produces
    @Singleton
    @Named(FEEDER)
    @Unremovable
    ThreadPoolProfile feeder() {
        ThreadPoolProfile profile = new ThreadPoolProfile(FEEDER);
        profile.setPoolSize(1);
        profile.setMaxPoolSize(1);
        return profile;
    }

    /** The component: every {@code s3copy:} endpoint of every route inherits from it. */
    @Produces
    @Singleton
    @Named("s3copy")
    @Unremovable
    S3CopyComponent s3copy(Settings settings) {
        if (Mode.isServe()) {
            // each store has a component of its own, which inherits what is said of this one
            return new S3CopyComponent();
        }
        S3CopyConfiguration defaults = new S3CopyConfiguration();
        settings.endpoint().ifPresent(endpoint -> {
            defaults.setOverrideEndpoint(true);
            defaults.setUriEndpointOverride(endpoint.toString());
            defaults.setRegion(ANY_REGION);
        });
        settings.region().ifPresent(defaults::setRegion);
        defaults.setForcePathStyle(settings.pathStyle());
        if (settings.accessKey().isPresent()) {
            defaults.setAccessKey(settings.accessKey().get());
            defaults.setSecretKey(settings.secretKey().orElseThrow());
            settings.sessionToken().ifPresent(token -> {
                defaults.setUseSessionCredentials(true);
                defaults.setSessionToken(token);
            });
        } else {
            defaults.setUseDefaultCredentialsProvider(true);
        }
        settings.storageClass().ifPresent(defaults::setStorageClass);
        defaults.setDryRun(settings.dryRun());
        defaults.setMaxPending(settings.concurrency());
        defaults.setMaxConnections(settings.concurrency() + CONNECTIONS_FOR_LISTING);
        S3CopyComponent component = new S3CopyComponent();
        component.setConfiguration(defaults);
        return component;
    }
}

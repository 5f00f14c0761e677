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
package io.s3copy.app.job;

import io.s3copy.app.config.KeySource;
import io.s3copy.app.config.StoreSpec;
import io.s3copy.camel.S3CopyComponent;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.camel.S3Place;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** A component for each store, with its service and its credentials. */
public final class StoreComponents {

    private static final String COMPONENT = "s3copy";

    private final CamelContext camel;

    /** Components of a context. What its component s3copy says holds for every store. */
    public StoreComponents(CamelContext camel) {
        this.camel = camel;
    }

    /**
     * An endpoint of a store, with options as they are written. It is not started. It has a window of its own; credentials are
     * those of now.
     *
     * @throws Exception if an option is wrong, or a secret cannot be read
     */
    public S3CopyEndpoint endpoint(StoreSpec store, String bucket, Map<String, String> options) throws Exception {
        return (S3CopyEndpoint) component(store).createEndpoint(name(store) + ":" + bucket, new HashMap<>(options));
    }

    /** Says where an operation works: on all objects under a prefix, whose copies have another in its place. */
    public static void place(
            S3CopyConfiguration own,
            S3CopyOperation operation,
            S3Place source,
            S3Place destination,
            @Nullable String sourceRegion) {
        own.setOperation(operation);
        own.setCopySourceBucket(source.bucket());
        own.setPrefix(orNothing(source.key()));
        own.setStripPrefix(orNothing(source.key()));
        own.setKeyPrefix(orNothing(destination.key()));
        own.setSourceRegion(sourceRegion);
    }

    private static @Nullable String orNothing(String key) {
        return key.isEmpty() ? null : key;
    }

    private static String name(StoreSpec store) {
        return COMPONENT + "-" + store.name();
    }

    /**
     * Lets a store be a component, {@code s3copy-<name>}, for routes of the user's own.
     *
     * @throws io.s3copy.app.config.SettingsException if a secret cannot be read
     */
    public void open(StoreSpec store) {
        component(store);
    }

    private synchronized S3CopyComponent component(StoreSpec store) {
        S3CopyComponent component =
                camel.hasComponent(name(store)) instanceof S3CopyComponent there ? there : new S3CopyComponent();
        component.setConfiguration(defaults(store));
        component.setMetricsEnabled(isMeasured());
        if (camel.hasComponent(name(store)) == null) {
            camel.addComponent(name(store), component);
        }
        return component;
    }

    /** Whether copies are measured, where somebody has a registry for that. */
    boolean isMeasured() {
        return given().isMetricsEnabled();
    }

    private S3CopyComponent given() {
        return camel.getComponent(COMPONENT, S3CopyComponent.class);
    }

    /** Options of the component that were given as camel.component.s3copy hold for every store. */
    S3CopyConfiguration defaults(StoreSpec store) {
        S3CopyConfiguration defaults = given().getConfiguration().copy();
        if (store.endpoint() != null) {
            defaults.setOverrideEndpoint(true);
            defaults.setUriEndpointOverride(store.endpoint().toString());
        }
        if (store.region() != null) {
            defaults.setRegion(store.region());
        }
        if (store.pathStyle()) {
            defaults.setForcePathStyle(true);
        }
        if (store.keys() instanceof KeySource.SecretFiles files) {
            KeySource.Keys keys = files.read();
            defaults.setAccessKey(keys.accessKey());
            defaults.setSecretKey(keys.secretKey());
            if (keys.sessionToken() != null) {
                defaults.setUseSessionCredentials(true);
                defaults.setSessionToken(keys.sessionToken());
            }
        } else if (store.keys() instanceof KeySource.Profile profile) {
            defaults.setUseProfileCredentialsProvider(true);
            defaults.setProfileCredentialsName(profile.name());
        } else {
            defaults.setUseDefaultCredentialsProvider(true);
        }
        return defaults;
    }
}

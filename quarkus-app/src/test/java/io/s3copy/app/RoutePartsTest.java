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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.S3CopyConfiguration;
import org.apache.camel.spi.ThreadPoolProfile;
import org.junit.jupiter.api.Test;

class RoutePartsTest {

    private static S3CopyConfiguration defaults(String... namesAndValues) {
        return new RouteParts().s3copy(GivenSettings.of(namesAndValues)).getConfiguration();
    }

    @Test
    void oneThreadHandsObjectsOut() {
        ThreadPoolProfile feeder = new RouteParts().feeder();
        assertThat(feeder.getId()).isEqualTo("s3copy-feeder");
        assertThat(feeder.getPoolSize()).isEqualTo(1);
        assertThat(feeder.getMaxPoolSize()).isEqualTo(1);
    }

    @Test
    void endpointOfTheSettingsIsSignedForSomeRegion() {
        S3CopyConfiguration defaults = defaults("endpoint", "http://127.0.0.1:9000", "path-style", "true");
        assertThat(defaults.isOverrideEndpoint()).isTrue();
        assertThat(defaults.getUriEndpointOverride()).isEqualTo("http://127.0.0.1:9000");
        assertThat(defaults.getRegion()).isEqualTo("us-east-1");
        assertThat(defaults.isForcePathStyle()).isTrue();
    }

    @Test
    void regionOfTheSettingsOutweighsThat() {
        assertThat(defaults("endpoint", "http://127.0.0.1:9000", "region", "eu-west-1")
                        .getRegion())
                .isEqualTo("eu-west-1");
    }

    @Test
    void withoutAnEndpointNothingButTheSettingsSaysTheRegion() {
        S3CopyConfiguration defaults = defaults();
        assertThat(defaults.isOverrideEndpoint()).isFalse();
        assertThat(defaults.getRegion()).isNull();
        assertThat(defaults.isForcePathStyle()).isFalse();
    }

    @Test
    void withoutKeysTheDefaultChainFindsThem() {
        S3CopyConfiguration defaults = defaults();
        assertThat(defaults.isUseDefaultCredentialsProvider()).isTrue();
        assertThat(defaults.getAccessKey()).isNull();
    }

    @Test
    void keysOfTheSettingsOutweighTheDefaultChain() {
        S3CopyConfiguration defaults = defaults("access-key", "id", "secret-key", "secret");
        assertThat(defaults.getAccessKey()).isEqualTo("id");
        assertThat(defaults.getSecretKey()).isEqualTo("secret");
        assertThat(defaults.isUseDefaultCredentialsProvider()).isFalse();
        assertThat(defaults.isUseSessionCredentials()).isFalse();
    }

    @Test
    void tokenMakesThemTemporary() {
        S3CopyConfiguration defaults = defaults("access-key", "id", "secret-key", "secret", "session-token", "token");
        assertThat(defaults.isUseSessionCredentials()).isTrue();
        assertThat(defaults.getSessionToken()).isEqualTo("token");
    }

    @Test
    void copiesInFlightLeaveOneConnectionForTheListing() {
        S3CopyConfiguration defaults = defaults("concurrency", "5");
        assertThat(defaults.getMaxPending()).isEqualTo(5);
        assertThat(defaults.getMaxConnections()).isEqualTo(6);
    }

    @Test
    void howObjectsAreCopiedIsAsTheSettingsSay() {
        S3CopyConfiguration defaults = defaults("storage-class", "GLACIER_IR", "dry-run", "true");
        assertThat(defaults.getStorageClass()).isEqualTo("GLACIER_IR");
        assertThat(defaults.isDryRun()).isTrue();
    }
}

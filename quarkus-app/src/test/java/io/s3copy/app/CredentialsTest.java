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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.app.config.SettingsException;
import io.s3copy.testkit.S3Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

class CredentialsTest {

    @AutoClose
    private final AppOnStub app = AppOnStub.with();

    @Test
    void credentialsThatAreFoundCostNoRequest() {
        new Credentials(app.service()).check();
        assertThat(app.s3().operations()).doesNotContain(S3Operation.LIST_OBJECTS_V2, S3Operation.HEAD_BUCKET);
    }

    @Test
    void missingCredentialsAreToldWithTheSettingsThatGiveThem() {
        try (S3AsyncClient none = S3AsyncClient.builder()
                .endpointOverride(app.s3().endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(() -> {
                    throw SdkClientException.create("nothing found");
                })
                .build()) {
            Credentials credentials = new Credentials(app.client(none).service());
            assertThatThrownBy(credentials::check)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("s3copy.access-key is not set")
                    .hasMessageContaining("Set s3copy.access-key and s3copy.secret-key");
        }
    }
}

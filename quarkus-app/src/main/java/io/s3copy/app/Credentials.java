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

import io.s3copy.app.config.SettingsException;
import io.s3copy.text.Printable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/** Finds before the first request that there are no credentials: every request would fail so. */
@ApplicationScoped
class Credentials {

    /** Variables that ask for a kind of credentials, and who finds them: the chain tells of all kinds alike. */
    private static final Map<String, Supplier<AwsCredentialsProvider>> ASKED_FOR = Map.of(
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            WebIdentityTokenFileCredentialsProvider::create,
            "AWS_PROFILE",
            ProfileCredentialsProvider::create,
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            () -> ContainerCredentialsProvider.builder().build(),
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            () -> ContainerCredentialsProvider.builder().build());

    private final Service service;

    Credentials(Service service) {
        this.service = service;
    }

    /** @throws SettingsException when the client finds no credentials */
    void check() {
        try {
            service.sourceClient()
                    .serviceClientConfiguration()
                    .credentialsProvider()
                    .resolveIdentity()
                    .join();
        } catch (SdkException | CompletionException e) {
            throw new SettingsException("s3copy.access-key is not set, and the AWS SDK's default chain (environment,"
                    + " web identity, profile, container, instance) found no credentials. " + reason()
                    + "Set s3copy.access-key and s3copy.secret-key, or what the chain looks for;"
                    + " -Dquarkus.log.category.\"software.amazon.awssdk.auth\".level=DEBUG shows where it looked");
        }
    }

    /** What the kind that the environment asks for says; nothing where it asks for none. */
    private static String reason() {
        StringBuilder reasons = new StringBuilder();
        ASKED_FOR.forEach((variable, provider) -> {
            if (System.getenv(variable) != null) {
                reasons.append(variable)
                        .append(" is set: ")
                        .append(failure(provider))
                        .append(". ");
            }
        });
        return reasons.toString();
    }

    private static String failure(Supplier<AwsCredentialsProvider> provider) {
        try {
            provider.get().resolveCredentials();
            return "credentials were found a moment later";
        } catch (RuntimeException e) {
            return Printable.of(String.valueOf(e.getMessage())).replaceFirst("\\.$", "");
        }
    }
}

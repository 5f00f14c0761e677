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
package io.s3copy.camel.client;

import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.InvalidParameterException;

/** Checks the options about credentials. */
final class CredentialRules {

    private CredentialRules() {}

    static void check(S3CopyConfiguration configuration) {
        if ((configuration.getAccessKey() == null) != (configuration.getSecretKey() == null)) {
            throw new InvalidParameterException(
                    "option " + (configuration.getAccessKey() == null ? "secretKey" : "accessKey"),
                    null,
                    "accessKey and secretKey go together",
                    "Set both, or neither for the default chain of credentials");
        } else if (configuration.isUseSessionCredentials()
                && (configuration.getSessionToken() == null || configuration.getAccessKey() == null)) {
            throw new InvalidParameterException(
                    "option useSessionCredentials",
                    true,
                    "needs accessKey, secretKey and sessionToken",
                    "Set all three");
        } else if (!configuration.isUseSessionCredentials() && configuration.getSessionToken() != null) {
            throw new InvalidParameterException(
                    "option sessionToken", null, "is ignored without useSessionCredentials=true", "Set it too");
        } else if (configuration.isUseDefaultCredentialsProvider() && configuration.getAccessKey() != null) {
            throw new InvalidParameterException(
                    "option useDefaultCredentialsProvider",
                    true,
                    "stands beside accessKey and secretKey, but only one of both is used",
                    "Leave one of them out");
        } else if (!configuration.isUseProfileCredentialsProvider()
                && configuration.getProfileCredentialsName() != null) {
            throw new InvalidParameterException(
                    "option profileCredentialsName",
                    configuration.getProfileCredentialsName(),
                    "is ignored without useProfileCredentialsProvider=true",
                    "Set it too");
        }
    }
}

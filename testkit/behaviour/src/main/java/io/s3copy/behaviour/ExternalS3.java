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
package io.s3copy.behaviour;

import io.s3copy.testkit.S3Server;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The service that the options of the suite name. It is not ours to start or stop. */
record ExternalS3(
        String name,
        URI endpoint,
        String accessKey,
        String secretKey,
        Optional<String> sessionToken,
        String region,
        boolean pathStyle)
        implements S3Server {

    private record Keys(String access, String secret, Optional<String> token) {

        /** All from one place: half a pair of keys fits to no other half. */
        static Keys from(Map<String, String> environment) {
            return SuiteOption.accessKey
                    .value()
                    .map(access -> new Keys(
                            access,
                            SuiteOption.secretKey.value().orElseThrow(() -> missing("-Ds3copy.test.secretKey")),
                            SuiteOption.sessionToken.value()))
                    .orElseGet(() -> new Keys(
                            variable(environment, "AWS_ACCESS_KEY_ID")
                                    .orElseThrow(() -> missing("the environment variable AWS_ACCESS_KEY_ID")),
                            variable(environment, "AWS_SECRET_ACCESS_KEY")
                                    .orElseThrow(() -> missing("the environment variable AWS_SECRET_ACCESS_KEY")),
                            variable(environment, "AWS_SESSION_TOKEN")));
        }

        private static Optional<String> variable(Map<String, String> environment, String name) {
            return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
        }

        private static IllegalArgumentException missing(String what) {
            return new IllegalArgumentException("The service needs keys: set " + what);
        }
    }

    /**
     * The named service, or empty where none is named.
     *
     * @param environment where the keys are, unless system properties give them
     * @throws IllegalArgumentException when the URL is none, or a key is missing
     */
    static Optional<S3Server> named(Map<String, String> environment) {
        return SuiteOption.endpoint.value().map(url -> {
            URI endpoint = url(url);
            Keys keys = Keys.from(environment);
            return new ExternalS3(
                    SuiteOption.name.value().orElse(endpoint.getHost()),
                    endpoint,
                    keys.access,
                    keys.secret,
                    keys.token,
                    SuiteOption.region.value().orElse("us-east-1"),
                    SuiteOption.pathStyle.value().map(ExternalS3::yesOrNo).orElse(true));
        });
    }

    private static URI url(String text) {
        if (!text.matches("https?://[^/?#\\s]+/?")) {
            throw new IllegalArgumentException("The endpoint " + text
                    + " is no URL of a service. Write it with its scheme: http://ceph.example:8080");
        }
        return URI.create(text);
    }

    private static boolean yesOrNo(String text) {
        if (!text.matches("true|false")) {
            throw new IllegalArgumentException("The option pathStyle is " + text + ". Write true or false");
        }
        return Boolean.parseBoolean(text);
    }

    @Override
    public void close() {
        // Not ours.
    }

    /** Records print their components; a secret key is not for reports. */
    @Override
    public String toString() {
        return name;
    }
}

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
import java.util.Optional;

/** The service that the system properties {@code s3copy.test.…} name. It is not ours to start or stop. */
record ExternalS3(
        String name,
        URI endpoint,
        String accessKey,
        String secretKey,
        Optional<String> sessionToken,
        String region,
        boolean pathStyle)
        implements S3Server {

    private static final String PREFIX = "s3copy.test.";

    /** The named service, or empty where none is named. */
    static Optional<S3Server> fromProperties() {
        return property("endpoint")
                .map(URI::create)
                .map(endpoint -> new ExternalS3(
                        property("name").orElse(endpoint.getHost()),
                        endpoint,
                        required("accessKey"),
                        required("secretKey"),
                        property("sessionToken"),
                        property("region").orElse("us-east-1"),
                        property("pathStyle").map(Boolean::parseBoolean).orElse(true)));
    }

    /** A setting of the suite; unset and empty are one, as a CI job cannot leave a parameter out. */
    static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(PREFIX + name)).filter(value -> !value.isBlank());
    }

    private static String required(String name) {
        return property(name)
                .orElseThrow(() -> new IllegalStateException("-D" + PREFIX + "endpoint needs -D" + PREFIX + name));
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

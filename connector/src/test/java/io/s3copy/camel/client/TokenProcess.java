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

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A {@code credential_process} whose credentials live for 25 seconds: the SDK renews them in the last 15; the token says until when. */
public final class TokenProcess {

    private static final int SECONDS = 25;

    private TokenProcess() {}

    public static void main(String[] arguments) {
        Instant expiration = Instant.now().plusSeconds(SECONDS).truncatedTo(ChronoUnit.SECONDS);
        System.out.printf(
                "{\"Version\": 1, \"AccessKeyId\": \"ASIAEXAMPLE\", \"SecretAccessKey\": \"example\","
                        + " \"SessionToken\": \"until-%d\", \"Expiration\": \"%s\"}%n",
                expiration.getEpochSecond(), expiration);
    }
}

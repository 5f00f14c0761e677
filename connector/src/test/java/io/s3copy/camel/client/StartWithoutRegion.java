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
import java.util.List;

/** Opens clients in a process whose environment names no Region, and prints why that fails. */
final class StartWithoutRegion {

    private StartWithoutRegion() {}

    public static void main(String[] args) throws Exception {
        S3CopyConfiguration configuration = new S3CopyConfiguration();
        configuration.setAccessKey("access");
        configuration.setSecretKey("secret");
        for (List<String> rivals : List.of(List.<String>of(), List.of("ireland", "ohio"))) {
            try (S3Clients clients = S3Clients.open(configuration, "archive", rivals)) {
                System.out.println("opened " + clients.destination());
            } catch (InvalidParameterException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}

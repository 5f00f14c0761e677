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

import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.engine.s3.S3Calls;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.CamelContext;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The service as the route's own endpoint reaches it: one identity and one pool of connections for the whole job. */
@ApplicationScoped
class Service {

    private final CamelContext camel;

    Service(CamelContext camel) {
        this.camel = camel;
    }

    /** What the component's options are in the end, wherever they were given. */
    S3CopyConfiguration options() {
        return endpoint().getConfiguration();
    }

    S3AsyncClient sourceClient() {
        return endpoint().clients().destinationClient();
    }

    S3Calls destination() {
        return endpoint().clients().destination();
    }

    private S3CopyEndpoint endpoint() {
        return camel.getEndpoints().stream()
                .filter(S3CopyEndpoint.class::isInstance)
                .map(S3CopyEndpoint.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No route has an s3copy endpoint"));
    }
}

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
package io.s3copy.camel.operation;

import io.s3copy.camel.client.ServiceName;
import io.s3copy.engine.service.ServiceTraits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** What is known of each S3 service, learnt once for all endpoints. Thread-safe. */
public final class Services {

    private final Map<String, ServiceTraits> services = new ConcurrentHashMap<>();

    /**
     * The service of a client.
     *
     * @param told the option serviceTraits
     * @throws io.s3copy.parameter.InvalidParameterException if the option cannot be read
     */
    public ServiceTraits of(S3AsyncClient client, String told) {
        return services.computeIfAbsent(
                        ServiceName.of(client),
                        name -> ServiceName.isAws(client) ? ServiceTraits.ofAws() : ServiceTraits.unknown(name))
                .told(told);
    }
}

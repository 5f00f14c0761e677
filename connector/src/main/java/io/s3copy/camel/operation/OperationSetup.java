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

import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.binding.ExchangeBinding;
import io.s3copy.camel.client.S3Clients;
import io.s3copy.camel.progress.CopyLog;
import io.s3copy.engine.service.ServiceTraits;
import java.util.function.IntSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.ExecutorServiceManager;

/**
 * What the operation of an endpoint works with.
 *
 * @param endpoint the owner of threads and events
 * @param bucket the destination bucket, as the endpoint names it
 * @param binding reads exchanges by the options of the endpoint
 * @param clients the clients, open
 * @param traits what the service does with requests
 * @param pending how many calls of the endpoint wait for their answers
 * @param measured whether copies and events are measured
 * @param log the log of copies
 * @param shared what all endpoints of the component share
 */
public record OperationSetup(
        Endpoint endpoint,
        String bucket,
        S3CopyConfiguration configuration,
        ExchangeBinding binding,
        S3Clients clients,
        ServiceTraits traits,
        IntSupplier pending,
        boolean measured,
        CopyLog log,
        Shared shared) {

    CamelContext camel() {
        return endpoint.getCamelContext();
    }

    ExecutorServiceManager executors() {
        return camel().getExecutorServiceManager();
    }
}

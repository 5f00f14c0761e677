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
package io.s3copy.camel;

import io.s3copy.camel.binding.ExchangeBinding;
import io.s3copy.camel.client.S3Clients;
import io.s3copy.camel.event.EventOptions;
import io.s3copy.camel.operation.BulkOptions;
import io.s3copy.camel.operation.CleanupOptions;
import io.s3copy.camel.operation.CopyOptions;
import io.s3copy.camel.operation.IgnoredOptions;
import io.s3copy.camel.operation.OperationSetup;
import io.s3copy.camel.operation.ProducerOperation;
import io.s3copy.camel.pending.PendingCalls;
import io.s3copy.camel.progress.CopyLog;
import io.s3copy.engine.service.ServiceTraits;
import java.util.List;

/**
 * What an endpoint works with while it runs, and closes when it stops.
 *
 * @param clients the clients that send its requests
 * @param traits what the service does with requests
 * @param pending its calls in flight, of all its producers
 * @param log what it tells of its copies
 * @param operation what it does with a message
 */
record RunningEndpoint(
        S3Clients clients, ServiceTraits traits, PendingCalls pending, CopyLog log, ProducerOperation operation)
        implements AutoCloseable {

    /**
     * Checks the options of an endpoint, and opens what it works with.
     *
     * @param binding reads exchanges by the options of the endpoint
     * @param said the options that the URI of the endpoint contains
     * @param rank of the endpoint, from {@link PendingCalls#nextRank}
     */
    static RunningEndpoint open(S3CopyEndpoint endpoint, ExchangeBinding binding, UriOptions said, long rank)
            throws Exception {
        checkOptions(endpoint, binding);
        S3CopyComponent component = endpoint.getComponent();
        S3CopyConfiguration configuration = endpoint.getConfiguration();
        String bucket = endpoint.getBucketNameOrArn();
        boolean autowired = component.isAutowiredEnabled()
                && endpoint.isAutowiredEnabled()
                && Boolean.TRUE.equals(endpoint.getCamelContext().isAutowiredEnabled());
        List<String> rivals = component
                .shared()
                .clientChoice()
                .look(endpoint.getCamelContext(), configuration, said::says, autowired);
        S3Clients clients = S3Clients.open(configuration, bucket, rivals);
        PendingCalls pending = null;
        try {
            clients.refuseUnsafe(binding.options());
            ServiceTraits traits =
                    component.shared().services().of(clients.destinationClient(), configuration.getServiceTraits());
            pending = PendingCalls.open(endpoint, configuration.getMaxPending(), rank);
            CopyLog log = configuration.getCopyLog().open();
            ProducerOperation operation = ProducerOperation.open(new OperationSetup(
                    endpoint,
                    bucket,
                    configuration,
                    binding,
                    clients,
                    traits,
                    pending::size,
                    component.isMetricsEnabled(),
                    log,
                    component.shared()));
            return new RunningEndpoint(clients, traits, pending, log, operation);
        } catch (Exception e) {
            if (pending != null) {
                pending.close();
            }
            clients.close();
            throw e;
        }
    }

    private static void checkOptions(S3CopyEndpoint endpoint, ExchangeBinding binding) throws Exception {
        S3CopyConfiguration configuration = endpoint.getConfiguration();
        IgnoredOptions.refuseInAnyRole(configuration, endpoint.getComponent().getConfiguration());
        switch (configuration.getOperation()) {
            case copy -> {
                CopyOptions.read(configuration);
                if (configuration.getBodyAs() == BodyAs.events) {
                    EventOptions.read(configuration, binding.options());
                }
            }
            case cleanup -> CleanupOptions.read(configuration);
            case copyPrefix, copyManifest, sync, check, listObjects -> {
                BulkOptions.check(configuration);
                CopyOptions.read(configuration);
            }
            default -> {
                // a raw operation has no options of its own
            }
        }
    }

    @Override
    public void close() {
        try {
            operation.close();
        } finally {
            // whatever the operation does, nobody shall wait for an answer, and no connection be left
            try {
                pending.close();
            } finally {
                clients.close();
                log.close();
            }
        }
    }
}

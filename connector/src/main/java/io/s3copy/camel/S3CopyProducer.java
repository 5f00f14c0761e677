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

import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.camel.operation.ProducerOperation;
import io.s3copy.camel.pending.PendingCalls;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an exchange into an S3 call, and the answer into the exchange. No thread waits for the answer. */
public class S3CopyProducer extends DefaultAsyncProducer {

    private static final Logger LOG = LoggerFactory.getLogger(S3CopyProducer.class);

    private @Nullable S3CopyHealthCheck healthCheck;
    private @Nullable WritableHealthCheckRepository healthChecks;

    public S3CopyProducer(S3CopyEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public S3CopyEndpoint getEndpoint() {
        return (S3CopyEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        S3CopyEndpoint endpoint = getEndpoint();
        healthChecks = HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class);
        if (healthChecks != null) {
            healthCheck = new S3CopyHealthCheck(endpoint);
            healthCheck.setEnabled(endpoint.getComponent().isHealthCheckProducerEnabled());
            healthChecks.addHealthCheck(healthCheck);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (healthCheck != null && healthChecks != null) {
            healthChecks.removeHealthCheck(healthCheck);
            healthCheck = null;
        }
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        S3CopyEndpoint endpoint = getEndpoint();
        endpoint.running().log().begins(exchange);
        S3Call call = endpoint.getConfiguration().getOperation().call();
        PendingCalls pending = endpoint.running().pending();
        ProducerOperation.Asked asked;
        PendingCalls.Place place;
        try {
            asked = endpoint.running().operation().read(exchange);
            place = pending.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failNow(exchange, callback, e);
        } catch (RuntimeException e) {
            return failNow(exchange, callback, e);
        }
        CopyRequest request = asked.request();
        LOG.debug("{}: {}", endpoint.getConfiguration().getOperation(), request);
        long start = System.nanoTime();
        pending.call(place, asked.begin()::begin, (answer, failure) -> {
            try {
                if (failure == null) {
                    LOG.debug("S3 answered after {} ms", (System.nanoTime() - start) / 1_000_000);
                    answer.to(exchange.getMessage());
                } else {
                    fail(exchange, cause(failure, call, request));
                }
            } catch (RuntimeException | Error e) {
                // without a failure, the exchange would never end
                fail(exchange, e);
            }
            callback.done(false);
        });
        return false;
    }

    private boolean failNow(Exchange exchange, AsyncCallback callback, Exception failure) {
        fail(exchange, failure);
        callback.done(true);
        return true;
    }

    private void fail(Exchange exchange, Throwable failure) {
        ResultBinding.clear(exchange.getMessage());
        exchange.setException(failure);
        getEndpoint().running().log().failed(exchange, failure);
    }

    private static Throwable cause(Throwable failure, S3Call call, CopyRequest request) {
        if (failure instanceof RejectedExecutionException) {
            S3CallException.Failure unanswered = new S3CallException.Failure(null, 0, failure.getMessage(), null, null);
            return new UnknownOutcomeException(call.api(), request, unanswered, failure);
        }
        return Causes.of(failure);
    }
}

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

import io.s3copy.bulk.run.RunLimits;
import io.s3copy.camel.BodyAs;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.CopyRequest;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What a producer does with a message. */
public interface ProducerOperation extends AutoCloseable {

    /** Starts what an exchange asks for. Does not block. */
    @FunctionalInterface
    interface Begin {
        /** The answer, once S3 has given it. */
        CompletableFuture<Answer> begin();
    }

    /** The outcome of a call. */
    @FunctionalInterface
    interface Answer {
        /** Writes the outcome into the message that continues. */
        void to(Message message);
    }

    /**
     * What an exchange asks for.
     *
     * @param request the request that errors name
     */
    record Asked(CopyRequest request, Begin begin) {}

    /**
     * Reads what an exchange asks for, before it waits for a place.
     *
     * @throws io.s3copy.parameter.S3CopyException if it asks for something that cannot be done
     */
    Asked read(Exchange exchange);

    /**
     * Changes the limits of its runs.
     *
     * @throws IllegalStateException if it has no runs
     */
    default void limit(RunLimits limits) {
        throw new IllegalStateException("the operation of the endpoint has no runs on many objects");
    }

    /** Whether its events wait for the end of a fault that every object meets. */
    default boolean isPaused() {
        return false;
    }

    /** Ends all calls that still run. */
    @Override
    void close();

    /** Opens the operation of an endpoint. */
    static ProducerOperation open(OperationSetup setup) throws Exception {
        S3CopyConfiguration configuration = setup.configuration();
        return switch (configuration.getOperation()) {
            case copy -> {
                setup.shared().lifecycleAdvice().give(setup.bucket(), configuration, setup.clients());
                CopyOperation copy = CopyOperation.open(setup);
                yield configuration.getBodyAs() == BodyAs.events ? EventOperation.open(setup, copy) : copy;
            }
            case cleanup -> CleanupOperation.open(setup);
            case copyPrefix, copyManifest, sync, check -> BulkOperation.open(setup);
            case listObjects -> ListOperation.open(setup);
            default -> new RawOperation(setup.binding(), setup.clients());
        };
    }
}

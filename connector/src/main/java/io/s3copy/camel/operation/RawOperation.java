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

import io.s3copy.camel.binding.ExchangeBinding;
import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.camel.client.S3Clients;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.rule.PreparedRequest;
import org.apache.camel.Exchange;

/** One S3 call, one to one. */
record RawOperation(ExchangeBinding binding, S3Clients clients) implements ProducerOperation {

    @Override
    public Asked read(Exchange exchange) {
        PreparedRequest prepared = binding.bind(exchange);
        CopyRequest request = prepared.request();
        clients.refuseUnsafe(request);
        return new Asked(
                request,
                () -> clients.destination()
                        .call(prepared.call(), request)
                        .thenApply(result -> to -> ResultBinding.apply(result, to)));
    }

    @Override
    public void close() {
        // the client ends its calls in flight
    }
}

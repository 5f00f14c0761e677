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
package io.s3copy.benchmark.way;

import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;

/** (a) The SDK's asynchronous client in a loop. */
final class PlainSdk implements Way {

    private final Service.Client client;
    private final CopiedObjects objects;

    PlainSdk(Service service, CopiedObjects objects) {
        this.client = service.newClient();
        this.objects = objects;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the consumer is told
    public void begin(int number, Consumer<Throwable> ended) {
        CopyObjectRequest request = CopyObjectRequest.builder()
                .sourceBucket(objects.bucket())
                .sourceKey(objects.source(number))
                .destinationBucket(objects.bucket())
                .destinationKey(objects.copy(number))
                .build();
        client.s3().copyObject(request).whenComplete((response, failure) -> ended.accept(failure));
    }

    @Override
    public void close() {
        client.close();
    }
}

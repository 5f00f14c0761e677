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
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.Message;

/** One S3 call, one to one. */
record RawOperation(S3Calls s3, S3Call call) implements ProducerOperation {

    @Override
    public CompletableFuture<Consumer<Message>> begin(CopyRequest request, Message message) {
        return s3.call(call, request).thenApply(result -> to -> ResultBinding.apply(result, to));
    }
}

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
package io.s3copy.engine.s3;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.concurrent.CompletableFuture;

/**
 * The six calls that a copy is made of, those of {@link S3Call}: nearly all requests are one of these. Never blocks and
 * never throws: whatever goes wrong fails the future, an {@link S3CallException} for what S3 refused or did not answer.
 */
public interface CopyCalls {

    /** Makes one of the calls of a copy. */
    CompletableFuture<S3Result> call(S3Call call, CopyRequest request);
}

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
package io.s3copy.engine.failure;

import io.s3copy.parameter.CopyRequest;
import org.jspecify.annotations.Nullable;

/**
 * The object's fault: it is missing or archived, a condition is not met, S3 refuses this request. Another object may
 * well be copied. Repeating it as it is does not help: a route dead-letters the message.
 */
public final class ObjectFailureException extends S3CallException {

    private static final long serialVersionUID = 1L;

    ObjectFailureException(String api, CopyRequest request, Failure failure, @Nullable Throwable cause) {
        super(api, request, failure, cause);
    }

    @Override
    public ErrorClass errorClass() {
        return ErrorClass.OBJECT;
    }
}

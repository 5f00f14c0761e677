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
 * S3's answer to a call that writes was lost, and a look at the destination did not settle whether it was done. A route may
 * deliver the message again: repeating the copy does no harm, but the source must not be deleted before.
 */
public final class UnknownOutcomeException extends S3CallException {

    private static final long serialVersionUID = 1L;

    public UnknownOutcomeException(String api, CopyRequest request, Failure failure, @Nullable Throwable cause) {
        super(api, request, failure, cause);
    }

    @Override
    public ErrorClass errorClass() {
        return ErrorClass.UNKNOWN;
    }
}

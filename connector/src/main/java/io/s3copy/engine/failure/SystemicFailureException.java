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
 * A configuration fault: no permission, no bucket, expired credentials, a disabled key, a clock that is wrong. Every
 * object would fail alike: a route stops and keeps its messages where they are, and does not dead-letter each.
 */
public final class SystemicFailureException extends S3CallException {

    private static final long serialVersionUID = 1L;

    SystemicFailureException(String api, CopyRequest request, Failure failure, @Nullable Throwable cause) {
        super(api, request, failure, cause);
    }

    @Override
    public ErrorClass errorClass() {
        return ErrorClass.SYSTEMIC;
    }
}

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

import io.s3copy.parameter.S3CopyException;
import org.jspecify.annotations.Nullable;

/**
 * A copy that the engine itself gave up, although S3 refused nothing: {@code strict} forbids what cannot be carried, the
 * copy does not verify, the source cannot be deleted. The message says what stands at S3.
 */
public final class CopyFailedException extends S3CopyException {

    private static final long serialVersionUID = 1L;

    public CopyFailedException(String message) {
        super(message, null);
    }

    public CopyFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

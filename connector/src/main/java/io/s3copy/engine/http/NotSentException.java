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
package io.s3copy.engine.http;

import java.io.Serial;

/** No request went out: the service was not reached, or what was to be sent cannot be. */
final class NotSentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean ofTheRequest;

    NotSentException(Throwable cause) {
        super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause, false, false);
        this.ofTheRequest = false;
    }

    NotSentException(String message) {
        this(message, false);
    }

    /**
     * A request that did not go out.
     *
     * @param ofTheRequest whether what it says cannot be sent
     */
    NotSentException(String message, boolean ofTheRequest) {
        super(message, null, false, false);
        this.ofTheRequest = ofTheRequest;
    }

    /** Whether what it says cannot be sent, which is no reason to stop others. */
    boolean isOfTheRequest() {
        return ofTheRequest;
    }
}

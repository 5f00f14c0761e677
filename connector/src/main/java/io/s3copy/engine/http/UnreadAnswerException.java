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

/** An answer came, and could not be read: S3 may have done what was asked. */
final class UnreadAnswerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    UnreadAnswerException(int status, Throwable cause) {
        super("the answer cannot be read: " + cause, cause, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}

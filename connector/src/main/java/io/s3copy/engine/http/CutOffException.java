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

/** An answer that is not what was asked for, or longer than any such answer: it was not read to its end. */
final class CutOffException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean ofS3;

    /**
     * An answer cut off.
     *
     * @param beginning of its body, as far as it tells what it is
     */
    CutOffException(int status, boolean ofS3, String beginning) {
        super(beginning, null, false, false);
        this.status = status;
        this.ofS3 = ofS3;
    }

    int status() {
        return status;
    }

    boolean isOfS3() {
        return ofS3;
    }
}

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
package io.s3copy.parameter;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the mirror makes of a value, as a message header gives it. */
final class Reading {

    private Reading() {}

    static CopyRequest request(CopyParameter row, @Nullable Object given) {
        return CopyRequest.builder(Origin.HEADER).set(row, given).build();
    }

    /** The value that a request holds. */
    static Object read(CopyParameter row, Object given) {
        Object value = request(row, given).get(row == CopyParameter.TAGS ? CopyParameter.TAGGING : row);
        if (value == null) {
            throw new AssertionError(row + " says nothing");
        }
        return value;
    }

    /** The error that a value meets, if it meets one. */
    static Optional<InvalidParameterException> refused(CopyParameter row, @Nullable Object given) {
        return Optional.ofNullable(catchThrowableOfType(InvalidParameterException.class, () -> request(row, given)));
    }

    /** The error that a value must meet. */
    static InvalidParameterException refusal(CopyParameter row, @Nullable Object given) {
        return refused(row, given).orElseThrow(() -> new AssertionError(row + " was not refused"));
    }
}

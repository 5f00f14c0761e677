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

/** What the mirror makes of a value, as a message header gives it. */
final class Reading {

    private Reading() {}

    static CopyRequest request(CopyParameter row, Object given) {
        return CopyRequest.builder(Origin.HEADER).set(row, given).build();
    }

    /** The value that a request holds. */
    static Object read(CopyParameter row, Object given) {
        return request(row, given).get(row == CopyParameter.TAGS ? CopyParameter.TAGGING : row);
    }

    /** The error that a value meets, or null. */
    static InvalidParameterException refusal(CopyParameter row, Object given) {
        return catchThrowableOfType(InvalidParameterException.class, () -> request(row, given));
    }
}

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

/** Part numbers: 1 to 10,000. */
final class PartNumbers {

    private static final int LAST = 10_000;

    private PartNumbers() {}

    static Integer read(Object given) throws UnreadableValueException {
        return read(given, 1);
    }

    /** A number that a listing may start after: 0 is before the first part. */
    static Integer readMarker(Object given) throws UnreadableValueException {
        return read(given, 0);
    }

    private static Integer read(Object given, int first) throws UnreadableValueException {
        try {
            int number = Integer.parseInt(Texts.trimmed(given));
            if (number >= first && number <= LAST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through: not a number is as wrong as one out of range
        }
        throw new UnreadableValueException("is not a whole number from " + first + " to 10,000", "Give a part number");
    }
}

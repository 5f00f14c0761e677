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
package io.s3copy.app.config;

import java.util.List;

/** Reads whole numbers that have bounds. */
final class WholeNumbers {

    private WholeNumbers() {}

    /**
     * The value of a property; the least for one that is wrong, which is a mistake.
     *
     * @param example what to write, as the end of a sentence
     */
    static int read(String property, String text, int least, int most, String example, List<String> mistakes) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        mistakes.add(Configuration.mistake(
                property,
                text,
                "must be a whole number from " + least + " to " + most,
                "Write for example " + example));
        return least;
    }
}

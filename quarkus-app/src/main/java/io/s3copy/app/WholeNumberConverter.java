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
package io.s3copy.app;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads a whole number within bounds. */
abstract class WholeNumberConverter implements Converter<Integer> {

    private static final long serialVersionUID = 1L;

    private final int least;
    private final int most;
    private final int example;

    WholeNumberConverter(int least, int most, int example) {
        this.least = least;
        this.most = most;
        this.example = example;
    }

    @Override
    public Integer convert(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw new IllegalArgumentException("must be a whole number from " + least + " to " + most
                + ". Write for example " + example + ", or leave it out");
    }
}

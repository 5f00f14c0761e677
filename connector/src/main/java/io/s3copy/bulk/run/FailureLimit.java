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
package io.s3copy.bulk.run;

import io.s3copy.parameter.InvalidParameterException;
import java.util.regex.Pattern;

/**
 * How many objects of a run may fail before it ends: a number, or a share of those that came to an end.
 *
 * @param count how many; ignored where there is a share
 * @param percent the share, above 0 to 100; 0 for a number
 */
public record FailureLimit(long count, double percent) {

    /** As many as there are. */
    public static final FailureLimit NONE = new FailureLimit(Long.MAX_VALUE, 0);

    /** A share says nothing yet of fewer objects. */
    private static final long LEAST = 100;

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,15})|(([0-9]{1,3}(\\.[0-9]{1,6})?)%)");

    /**
     * Reads {@code 100} or {@code 5%}.
     *
     * @throws InvalidParameterException if it is neither
     */
    public static FailureLimit parse(String option, String text) {
        java.util.regex.Matcher matcher = TEXT.matcher(text.strip());
        if (matcher.matches() && matcher.group(1) != null) {
            return new FailureLimit(Long.parseLong(matcher.group(1)), 0);
        } else if (matcher.matches()) {
            double percent = Double.parseDouble(matcher.group(3));
            if (percent > 0 && percent <= 100) {
                return new FailureLimit(0, percent);
            }
        }
        throw new InvalidParameterException(
                option, text, "is neither a number nor a share", "Write how many objects (100), or a share (5%)");
    }

    /** Whether so many failures of so many objects are too many. */
    boolean isExceeded(long failed, long objects) {
        return percent > 0 ? objects >= LEAST && failed * 100.0 > percent * objects : failed > count;
    }

    @Override
    public String toString() {
        return percent > 0 ? percent + "%" : Long.toString(count);
    }
}

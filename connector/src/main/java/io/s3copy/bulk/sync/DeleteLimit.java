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
package io.s3copy.bulk.sync;

import io.s3copy.parameter.InvalidParameterException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * How many objects a sync may delete at most: a number, a share of the objects at the destination, or the lesser of both.
 *
 * @param count how many; {@link Long#MAX_VALUE} for a share alone
 * @param percent the share, 0 to 100; 0 for a number alone
 */
public record DeleteLimit(long count, BigDecimal percent) {

    /** None, the default. */
    public static final DeleteLimit NONE = new DeleteLimit(0, BigDecimal.ZERO);

    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
    private static final Pattern SHARE = Pattern.compile("\\d{1,3}(\\.\\d{1,6})?%");
    private static final Pattern BOTH = Pattern.compile(COUNT + "," + SHARE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Reads {@code 100}, {@code 5%}, {@code 0.5%}, or {@code 100,5%} for the lesser of both.
     *
     * @param option what errors call it
     * @throws InvalidParameterException when it is neither a number nor a share of at most 100%, nor both
     */
    public static DeleteLimit parse(String option, String text) {
        String written = text.strip();
        if (COUNT.matcher(written).matches()) {
            return new DeleteLimit(Long.parseLong(written), BigDecimal.ZERO);
        } else if (SHARE.matcher(written).matches()) {
            BigDecimal percent = new BigDecimal(written.substring(0, written.length() - 1));
            if (percent.compareTo(HUNDRED) <= 0) {
                return new DeleteLimit(percent.signum() == 0 ? 0 : Long.MAX_VALUE, percent);
            }
        } else if (BOTH.matcher(written).matches()) {
            int comma = written.indexOf(',');
            return parse(option, written.substring(comma + 1)).atMost(Long.parseLong(written.substring(0, comma)));
        }
        throw new InvalidParameterException(
                option,
                text,
                "is neither a number nor a share",
                "Write how many objects (100), a share (5%), or both, of which the lesser holds (100,5%)");
    }

    /** The same, and no more than so many. */
    public DeleteLimit atMost(long most) {
        return new DeleteLimit(Math.min(count, most), percent);
    }

    /** Whether it is a share of what the destination has, so that it is known only when all of that was listed. */
    public boolean isShare() {
        return percent.signum() > 0;
    }

    /** How many may be deleted where the destination has this many objects. */
    public long of(long objects) {
        return isShare()
                ? Math.min(
                        count,
                        percent.multiply(BigDecimal.valueOf(objects))
                                .divide(HUNDRED, 0, RoundingMode.DOWN)
                                .longValueExact())
                : count;
    }

    /** As the option says it. */
    @Override
    public String toString() {
        if (!isShare()) {
            return Long.toString(count);
        }
        return (count == Long.MAX_VALUE ? "" : count + ",") + percent.toPlainString() + "%";
    }
}

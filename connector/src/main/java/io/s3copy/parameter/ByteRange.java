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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of the source's bytes.
 *
 * @param first the first byte, counted from 0
 * @param last the last byte, included
 */
public record ByteRange(long first, long last) {

    /** The largest part, in bytes: 5 GiB. */
    public static final long MAX_LENGTH = 5L << 30;

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})");

    static ByteRange read(Object given) throws UnreadableValueException {
        if (given instanceof ByteRange range) {
            return range;
        }
        Matcher matcher = RANGE.matcher(String.valueOf(given).trim());
        if (!matcher.matches()) {
            throw new UnreadableValueException(
                    "is not a range of the form bytes=first-last", "Name both ends, for example bytes=0-5242879");
        }
        ByteRange range = new ByteRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        if (range.last < range.first) {
            throw new UnreadableValueException("ends before it begins", "Write bytes=first-last with first <= last");
        } else if (range.length() > MAX_LENGTH) {
            throw new UnreadableValueException(
                    "is " + range.length() + " bytes long, and a part has at most " + MAX_LENGTH + " (5 GiB)",
                    "Copy it in several parts");
        }
        return range;
    }

    /** How many bytes the range has. */
    public long length() {
        return last - first + 1;
    }

    /** As S3 writes it. */
    @Override
    public String toString() {
        return "bytes=" + first + "-" + last;
    }
}

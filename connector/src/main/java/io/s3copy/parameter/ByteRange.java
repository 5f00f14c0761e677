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
 * A range of the source's bytes; as a parameter it has 1 byte to 5 GiB.
 *
 * @param first the first byte, counted from 0
 * @param last the last byte, included
 */
public record ByteRange(long first, long last) {

    /** The largest part, in bytes: 5 GiB. */
    public static final long MAX_LENGTH = 5L << 30;

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})");

    static ByteRange read(Object given) throws UnreadableValueException {
        ByteRange range = given instanceof ByteRange typed ? typed : parse(Texts.trimmed(given));
        if (range.first < 0 || range.last < range.first) {
            throw new UnreadableValueException(
                    range.first < 0 ? "begins before the first byte" : "ends before it begins",
                    "Write bytes=first-last with 0 <= first <= last");
        } else if (range.last - range.first >= MAX_LENGTH) {
            throw new UnreadableValueException(
                    "is longer than a part, which has at most " + MAX_LENGTH + " bytes (5 GiB)",
                    "Copy it in several parts");
        }
        return range;
    }

    private static ByteRange parse(String text) throws UnreadableValueException {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            throw new UnreadableValueException(
                    "is not a range of the form bytes=first-last", "Name both ends, for example bytes=0-5242879");
        }
        return new ByteRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    /** How many bytes the range has, both ends included. */
    public long length() {
        return last - first + 1;
    }

    /** As S3 writes it. */
    @Override
    public String toString() {
        return "bytes=" + first + "-" + last;
    }
}

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
package io.s3copy.testkit.synthetic;

/** Dates as text, without an object for each. */
final class DateText {

    static final long SECONDS_OF_DAY = 86_400;

    private DateText() {}

    /**
     * Writes a date of four, two and two digits, each behind one character that stays, by Howard Hinnant's arithmetic.
     *
     * @param days since 1970
     */
    static void date(long days, char[] to, int from) {
        long shifted = days + 719_468;
        long era = shifted / 146_097;
        long dayOfEra = shifted - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shiftedMonth = (5 * dayOfYear + 2) / 153;
        long month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        Hash.decimal(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), to, from, 4);
        Hash.decimal(month, to, from + 5, 2);
        Hash.decimal(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, to, from + 8, 2);
    }

    /** Writes hours, minutes and seconds of two digits each, at a distance from one another. */
    static void time(long secondOfDay, char[] to, int from, int distance) {
        Hash.decimal(secondOfDay / 3_600, to, from, 2);
        Hash.decimal(secondOfDay / 60 % 60, to, from + distance, 2);
        Hash.decimal(secondOfDay % 60, to, from + 2 * distance, 2);
    }
}

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

/** Keys of logs: a folder for each hour, and names that go on through ten years. */
record DateKeys(long size, long seed) implements KeySpace {

    private static final char[] TEMPLATE = "logs/0000/00/00/00/000000-0000000000.json".toCharArray();
    /** 2016-01-01. */
    private static final long FIRST_DAY = 16_801;

    private static final long SECONDS = 3_653 * DateText.SECONDS_OF_DAY;

    @Override
    public String key(long index) {
        // the quotient alone would overflow for large spaces
        long second = (long) ((double) index / size * SECONDS);
        long secondOfDay = second % DateText.SECONDS_OF_DAY;
        char[] key = TEMPLATE.clone();
        DateText.date(FIRST_DAY + second / DateText.SECONDS_OF_DAY, key, 5);
        Hash.decimal(secondOfDay / 3_600, key, 16, 2);
        DateText.time(secondOfDay, key, 19, 2);
        Hash.decimal(index, key, 26, 10);
        return new String(key);
    }
}

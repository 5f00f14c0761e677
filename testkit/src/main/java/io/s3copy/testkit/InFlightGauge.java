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
package io.s3copy.testkit;

/** Counts requests that are being answered, with a high-water mark, and those whose client did not wait. */
final class InFlightGauge {

    private int now;
    private int most;
    private int abandoned;

    synchronized void arrived() {
        now++;
        most = Math.max(most, now);
    }

    synchronized void left() {
        now--;
    }

    synchronized void abandon() {
        now--;
        abandoned++;
    }

    /** Starts the high-water mark afresh, from what is in flight now. */
    synchronized void reset() {
        most = now;
        abandoned = 0;
    }

    synchronized int now() {
        return now;
    }

    synchronized int most() {
        return most;
    }

    synchronized int abandoned() {
        return abandoned;
    }
}

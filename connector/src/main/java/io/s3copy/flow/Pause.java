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
package io.s3copy.flow;

import java.time.Duration;

/** A pause that has begun. Guarded by whoever has begun it; times are those of its clock. */
final class Pause {

    final long begun;
    final long tick;

    /** The newest refusal. */
    Throwable why;

    /** Since when no refusal was one that surely meets every object. */
    long perhapsOwnSince;

    int probes;

    /** Probes that are not done: a slow one does not delay the next. */
    int probing;

    boolean letsIn;
    long nextProbe;

    /**
     * One that begins.
     *
     * @param now when
     * @param wait until the first probe
     * @param tick what is copied proves the end only if it began later
     * @param why the fault
     */
    Pause(long now, Duration wait, long tick, Throwable why) {
        this.begun = now;
        this.perhapsOwnSince = now;
        this.tick = tick;
        this.why = why;
        this.nextProbe = now + wait.toNanos();
    }
}

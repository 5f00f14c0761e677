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

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many objects several pauses may hold together. It calls none of them: each holds its own lock, so two that call
 * each other would deadlock.
 */
public final class HoldLimit {

    private final int size;
    private final AtomicInteger taken = new AtomicInteger();

    /** So many objects at most. */
    public HoldLimit(int size) {
        this.size = size;
    }

    /** Takes a place, if there is one. */
    boolean take() {
        return taken.getAndUpdate(before -> before < size ? before + 1 : before) < size;
    }

    void giveBack(int places) {
        taken.addAndGet(-places);
    }

    /** How many objects are held. */
    public int taken() {
        return taken.get();
    }
}

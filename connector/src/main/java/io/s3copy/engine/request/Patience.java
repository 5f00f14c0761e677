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
package io.s3copy.engine.request;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How long requests may wait to be repeated: until it is over, which ends those that wait, too. */
public final class Patience {

    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    /** Whether nothing is to be repeated any more. */
    boolean isOver() {
        return over;
    }

    /** Ends what waits, now and later. */
    void end() {
        over = true;
        waiting.forEach(one -> {
            waiting.remove(one);
            one.run();
        });
    }

    /** Runs when it is over, at once if it is already; may be run twice. */
    void whenOver(Runnable end) {
        waiting.add(end);
        if (over) {
            waiting.remove(end);
            end.run();
        }
    }

    void forget(Runnable end) {
        waiting.remove(end);
    }
}

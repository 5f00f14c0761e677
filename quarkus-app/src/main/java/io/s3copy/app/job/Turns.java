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
package io.s3copy.app.job;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.app.config.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whose turn it is to work: so many runs at once as the configuration allows, and of those that wait, the one of the highest
 * priority first; among equals, the one that came first. Thread-safe, and does not block.
 */
@ApplicationScoped
class Turns {

    private final int most;

    @GuardedBy("this")
    private final Set<Execution> working = new HashSet<>();

    /** In the order in which they came. */
    @GuardedBy("this")
    private final List<Execution> waiting = new ArrayList<>();

    @GuardedBy("this")
    private boolean closed;

    @Inject
    Turns(Configuration configuration) {
        this(configuration.maxRuns());
    }

    Turns(int most) {
        this.most = most;
    }

    /** Whether a run may begin now; otherwise it waits from now on. */
    synchronized boolean take(Execution execution) {
        if (!execution.job().takesTurns()) {
            return true;
        } else if (!closed && working.size() < most) {
            working.add(execution);
            return true;
        }
        waiting.add(execution);
        return false;
    }

    /** Takes the turn of a run that has ended or rests, and gives it to the next one, if one waits. */
    synchronized Optional<Execution> end(Execution execution) {
        working.remove(execution);
        if (closed || working.size() >= most) {
            return Optional.empty();
        }
        // the minimum is the first one of equals
        Optional<Execution> next =
                waiting.stream().min(Comparator.comparing(Execution::priority, Comparator.reverseOrder()));
        next.ifPresent(one -> {
            waiting.remove(one);
            working.add(one);
        });
        return next;
    }

    /** Lets a run wait no longer. */
    synchronized void leave(Execution execution) {
        waiting.remove(execution);
    }

    /** How many go before a run that waits; nothing for one that does not. */
    synchronized OptionalInt ahead(Execution execution) {
        int place = waiting.indexOf(execution);
        if (place < 0) {
            return OptionalInt.empty();
        }
        int priority = execution.priority();
        int ahead = 0;
        for (int i = 0; i < waiting.size(); i++) {
            int other = waiting.get(i).priority();
            if (other > priority || (other == priority && i < place)) {
                ahead++;
            }
        }
        return OptionalInt.of(ahead);
    }

    /** Nobody gets a turn any more. */
    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }
}

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
package io.s3copy.app.ops;

import io.s3copy.app.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database of runs answers. It is asked in the background, again and again: whoever looks gets the last answer at
 * once, and a database that hangs is down.
 */
@ApplicationScoped
class DatabasePulse {

    static final int PERIOD_SECONDS = 5;

    /** An answer that is older counts no more: the next question was due long ago. */
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private record Beat(boolean answered, long nanos) {}

    private final BooleanSupplier database;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private volatile @Nullable Beat last;
    private volatile @Nullable Instant lastAnswer;

    @Inject
    DatabasePulse(Database database) {
        this(database::answers, InstantSource.system(), System::nanoTime);
    }

    DatabasePulse(BooleanSupplier database, InstantSource clock, LongSupplier nanoTime) {
        this.database = database;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Asks it. Blocks until it answers, or gives up. */
    void beat() {
        boolean answered = false;
        try {
            answered = database.getAsBoolean();
        } finally {
            if (answered) {
                lastAnswer = clock.instant();
            }
            last = new Beat(answered, nanoTime.getAsLong());
        }
    }

    /** Whether it answered lately. */
    boolean isUp() {
        Beat beat = last;
        return beat != null && beat.answered() && nanoTime.getAsLong() - beat.nanos() < STALE_NANOS;
    }

    /** When it last answered; null for never. */
    @Nullable
    Instant lastAnswer() {
        return lastAnswer;
    }
}

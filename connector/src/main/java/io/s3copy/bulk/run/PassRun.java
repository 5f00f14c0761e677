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
package io.s3copy.bulk.run;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/** A run of several passes, one after the other, each of which is an attempt of its own. Thread-safe. */
abstract class PassRun implements Run {

    @GuardedBy("this")
    private BulkRun current;

    @GuardedBy("this")
    private boolean stopped;

    PassRun(BulkRun first) {
        this.current = first;
    }

    /** From here on this pass is the one that is stopped and asked; its limits are those of the one before. */
    synchronized BulkRun next(BulkRun run) {
        run.admission().as(current.admission());
        current = run;
        if (stopped) {
            run.stop();
        }
        return run;
    }

    synchronized BulkRun current() {
        return current;
    }

    @Override
    public void stop() {
        BulkRun now;
        synchronized (this) {
            stopped = true;
            now = current;
        }
        now.stop();
    }

    @Override
    public BulkProgress progress() {
        return current().progress();
    }

    @Override
    public Admission admission() {
        return current().admission();
    }
}

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

import jakarta.enterprise.context.ApplicationScoped;

/** Whether jobs have begun: HTTP answers a moment before, and would tell that no job ever ran. */
@ApplicationScoped
public class Readiness {

    private volatile boolean ready;
    private volatile boolean ending;

    /** Jobs begin: from now on it is known how they stand. */
    public void begun() {
        ready = true;
    }

    /** The process ends: no run is to begin any more. */
    public void ends() {
        ending = true;
    }

    /** Whether the jobs stand as they are told. Does not block. */
    public boolean isReady() {
        return ready;
    }

    /** Whether the process writes down what is done, and ends. */
    public boolean isEnding() {
        return ending;
    }
}

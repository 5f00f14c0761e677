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
package io.s3copy.benchmark;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The processes that copy: one for each lane, so that none runs on code that the JIT compiled for another, and each has
 * a peak of memory of its own; or one for all.
 */
final class Workers implements AutoCloseable {

    private static final Lane ALL = new Lane(null, false);

    private final Map<Lane, JavaProcess> processes = new HashMap<>();
    private final String heap;
    private final boolean shared;

    Workers(String heap, boolean shared) {
        this.heap = heap;
        this.shared = shared;
    }

    Measure run(Lane lane, Run run) throws IOException {
        Lane key = shared ? ALL : lane;
        JavaProcess process = processes.get(key);
        if (process == null) {
            process = new JavaProcess(List.of("-Xmx" + heap), Worker.class);
            processes.put(key, process);
        }
        process.say(run.toLine());
        return Measure.parse(process.hear());
    }

    @Override
    public void close() throws IOException {
        for (JavaProcess process : processes.values()) {
            process.close();
        }
        processes.clear();
    }
}

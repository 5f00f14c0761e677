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

import io.s3copy.benchmark.way.CopiedObjects;
import io.s3copy.benchmark.way.Service;
import io.s3copy.benchmark.way.Way;
import io.s3copy.benchmark.way.Ways;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The process that copies: reads what to do by the line, does it, and answers with what it took. */
public final class Worker {

    /** What cannot change while clients are open. */
    private record Setting(Service service, CopiedObjects objects, int window) {}

    private final Map<Ways, Way> open = new EnumMap<>(Ways.class);
    private Setting setting;

    private Worker() {}

    public static void main(String[] arguments) throws Exception {
        Worker worker = new Worker();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(worker.run(Run.parse(line)).toLine());
        }
        worker.close();
        // what hangs must not outlive the harness
        System.exit(0);
    }

    private Measure run(Run run) throws Exception {
        Setting asked = new Setting(run.service(), run.objects(), run.window());
        if (!asked.equals(setting)) {
            close();
            setting = asked;
        }
        Way way = open.get(run.way());
        if (way == null) {
            way = run.way().open(run.service(), run.objects(), run.window());
            open.put(run.way(), way);
        }
        return Load.run(way, run.window(), run.copies(), run.collect());
    }

    private void close() throws Exception {
        for (Way way : open.values()) {
            way.close();
        }
        open.clear();
    }
}

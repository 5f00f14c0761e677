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
import io.s3copy.benchmark.way.Ways;
import java.net.URI;

/**
 * What a worker is to do.
 *
 * @param way how to copy
 * @param service where
 * @param objects what
 * @param window how many copies at the same time
 * @param copies how many in all
 * @param collect whether to collect garbage at the end, so that what is left can be told
 */
record Run(Ways way, Service service, CopiedObjects objects, int window, int copies, boolean collect) {

    private static final String NONE = "-";

    String toLine() {
        return String.join(
                " ",
                way.name(),
                service.endpoint().toString(),
                String.valueOf(service.isNull()),
                String.valueOf(service.crt()),
                String.valueOf(service.connections()),
                objects.bucket(),
                objects.sourceKey() == null ? NONE : objects.sourceKey(),
                objects.prefix(),
                String.valueOf(window),
                String.valueOf(copies),
                String.valueOf(collect));
    }

    static Run parse(String line) {
        String[] words = line.split(" ", -1);
        return new Run(
                Ways.valueOf(words[0]),
                new Service(
                        URI.create(words[1]),
                        Boolean.parseBoolean(words[2]),
                        Boolean.parseBoolean(words[3]),
                        Integer.parseInt(words[4])),
                new CopiedObjects(words[5], words[6].equals(NONE) ? null : words[6], words[7]),
                Integer.parseInt(words[8]),
                Integer.parseInt(words[9]),
                Boolean.parseBoolean(words[10]));
    }

    /** The same with another number of copies. */
    Run withCopies(int number) {
        return new Run(way, service, objects, window, number, collect);
    }
}

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
package io.s3copy.app.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder that are routes, and those that are not read. */
record RouteFolder(List<Path> routes, List<Path> others) {

    private static final String ROUTE = ".camel.yaml";
    private static final String KAMELET = ".kamelet.yaml";

    /** Reads it, in the order of the names. What begins with a dot is not there: Kubernetes mounts such folders. */
    static RouteFolder read(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            return new RouteFolder(
                    files.stream().filter(file -> isA(file, ROUTE)).toList(),
                    files.stream()
                            .filter(file -> !isA(file, ROUTE) && !isA(file, KAMELET))
                            .toList());
        }
    }

    private static boolean isA(Path file, String kind) {
        return file.getFileName().toString().endsWith(kind) && Files.isRegularFile(file);
    }

    /** What Camel takes for the name of a file: it takes all behind the first dot for its kind. */
    static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ROUTE.length()).replace('.', '-') + ROUTE;
    }
}

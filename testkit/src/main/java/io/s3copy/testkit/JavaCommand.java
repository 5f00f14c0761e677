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
package io.s3copy.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line of a JVM that lives for seconds or minutes. It starts in a third of the time without the second
 * compiler, and needs no collector of many threads.
 */
public final class JavaCommand {

    private JavaCommand() {}

    /** This JDK's java, and the arguments. */
    public static List<String> of(String... arguments) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                // with one compiler the JVM reserves 48 MB, and compiles no more once they are full
                                "-XX:ReservedCodeCacheSize=240m",
                                "-XX:+UseSerialGC"),
                        Stream.of(arguments))
                .toList();
    }
}

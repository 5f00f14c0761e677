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

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the server jars that the build fetches; they are on no class path, since they bring hundreds of libraries. */
final class ServerJar {

    private ServerJar() {}

    static Path at(String systemProperty) {
        String value = System.getProperty(systemProperty);
        if (value == null || !Files.isRegularFile(Path.of(value))) {
            throw new IllegalStateException("System property " + systemProperty
                    + " must name the server's jar; the Maven build sets it. It is: " + value);
        }
        return Path.of(value);
    }
}

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
package io.s3copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the jar that users get. */
class JarIT {

    private static List<String> entries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            Path jar = files.filter(
                            file -> file.getFileName().toString().matches("camel-s3copy-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
            try (JarFile open = new JarFile(jar.toFile())) {
                return open.stream().map(ZipEntry::getName).collect(Collectors.toList());
            }
        }
    }

    @Test
    void rootHoldsNothingButItsTwoFolders() throws IOException {
        assertThat(entries().stream().map(name -> name.replaceFirst("/.*", "/")).distinct())
                .containsExactlyInAnyOrder("META-INF/", "io/");
    }

    @Test
    void descriptionIsWhereCamelAndItsCatalogueLook() throws IOException {
        assertThat(entries())
                .contains(
                        "META-INF/io/s3copy/camel/s3copy.json",
                        "io/s3copy/camel/s3copy.json",
                        "META-INF/services/org/apache/camel/component.properties",
                        "META-INF/services/org/apache/camel/transformer.properties",
                        "META-INF/services/org/apache/camel/configurer/io.s3copy.camel.S3CopyConfiguration");
    }
}

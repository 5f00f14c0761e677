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
package io.s3copy.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The metadata that editors read is that of the component. With {@code -Ds3copy.docs.update=true} it writes it instead.
 */
class SpringMetadataTest {

    private static final Path FILE =
            Path.of("src", "main", "resources", "META-INF", "spring-configuration-metadata.json");

    @Test
    void metadataIsThatOfTheComponent() throws IOException {
        String metadata = SpringMetadata.load().write();
        if (Boolean.getBoolean("s3copy.docs.update")) {
            Files.writeString(FILE, metadata);
        }
        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as("%s; -Dtest=SpringMetadataTest -Ds3copy.docs.update=true writes it", FILE)
                .isEqualTo(metadata);
    }

    @Test
    void metadataHasNamesTypesDefaultsAndValues() throws IOException {
        assertThat(SpringMetadata.load().write())
                .contains("\"name\" : \"camel.component.s3copy.if-exists\"")
                .contains("\"name\" : \"camel.component.s3copy.force-path-style\"")
                .contains("\"defaultValue\" : \"overwrite\"")
                .contains("\"value\" : \"skipIfSame\"");
    }
}

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
package org.example.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/spring-boot.md shows is what this application is made of. */
class DocumentationTest {

    private static final Path PAGE = Path.of("..", "..", "..", "..", "docs", "spring-boot.md");
    private static final Path SOURCES = Path.of("src", "main");

    private static String block(String language) throws IOException {
        Matcher blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(blocks.find()).as("a block of " + language).isTrue();
        return blocks.group(1);
    }

    /** Less what lines begin with. */
    private static String bare(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    @Test
    void propertiesAreTheApplications() throws IOException {
        assertThat(Files.readString(SOURCES.resolve("resources/application.properties")))
                .isEqualTo(block("properties"));
    }

    @Test
    void routeIsTheApplications() throws IOException {
        assertThat(Files.readString(SOURCES.resolve("java/org/example/copies/ArchiveRoute.java")))
                .endsWith(block("java"));
    }

    @Test
    void dependenciesAreTheApplications() throws IOException {
        assertThat(bare(Files.readString(Path.of("pom.xml")))).contains(bare(block("xml")));
    }
}

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
package io.s3copy.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/kamelets.md} names every Kamelet, each of its properties, and every Pipe. */
class KameletDocsTest {

    private static final String DOCS = Shipped.text(Path.of("../docs/kamelets.md"));

    static Stream<Path> kamelets() {
        return Shipped.kamelets().stream();
    }

    static Stream<Path> pipes() {
        return Shipped.pipes().stream();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void kameletIsDescribedWithAllItsProperties(Path file) {
        Map<String, Object> kamelet = Shipped.yaml(Shipped.text(file));
        String name = KameletRules.map(kamelet, "metadata").get("name").toString();
        assertThat(DOCS).contains("| `" + name + "` |").contains("\n### " + name + "\n");
        String section = DOCS.substring(DOCS.indexOf("\n### " + name + "\n") + 1);
        String own = section.contains("\n### ") ? section.substring(0, section.indexOf("\n### ")) : section;
        KameletRules.map(kamelet, "spec", "definition", "properties")
                .keySet()
                .forEach(property -> assertThat(own).contains("| `" + property + "` |"));
    }

    @ParameterizedTest
    @MethodSource("pipes")
    void pipeIsAnExampleOfAKamelet(Path file) {
        assertThat(DOCS).contains("/pipes/" + file.getFileName() + ")");
    }
}

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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of this module, as its jar holds them. */
final class Shipped {

    private Shipped() {}

    static List<Path> kamelets() {
        return files("kamelets");
    }

    static List<Path> pipes() {
        return files("pipes");
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of("target/classes", folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> yaml(String text) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    /** The routes of an Integration: Camel Main and Camel JBang know Pipes, and not Integrations. */
    static String flows(String integration) {
        Map<?, ?> spec = (Map<?, ?>) yaml(integration).get("spec");
        return new Dump(DumpSettings.builder().build()).dumpToString(spec.get("flows"));
    }

    /** What Camel K makes of a Pipe: the values of its Kamelets become properties. */
    static Map<String, String> propertiesOf(String pipe) {
        Map<String, Object> spec = KameletRules.map(yaml(pipe), "spec");
        List<Object> parts = new ArrayList<>(List.of(spec.get("source"), spec.get("sink")));
        parts.addAll((List<?>) spec.getOrDefault("steps", List.of()));
        Map<String, String> properties = new HashMap<>();
        for (Object part : parts) {
            Object name = KameletRules.map(KameletRules.asMap(part), "ref").get("name");
            KameletRules.map(KameletRules.asMap(part), "properties")
                    .forEach((key, value) -> properties.put("camel.kamelet." + name + "." + key, value.toString()));
        }
        return properties;
    }

    /** A Pipe whose Kamelets take their values from the properties of the application. */
    static String withoutProperties(String pipe) {
        return pipe.replaceAll("( +)properties:\\n(\\1  .*\\n)+", "");
    }
}

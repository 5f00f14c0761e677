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
package io.s3copy.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The component's description, as Camel's generator writes it. */
record Catalogue(JsonNode json) {

    /** A row of one of its tables. */
    record Row(String name, JsonNode json) {
        String text(String field) {
            return json.path(field).asText("");
        }
    }

    static Catalogue load() {
        try (InputStream stream = Catalogue.class.getResourceAsStream("/META-INF/io/s3copy/camel/s3copy.json")) {
            return new Catalogue(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String component(String field) {
        return json.path("component").path(field).asText();
    }

    List<Row> rows(String table) {
        List<Row> rows = new ArrayList<>();
        json.path(table).properties().forEach(entry -> rows.add(new Row(entry.getKey(), entry.getValue())));
        return rows;
    }
}

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
package io.s3copy.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters of a webhook are on the disk before their sender is told so. */
class DeadLetterFileTest {

    @TempDir
    private Path folder;

    private static Exchange letter(String payload, String cause) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(payload.getBytes(StandardCharsets.UTF_8));
        exchange.getMessage().setHeader("S3CopyError", cause);
        return exchange;
    }

    @Test
    void eachIsALineWhateverItHolds() throws Exception {
        Path file = folder.resolve("letters/live.jsonl");
        DeadLetterFile letters = new DeadLetterFile(file);
        String hostile = "{\"Records\":[]}\n{\"forged\": \"\u001b[2J ü\"}";

        letters.take(letter(hostile, "NoSuchBucket"));
        new DeadLetterFile(file).take(letter("second", ""));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("payload").asText()).isEqualTo(hostile);
        assertThat(first.path("cause").asText()).isEqualTo("NoSuchBucket");
        assertThat(new ObjectMapper().readTree(lines.get(1)).path("payload").asText())
                .isEqualTo("second");
    }

    @Test
    void lineThatWasBrokenOffSpoilsNoOther() throws Exception {
        Path file = Files.writeString(folder.resolve("live.jsonl"), "{\"time\":\"2026");

        new DeadLetterFile(file).take(letter("whole", ""));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(new ObjectMapper().readTree(lines.get(1)).path("payload").asText())
                .isEqualTo("whole");
    }

    @Test
    void whenItIsFullTheSenderKeepsThem() throws Exception {
        Path file = folder.resolve("live.jsonl");
        DeadLetterFile letters = new DeadLetterFile(file, 200);
        letters.take(letter("x".repeat(50), ""));

        assertThatThrownBy(() -> letters.take(letter("x".repeat(100), "")))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is full: look at its dead letters, and move it away");
        assertThat(Files.readAllLines(file)).hasSize(1);
    }
}

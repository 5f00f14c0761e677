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
package io.s3copy.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever arrives becomes events, or the one error with a message that is safe to log. */
class EventFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BODIES =
            Corpus.names().stream().map(Corpus::read).toList();

    /** Those that are one document each: any start of lines may be all of their first. */
    private static final List<String> DOCUMENTS = Corpus.names().stream()
            .filter(name -> !name.startsWith("text-"))
            .map(Corpus::read)
            .toList();

    private static final int MOST_ENVELOPES = 8;

    @Property(tries = 1500)
    void mutatedDocumentsAreEventsOrTheOneError(
            @ForAll("documents") String body, @ForAll long seed, @ForAll("formats") EventFormat format)
            throws JsonProcessingException {
        check(mutated(body, new Random(seed)), format);
    }

    @Property(tries = 1000)
    void truncatedDocumentsAreTheOneError(
            @ForAll("documents") String body, @ForAll("fractions") double end, @ForAll("formats") EventFormat format) {
        byte[] bytes = body.strip().getBytes(StandardCharsets.UTF_8);
        byte[] start = Arrays.copyOf(bytes, (int) (bytes.length * end));
        assertThat(outcome(start, format)).isInstanceOf(EventFormatException.class);
    }

    @Property(tries = 1000)
    void documentsWithOtherBytesAreEventsOrTheOneError(
            @ForAll("bodies") String body, @ForAll long seed, @ForAll("formats") EventFormat format) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        for (int i = random.nextInt(8); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        check(bytes, format);
    }

    @Property(tries = 500)
    void anyBytesAreTheOneError(@ForAll byte[] bytes, @ForAll("formats") EventFormat format) {
        // an empty array is a batch of nothing
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        assertThat(outcome(bytes, format)).isInstanceOf(text.equals("[]") ? Decoded.class : EventFormatException.class);
    }

    @Property(tries = 200)
    void deepDocumentsAreTheOneError(@ForAll("openings") String opening, @ForAll("depths") int depth) {
        byte[] body = opening.repeat(depth).getBytes(StandardCharsets.UTF_8);
        assertThat(outcome(body, EventFormat.AUTO)).isInstanceOf(EventFormatException.class);
    }

    /** Whatever is in whatever, and however often: what is deeper than the limit is refused, the rest is read. */
    @Property(tries = 600)
    void envelopesInEnvelopesAreTakenOffAsFarAsTheLimit(
            @ForAll("documents") String body, @ForAll("stacks") List<Integer> stack) {
        String wrapped = body;
        for (int kind : stack) {
            wrapped = wrapped(wrapped, kind);
        }
        Object outcome = outcome(body.getBytes(StandardCharsets.UTF_8), EventFormat.AUTO, Map.of());
        Object inside = outcome(wrapped.getBytes(StandardCharsets.UTF_8), EventFormat.AUTO, Map.of());
        if (outcome instanceof Decoded plain && inside instanceof Decoded decoded) {
            assertThat(decoded.events())
                    .map(ObjectEvent::object)
                    .isEqualTo(plain.events().stream().map(ObjectEvent::object).toList());
            assertThat(decoded.events())
                    .allSatisfy(
                            event -> assertThat(event.origin().envelopes()).hasSizeLessThanOrEqualTo(MOST_ENVELOPES));
        } else {
            assertThat(inside).isInstanceOf(EventFormatException.class);
            assertThat(stack.size() > MOST_ENVELOPES - 4 || outcome instanceof EventFormatException)
                    .isTrue();
        }
    }

    private static String wrapped(String body, int kind) {
        String text = JSON.getNodeFactory().textNode(body).toString();
        String base64 = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        return switch (kind) {
            case 0 -> "{\"Type\":\"Notification\",\"Message\":" + text + "}";
            case 1 -> "{\"specversion\":\"1.0\",\"data\":" + body + "}";
            case 2 -> "{\"specversion\":\"1.0\",\"data_base64\":\"" + base64 + "\"}";
            case 3 -> "{\"schema\":null,\"payload\":" + body + "}";
            case 4 -> "{\"schema\":{},\"payload\":" + text + "}";
            case 5 -> "{\"message\":{\"messageId\":\"1\",\"data\":\"" + base64 + "\"}}";
            case 6 -> "{\"Action\":\"Publish\",\"Message\":" + body + "}";
            case 7 -> "{\"MessageId\":\"1\",\"Body\":" + text + "}";
            case 8 -> "{\"topic_urn\":\"t\",\"type\":\"Notification\",\"message\":" + text + "}";
            default -> text;
        };
    }

    private static void check(byte[] body, EventFormat format) {
        Object outcome = outcome(body, format);
        if (outcome instanceof EventFormatException error) {
            assertThat(error.getMessage()).hasSizeLessThan(300).matches("[\\P{C}]*");
        } else {
            assertThat(((Decoded) outcome).events()).allSatisfy(event -> {
                assertThat(event.bucket()).isNotEmpty();
                assertThat(event.key().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
                assertThat(EventIdentity.of(event)).hasSizeLessThanOrEqualTo(EventIdentity.MAX_LENGTH);
            });
        }
    }

    /** Any other exception ends the test. */
    private static Object outcome(byte[] body, EventFormat format) {
        return outcome(body, format, Map.of("ce-specversion", "1.0"));
    }

    private static Object outcome(byte[] body, EventFormat format, Map<String, String> headers) {
        try {
            return new EventDecoder(DecoderOptions.DEFAULT.withFormat(format)).decode(body, headers);
        } catch (EventFormatException e) {
            return e;
        }
    }

    /** Up to four times, a value somewhere is dropped, replaced, doubled or moved. */
    private static byte[] mutated(String body, Random random) throws JsonProcessingException {
        JsonNode document = JSON.readTree(body);
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<ContainerNode<?>> containers = new ArrayList<>();
            collect(document, containers);
            ContainerNode<?> target = containers.get(random.nextInt(containers.size()));
            JsonNode other = random.nextBoolean()
                    ? containers.get(random.nextInt(containers.size())).deepCopy()
                    : JSON.readTree(SCALARS.get(random.nextInt(SCALARS.size())));
            mutate(target, other, random);
        }
        String text = JSON.writeValueAsString(document);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "9223372036854775808",
            "\"\"",
            "\"%\"",
            "\"%00\"",
            "\"\\ud800\"",
            "\"[]\"",
            "\"{\\\"Records\\\":[]}\"",
            "\"s3:TestEvent\"",
            "\"ceph:s3\"",
            "\"minio:s3\"",
            "\"aws:sqs\"",
            "\"Object Deleted\"",
            "\"ObjectCreated:\"",
            "\"s3:\"",
            "\"+999999999-12-31T23:59:59+18:00\"",
            "\"e30=\"",
            "\"W10=\"",
            "\"Action=Publish&Message=%7B%7D\"",
            "\"scality:s3\"",
            "\"OBJECT_DELETE\"",
            "\"b2:TestEvent\"",
            "[]",
            "{}");

    private static void mutate(ContainerNode<?> target, JsonNode other, Random random) {
        if (target.isEmpty()) {
            return;
        }
        int at = random.nextInt(target.size());
        int how = random.nextInt(3);
        if (target instanceof ArrayNode array) {
            switch (how) {
                case 0 -> array.remove(at);
                case 1 -> array.set(at, other);
                default ->
                    array.insert(random.nextInt(array.size() + 1), array.get(at).deepCopy());
            }
        } else if (target instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(at);
            switch (how) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, other);
                default ->
                    object.set(
                            names.get(random.nextInt(names.size())),
                            object.get(name).deepCopy());
            }
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> into) {
        if (node instanceof ContainerNode<?> container) {
            into.add(container);
            for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
                collect(children.next(), into);
            }
        }
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of(BODIES);
    }

    @Provide
    Arbitrary<String> documents() {
        return Arbitraries.of(DOCUMENTS);
    }

    @Provide
    Arbitrary<List<Integer>> stacks() {
        return Arbitraries.integers().between(0, 9).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<EventFormat> formats() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(EventFormat.AUTO)), Tuple.of(1, Arbitraries.of(EventFormat.class)));
    }

    @Provide
    Arbitrary<Double> fractions() {
        return Arbitraries.doubles().between(0, true, 1, false);
    }

    @Provide
    Arbitrary<String> openings() {
        return Arbitraries.of(
                "[",
                "{\"Records\":[",
                "{\"detail\":",
                "{\"data\":",
                "[{\"s3\":",
                "{\"specversion\":\"1.0\",\"data\":",
                "{\"schema\":0,\"payload\":",
                "{\"Action\":\"Publish\",\"Message\":",
                "{\"message\":",
                "{\"events\":[",
                "{\"Messages\":[",
                "Action=Publish&Message=");
    }

    @Provide
    Arbitrary<Integer> depths() {
        return Arbitraries.integers().between(1, 2000);
    }
}

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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any key comes back as it is stored, whoever tells of it and however he writes it. */
class KeysOfSendersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventDecoder AUTO = new EventDecoder(DecoderOptions.DEFAULT);

    @Property(tries = 200)
    void keysOfSendersThatEncodeAreDecodedOnce(@ForAll("encoders") String file, @ForAll("keys") String key) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        assertThat(read(AUTO, record(file, encoded))).isEqualTo(key);
    }

    @Property(tries = 200)
    void keysOfSendersThatDoNotEncodeAreLeftAlone(@ForAll("plain") String file, @ForAll("keys") String key) {
        assertThat(read(AUTO, record(file, key))).isEqualTo(key);
    }

    @Property(tries = 200)
    void keysOfCloudsAreLeftAlone(@ForAll("keys") String key) throws Exception {
        assertThat(read(AUTO, r2(key))).isEqualTo(key);
        assertThat(read(AUTO, gcs(key))).isEqualTo(key);
        assertThat(read(AUTO, b2(key))).isEqualTo(key);
        assertThat(read(AUTO, cos(key))).isEqualTo(key);
    }

    @Property(tries = 200)
    void keysAreReadAsTheUserSaysWhoeverSendsThem(@ForAll("anybody") String file, @ForAll("keys") String key) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        assertThat(read(told(KeyEncoding.ENCODED), record(file, encoded))).isEqualTo(key);
        assertThat(read(told(KeyEncoding.PLAIN), record(file, key))).isEqualTo(key);
    }

    /** In doubt, no key is taken for another. */
    @Property(tries = 500)
    void keysOfUnknownSendersAreReadRightOrRefused(@ForAll("keys") String key, @ForAll boolean encodes) {
        String written = encodes ? URLEncoder.encode(key, StandardCharsets.UTF_8) : key;
        String body = record("objectscale-removed", written);
        Throwable refusal = catchThrowable(() -> AUTO.decode(body));
        if (refusal == null) {
            assertThat(read(AUTO, body)).isEqualTo(key);
        } else {
            assertThat(refusal).isInstanceOf(EventFormatException.class).hasMessageContaining("eventKeys=plain");
        }
    }

    /** What S3 never writes, where a record calls itself S3's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"configurationId\": \"[^\"]*\" | \"configurationId\": \"kafka-global\"      | VERSITYGW",
                "\"arn\": \"[^\"]*\"             | \"arn\": \"arn:aws:s3:::/inbox/a%2Bb.txt\"  | VERSITYGW",
                "\"arn\": \"[^\"]*\"             | \"arn\": \"arn:aws:s3:zone::inbox\"         | CEPH",
                "\"arn\": \"[^\"]*\"             | \"arn\": \"\"                              | OTHER_RECORDS",
                "\"arn\": \"[^\"]*\"             | \"arn\": null                              | OTHER_RECORDS",
                "\"arn\": \"[^\"]*\"             | \"arn\": \"urn:sgws:s3:::inbox\"            | OTHER_RECORDS",
                "\"eventName\": \"                | \"eventName\": \"s3:                        | OTHER_RECORDS",
                "\"eventVersion\": \"2.1\"        | \"eventVersion\": \"1.0\"                   | OTHER_RECORDS",
                "\"aws:s3\"                       | \"scality:s3\"                              | SCALITY",
                "\"aws:s3\"                       | \"nobody:s3\"                               | OTHER_RECORDS",
            })
    void whatS3NeverWritesProvesThatItWasAnother(String pattern, String instead, EventSchema sender) {
        assertThat(AUTO.decode(Corpus.read("s3-put").replaceFirst(pattern, instead))
                        .events())
                .map(event -> event.origin().schema())
                .containsExactly(sender);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"awsRegion\": \"us-west-2\",",
                "\"arn\": \"arn:aws:s3:::amzn-s3-demo-bucket\"",
                "\"eventSource\": \"aws:s3\",",
                "\"eventVersion\": \"2.1\",",
                "\"configurationId\": \"[^\"]*\",",
                "\"sequencer\": \"[^\"]*\"",
            })
    void whatIsOnlyAbsentProvesNothing(String member) {
        String body = Corpus.read("s3-put")
                .replaceFirst(member, "")
                .replaceAll(",(\\s*})", "$1")
                .replace("HappyFace.jpg", "a+b");
        assertThat(AUTO.decode(body).events()).map(ObjectEvent::key).containsExactly("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "aws-cn", "aws-us-gov", "aws-iso-b"})
    void everyPartitionOfAwsIsAws(String partition) {
        assertThat(AUTO.decode(Corpus.read("s3-put").replace("arn:aws:", "arn:" + partition + ":"))
                        .events())
                .map(event -> event.origin().schema())
                .containsExactly(EventSchema.S3_RECORDS);
    }

    @ParameterizedTest
    @CsvSource({"auto, AUTO", "ENCODED, ENCODED", " plain , PLAIN", "form, ENCODED", "raw, PLAIN"})
    void encodingsHaveTheNamesOfTheOption(String text, KeyEncoding encoding) {
        assertThat(KeyEncoding.of(text)).isEqualTo(encoding);
    }

    @Test
    void anEncodingThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyEncoding.of("url"))
                .withMessage("'url' is no way to write keys. Use auto, encoded or plain");
    }

    private static EventDecoder told(KeyEncoding encoding) {
        return new EventDecoder(DecoderOptions.DEFAULT.withKeys(encoding));
    }

    private static String read(EventDecoder decoder, String body) {
        List<ObjectEvent> events = decoder.decode(body).events();
        assertThat(events).hasSize(1);
        return events.get(0).key();
    }

    /** The first record of a file, about another key. */
    private static String record(String file, String key) {
        try {
            var document = JSON.readTree(Corpus.read(file));
            var envelope = document.has("Message") ? document.get("Message") : document;
            var records = envelope.has("Records") ? envelope.get("Records") : envelope;
            var event = (ObjectNode) (envelope.has("events") ? envelope.get("events") : records).get(0);
            var of = event.has("s3") ? event.get("s3") : event.get("oss");
            ((ObjectNode) of.get("object")).put("key", key);
            ArrayNode one = JSON.createArrayNode().add(event);
            return JSON.createObjectNode()
                    .set(event.has("s3") ? "Records" : "events", one)
                    .toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String r2(String key) throws Exception {
        return JSON.writeValueAsString(
                Map.of("account", "a", "action", "PutObject", "bucket", "b", "object", Map.of("key", key, "size", 1)));
    }

    private static String gcs(String key) throws Exception {
        String resource = JSON.writeValueAsString(Map.of("name", key, "bucket", "b", "size", "1"));
        String data = Base64.getEncoder().encodeToString(resource.getBytes(StandardCharsets.UTF_8));
        Map<String, String> attributes = Map.of(
                "eventType", "OBJECT_FINALIZE", "bucketId", "b", "objectId", key, "payloadFormat", "JSON_API_V1");
        return JSON.writeValueAsString(
                Map.of("message", Map.of("attributes", attributes, "data", data, "messageId", "1")));
    }

    private static String b2(String key) throws Exception {
        return JSON.writeValueAsString(Map.of(
                "events",
                List.of(Map.of("eventType", "b2:ObjectCreated:Upload", "bucketName", "b", "objectName", key))));
    }

    private static String cos(String key) throws Exception {
        return JSON.writeValueAsString(Map.of(
                "Records",
                List.of(Map.of(
                        "event",
                        Map.of("eventName", "cos:ObjectCreated:Put"),
                        "cos",
                        Map.of(
                                "cosBucket",
                                Map.of("appid", "1", "name", "b"),
                                "cosObject",
                                Map.of("key", "/1/b/" + key))))));
    }

    @Provide
    Arbitrary<String> encoders() {
        return Arbitraries.of("s3-put", "minio-put", "rustfs-put");
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.of("ceph-put", "scality-put", "versitygw-put");
    }

    @Provide
    Arbitrary<String> anybody() {
        return Arbitraries.of("s3-put", "minio-put", "ceph-put", "versitygw-put", "objectscale-removed", "oss-events");
    }

    @Provide
    Arbitrary<String> keys() {
        Arbitrary<String> odd = Arbitraries.of("+", "%", "%2B", "%41", " ", "/", "é", "😀", "&", "=", "a", "\n", "~");
        return Arbitraries.frequencyOf(
                        Tuple.of(2, odd),
                        Tuple.of(
                                1,
                                Arbitraries.integers()
                                        .between(1, Character.MAX_CODE_POINT)
                                        .filter(point ->
                                                point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                                        .map(Character::toString)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(pieces -> String.join("", pieces));
    }
}

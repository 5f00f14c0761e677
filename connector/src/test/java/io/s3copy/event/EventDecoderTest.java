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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How bodies are recognised, what is forced, and what is read of them. */
class EventDecoderTest {

    private static final EventDecoder AUTO = new EventDecoder(DecoderOptions.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "s3, s3-put",
        "s3, minio-put",
        "s3, s3-test-event",
        "sns, sns-notification",
        "eventbridge, eventbridge-created",
        "eventbridge, eventbridge-batch",
        "minio, minio-put",
        "ceph, ceph-put",
        "cloudEvents, cloudevents-record",
        "cloudEvents, cloudevents-batch",
    })
    void aForcedFormatReadsItsOwnShape(String format, String file) {
        assertThat(forced(format).decode(Corpus.read(file))).isNotEqualTo(new Decoded(List.of(), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "s3, sns-notification",
        "s3, eventbridge-created",
        "s3, cloudevents-record",
        "s3, lambda-sqs",
        "sns, s3-put",
        "sns, pipe-of-sqs-messages",
        "eventbridge, s3-put",
        "minio, eventbridge-created",
        "ceph, cloudevents-base64",
        "cloudEvents, s3-put",
    })
    void aForcedFormatRefusesEveryOtherShape(String format, String file) {
        EventDecoder decoder = forced(format);
        String body = Corpus.read(file);
        assertThatThrownBy(() -> decoder.decode(body)).isInstanceOf(EventFormatException.class);
    }

    @Test
    void aForcedFormatSaysByWhoseRulesRecordsAreRead() {
        String raw = Corpus.read("ceph-put").replace("a+b %41 é", "a%2Bb");
        assertThat(forced("s3").decode(raw).events()).map(ObjectEvent::key).containsExactly("photos/a+b.jpg");
    }

    @Test
    void whatIsInAnEnvelopeIsRecognisedAlthoughTheEnvelopeWasForced() {
        assertThat(forced("sns").decode(Corpus.read("sns-notification")).events())
                .map(event -> event.origin().schema())
                .containsExactly(EventSchema.S3_RECORDS);
    }

    @Test
    void keysOfCephAreDecodedWhenToldSo() {
        EventDecoder decoder = new EventDecoder(DecoderOptions.DEFAULT.withKeys(KeyEncoding.ENCODED));
        String body = Corpus.read("ceph-put").replace("a+b %41 é", "a+b%2B%C3%A9");
        assertThat(decoder.decode(body).events()).map(ObjectEvent::key).containsExactly("photos/a b+é.jpg");
    }

    @Test
    void keysOfRecordsAreLeftAloneWhenToldSo() {
        EventDecoder decoder = new EventDecoder(DecoderOptions.DEFAULT.withKeys(KeyEncoding.PLAIN));
        assertThat(decoder.decode(Corpus.read("minio-put")).events())
                .map(ObjectEvent::key)
                .containsExactly("2026%2Fmy+photo%2B1.jpg");
    }

    @Test
    void keysOfEventBridgeAreNeverDecoded() {
        EventDecoder decoder = new EventDecoder(DecoderOptions.DEFAULT.withKeys(KeyEncoding.ENCODED));
        assertThat(decoder.decode(Corpus.read("eventbridge-odd-key")).events())
                .map(ObjectEvent::key)
                .containsExactly("a+b %41 %zz?versionId=1\n☃");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce-specversion", "Ce-Specversion", "ce_specversion", "cloudEvents:specversion"})
    void aHeaderMakesABodyABinaryCloudEvent(String header) {
        Decoded decoded = forced("cloudEvents").decode(Corpus.read("ceph-put"), Map.of(header, "1.0"));
        assertThat(decoded.events())
                .map(event -> event.origin().envelopes())
                .containsExactly(List.of(EventEnvelope.CLOUD_EVENTS));
    }

    @Test
    void headersChangeNothingOfAnEventButItsEnvelope() {
        Map<String, String> headers = Map.of(
                "ce-specversion",
                "1.0",
                "ce-type",
                "com.amazonaws.ObjectRemoved:Delete",
                "ce-subject",
                "other",
                "key",
                "x");
        ObjectEvent with = AUTO.decode(Corpus.read("s3-put"), headers).events().get(0);
        assertThat(with.object()).isEqualTo(Corpus.only("s3-put").object());
    }

    @Test
    void headersOfAnotherVersionAreNoReasonToRefuseABodyThatCanBeRead() {
        assertThat(AUTO.decode(Corpus.read("s3-put"), Map.of("ce-specversion", "9.9"))
                        .events())
                .containsExactly(Corpus.only("s3-put"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "2.6", "2.99", "2", "1.0", "3.0", "20.1", "2.", "two", ""})
    void anyVersionIsReadOfWhatCanBeUnderstood(String version) {
        String body = Corpus.read("s3-put").replace("\"2.1\"", "\"" + version + "\"");
        assertThat(AUTO.decode(body).events())
                .map(ObjectEvent::object)
                .containsExactly(Corpus.only("s3-put").object());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-01-01T00:00:00.000Z\" | \"yesterday\"",
                "\"2026-01-01T00:00:00.000Z\" | 1767225600",
                "\"us-west-2\"                | [\"us-west-2\"]",
                "\"AWS:AIDAJDPLRKLG7UEXAMPLE\" | null",
            })
    void membersThatOnlyInformDoNotMakeAMessagePoison(String good, String other) {
        assertThat(AUTO.decode(Corpus.read("s3-put").replace(good, other)).events())
                .map(ObjectEvent::object)
                .containsExactly(Corpus.only("s3-put").object());
    }

    @Test
    void aKeyOf1024BytesIsRead() {
        String body = Corpus.read("s3-put").replace("HappyFace.jpg", "%C3%A9".repeat(512));
        assertThat(AUTO.decode(body).events()).map(ObjectEvent::key).containsExactly("é".repeat(512));
    }

    @Test
    void aDeletionOfNoKnownTypeIsNotTakenForOne() {
        String body = Corpus.read("eventbridge-batch").replace("Permanently Deleted", "Half Deleted");
        assertThat(AUTO.decode(body).events().get(2)).isInstanceOf(ObjectEvent.Other.class);
    }

    @Test
    void creationByARequestOfNoKnownNameIsCreation() {
        String body = Corpus.read("eventbridge-created").replace("PutObject", "RenameObject");
        assertThat(AUTO.decode(body).events())
                .map(ObjectEvent::type)
                .containsExactly(EventType.OBJECT_CREATED_OTHERWISE);
    }

    @Test
    void aSizeThatIsMissingIsOnlyZeroAtMinio() {
        String body = Corpus.read("s3-put").replace("\"size\": 1024,", "");
        assertThat(AUTO.decode(body).events())
                .map(event -> event.object().size())
                .containsExactly((Long) null);
    }

    @Test
    void manyRecordsKeepTheirOrder() {
        String record = Corpus.read("s3-put").strip();
        String inner = record.substring(record.indexOf('[') + 1, record.lastIndexOf(']'));
        String body = IntStream.range(0, 500)
                .mapToObj(i -> inner.replace("HappyFace.jpg", "key-" + i))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
        assertThat(AUTO.decode(body).events())
                .map(ObjectEvent::key)
                .isEqualTo(IntStream.range(0, 500).mapToObj(i -> "key-" + i).toList());
    }

    @Test
    void bytesAreReadAsUtf8WithOrWithoutAMark() {
        byte[] body = ("\uFEFF" + Corpus.read("ceph-put")).getBytes(StandardCharsets.UTF_8);
        assertThat(AUTO.decode(body, Map.of()).events()).containsExactly(Corpus.only("ceph-put"));
    }

    @Test
    void aBodyOfTheLimitIsRead() {
        String body = Corpus.read("s3-put");
        EventDecoder decoder = new EventDecoder(DecoderOptions.DEFAULT.withMaxBody(body.length()));
        assertThat(decoder.decode(body).events()).hasSize(1);
    }

    @Test
    void eightEnvelopesAreTakenOff() {
        assertThat(AUTO.decode(Corpus.inEnvelopes(Corpus.read("s3-put"), 8)).events())
                .map(event -> event.origin().envelopes().size())
                .containsExactly(8);
    }

    @Test
    void aFormatThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventFormat.of("xml"))
                .withMessage("'xml' is no format of events. Use auto, s3, sns, eventbridge, minio, ceph, cloudEvents");
    }

    @Test
    void limitsOfNothingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DecoderOptions.DEFAULT.withMaxBody(0));
    }

    private static EventDecoder forced(String format) {
        return new EventDecoder(DecoderOptions.DEFAULT.withFormat(EventFormat.of(format)));
    }
}

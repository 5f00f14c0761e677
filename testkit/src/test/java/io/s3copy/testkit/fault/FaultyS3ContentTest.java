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
package io.s3copy.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of objects, of which there is any amount and of which nothing is kept. */
class FaultyS3ContentTest {

    private final FaultyS3 s3 = FaultyS3.start().bucket("in");
    private final Wire wire = new Wire(s3);

    @AfterEach
    void close() {
        s3.close();
    }

    private HttpResponse<byte[]> get(String target, String... headers) {
        return wire.send("GET", target, "", BodyHandlers.ofByteArray(), headers);
    }

    @Test
    void anObjectIsReadWholeOrInARange() {
        s3.put("in", "key", 300_000);
        assertThat(get("/in/key").body()).hasSize(300_000);
        HttpResponse<byte[]> range = get("/in/key", "Range", "bytes=0-9");
        assertThat(range.statusCode()).isEqualTo(206);
        assertThat(range.body()).hasSize(10);
        assertThat(Wire.header(range, "Content-Range")).isEqualTo("bytes 0-9/300000");
        assertThat(s3.contentSent()).isEqualTo(300_010);
    }

    @Test
    void aRangeOfNothingIsNotSatisfiable() {
        s3.put("in", "key", 0);
        assertThat(get("/in/key").body()).isEmpty();
        assertThat(wire.send("GET", "/in/key", "Range", "bytes=0-0").body()).contains("<Code>InvalidRange</Code>");
    }

    @Test
    void aGetTellsInXmlWhatIsMissing() {
        assertThat(wire.send("GET", "/in/none").body()).contains("<Code>NoSuchKey</Code>");
        assertThat(wire.send("GET", "/in/none?versionId=1").body()).contains("<Code>NoSuchVersion</Code>");
        assertThat(wire.send("GET", "/none/none").body()).contains("<Code>NoSuchBucket</Code>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attributes", "acl"})
    void aServerMayAnswerWithTheObjectToWhatItDoesNotUnderstand(String subresource) {
        s3.put("in", "key", 100_000, object -> object.withHeader("Content-Type", "text/csv"));
        assertThat(get("/in/key?" + subresource).headers().firstValue("Content-Type"))
                .contains("application/xml");
        s3.with(Quirk.UNKNOWN_SUBRESOURCE_ANSWERS_OBJECT);
        HttpResponse<byte[]> object = get("/in/key?" + subresource);
        assertThat(object.statusCode()).isEqualTo(200);
        assertThat(Wire.header(object, "Content-Type")).isEqualTo("text/csv");
        assertThat(Wire.header(object, "Content-Length")).isEqualTo("100000");
        assertThat(object.body()).hasSize(100_000);
        assertThat(wire.send("GET", "/in/key?tagging").body()).contains("<Tagging");
    }

    @Test
    void aServerMayUnderstandTheAclAndNotTheAttributes() {
        s3.with(Quirk.UNKNOWN_ATTRIBUTES_ANSWERS_OBJECT).put("in", "key", 7);
        assertThat(get("/in/key?attributes").body()).hasSize(7);
        assertThat(wire.send("GET", "/in/key?acl").body()).contains("<AccessControlPolicy");
    }

    @Test
    void aClientMayCutOffAnAnswerThatIsLargerThanAnyMemory() throws IOException {
        long terabyte = 1L << 40;
        s3.with(Quirk.UNKNOWN_SUBRESOURCE_ANSWERS_OBJECT).put("in", "key", terabyte);
        HttpResponse<InputStream> answer = wire.send("GET", "/in/key?attributes", "", BodyHandlers.ofInputStream());
        assertThat(Wire.header(answer, "Content-Length")).isEqualTo(Long.toString(terabyte));
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(1024)).hasSize(1024);
        }
        AtomicLong before = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(100)).until(() -> before.getAndSet(s3.contentSent()) == before.get());
        assertThat(s3.contentSent()).isLessThan(1L << 30);
        assertThat(wire.head("/in/key").statusCode()).isEqualTo(200);
    }
}

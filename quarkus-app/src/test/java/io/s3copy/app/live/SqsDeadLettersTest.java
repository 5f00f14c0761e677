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

import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.config.Listening;
import io.s3copy.app.config.ServiceSettings;
import io.s3copy.app.job.RefusedException;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.StubServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of calls when a dead letter is sent again, by a stub of SQS: none is deleted before it was sent. */
class SqsDeadLettersTest {

    private static final String BODY = "no notification";

    @TempDir
    private Path folder;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile boolean refusesToSend;
    private final StubServer sqs = StubServer.start("sqs", request -> {
        String call = request.header("X-Amz-Target").orElse("").replace("AmazonSQS.", "");
        String queue = request.bodyText().contains("dead") ? "dead" : "events";
        calls.add(call + " " + queue);
        return switch (call) {
            case "GetQueueUrl" -> json("{\"QueueUrl\":\"http://127.0.0.1/" + queue + "\"}");
            case "ReceiveMessage" -> json("{\"Messages\":[" + (received() > 1 ? "" : message()) + "]}");
            case "SendMessage" ->
                refusesToSend
                        ? Response.notS3(
                                400,
                                "application/x-amz-json-1.0",
                                "{\"__type\":\"com.amazonaws.sqs#InvalidMessageContents\",\"message\":\"told so\"}")
                        : json("{\"MessageId\":\"2\",\"MD5OfMessageBody\":\"" + md5() + "\"}");
            default -> json("{}");
        };
    });
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private JobSpec job;

    private long received() {
        return calls.stream().filter(call -> call.startsWith("ReceiveMessage")).count();
    }

    private static Response json(String text) {
        return Response.notS3(200, "application/x-amz-json-1.0", text);
    }

    private static String message() {
        return "{\"MessageId\":\"1\",\"ReceiptHandle\":\"r\",\"Body\":\"" + BODY + "\",\"MD5OfBody\":\"" + md5()
                + "\"}";
    }

    private static String md5() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(BODY.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void configure() throws Exception {
        camel.start();
        String key = Files.writeString(folder.resolve("key"), "key").toString();
        ServiceSettings settings = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ServiceSettings.class)
                .withSources(new PropertiesConfigSource(
                        Map.ofEntries(
                                Map.entry("s3copy.stores.eu.region", "eu-west-1"),
                                Map.entry("s3copy.stores.eu.credentials", "static"),
                                Map.entry("s3copy.stores.eu.access-key-file", key),
                                Map.entry("s3copy.stores.eu.secret-key-file", key),
                                Map.entry("s3copy.jobs.photos.kind", "replicate"),
                                Map.entry("s3copy.jobs.photos.source", "s3://photos/"),
                                Map.entry("s3copy.jobs.photos.destination", "s3://archive/"),
                                Map.entry("s3copy.jobs.photos.events.from", "sqs"),
                                Map.entry("s3copy.jobs.photos.events.queue", "events"),
                                Map.entry("s3copy.jobs.photos.events.dead-letter-queue", "dead"),
                                Map.entry(
                                        "s3copy.jobs.photos.events.endpoint",
                                        sqs.endpoint().toString())),
                        "given",
                        100))
                .build()
                .getConfigMapping(ServiceSettings.class);
        job = Objects.requireNonNull(Configuration.of(settings, new Listening("127.0.0.1", false, false, false, false))
                .jobs()
                .get("photos"));
    }

    @AfterEach
    void close() throws Exception {
        camel.close();
        sqs.close();
    }

    @Test
    void isDeletedOnceItWasSent() {
        assertThat(new SqsDeadLetters(camel).replay(job, null, 10)).isOne();
        assertThat(calls)
                .startsWith(
                        "GetQueueUrl dead",
                        "GetQueueUrl events",
                        "ReceiveMessage dead",
                        "SendMessage events",
                        "DeleteMessage dead")
                .doesNotContain("ChangeMessageVisibilityBatch dead");
    }

    @Test
    void whatCannotBeSentIsGivenBack() {
        refusesToSend = true;

        assertThatThrownBy(() -> new SqsDeadLetters(camel).replay(job, "1", 1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("The queues of job photos refuse, or do not answer: told so");
        assertThat(calls)
                .containsExactly(
                        "GetQueueUrl dead",
                        "GetQueueUrl events",
                        "ReceiveMessage dead",
                        "SendMessage events",
                        "ChangeMessageVisibilityBatch dead");
    }

    @Test
    void whatIsLookedAtIsGivenBack() {
        assertThat(new SqsDeadLetters(camel).look(job, 1))
                .singleElement()
                .satisfies(letter -> assertThat(letter.payload()).isEqualTo(BODY));
        assertThat(calls)
                .containsExactly("GetQueueUrl dead", "ReceiveMessage dead", "ChangeMessageVisibilityBatch dead");
    }

    @Test
    void ofAnotherIdIsLeft() {
        assertThat(new SqsDeadLetters(camel).replay(job, "other", 1)).isZero();
        assertThat(calls)
                .doesNotContain("SendMessage events", "DeleteMessage dead")
                .endsWith("ChangeMessageVisibilityBatch dead");
    }
}

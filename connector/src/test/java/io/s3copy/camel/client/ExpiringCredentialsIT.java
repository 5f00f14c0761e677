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
package io.s3copy.camel.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.s3copy.camel.S3ClientKind;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials of the SDK's chain are renewed while copies run, by either client: none fails when they expire. Takes half a minute. */
class ExpiringCredentialsIT {

    private final RecordingS3 s3 = RecordingS3.start();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    /** Those that each client signed with. */
    private final Map<S3ClientKind, Set<String>> tokens =
            Map.of(S3ClientKind.lean, ConcurrentHashMap.newKeySet(), S3ClientKind.sdk, ConcurrentHashMap.newKeySet());

    @TempDir
    private Path directory;

    @BeforeEach
    void issueTokens() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path classes = Path.of(TokenProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path config = Files.writeString(
                directory.resolve("config"),
                "[profile short-lived]\ncredential_process = \"%s\" -cp \"%s\" %s%n"
                        .formatted(java, classes, TokenProcess.class.getName()));
        System.setProperty("aws.configFile", config.toString());
        System.setProperty(
                "aws.sharedCredentialsFile", directory.resolve("none").toString());
        s3.answer(S3Operation.COPY_OBJECT, this::copyUnlessExpired);
    }

    @AfterEach
    void close() {
        camel.stop();
        s3.close();
        System.clearProperty("aws.configFile");
        System.clearProperty("aws.sharedCredentialsFile");
    }

    private static long end(String token) {
        return Long.parseLong(token.substring("until-".length()));
    }

    private Response copyUnlessExpired(RecordedRequest request) {
        String token = request.header("x-amz-security-token").orElse("until-0");
        boolean lean = request.header("User-Agent").equals(Optional.of("s3copy"));
        tokens.get(lean ? S3ClientKind.lean : S3ClientKind.sdk).add(token);
        boolean expired = Instant.now().getEpochSecond() > end(token);
        return expired
                ? Response.error(403, "ExpiredToken", "The provided token has expired.")
                : Response.copyObjectResult(RecordingS3.ETAG);
    }

    private boolean firstTokensAreLongOver() {
        return tokens.values().stream().allMatch(ExpiringCredentialsIT::firstIsLongOver);
    }

    private static boolean firstIsLongOver(Set<String> tokens) {
        return tokens.stream().mapToLong(ExpiringCredentialsIT::end).min().stream()
                .anyMatch(end -> Instant.now().getEpochSecond() > end + 2);
    }

    @Test
    void noCopyFailsWhenCredentialsExpireInTheMiddle() throws Exception {
        Queue<Object> failures = new ConcurrentLinkedQueue<>();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class)
                        .handled(true)
                        .process(exchange -> failures.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT)));
                for (S3ClientKind kind : tokens.keySet()) {
                    from("timer:" + kind + "?period=100&delay=0")
                            .setHeader("CamelS3CopyCopySource")
                            .constant("inbox/a.txt")
                            .to("s3copy:archive?region=us-east-1&forcePathStyle=true&overrideEndpoint=true"
                                    + "&uriEndpointOverride=" + s3.endpoint() + "&s3Client=" + kind
                                    + "&useProfileCredentialsProvider=true&profileCredentialsName=short-lived");
                }
            }
        });
        camel.start();
        await().atMost(Duration.ofMinutes(2)).until(() -> !failures.isEmpty() || firstTokensAreLongOver());
        assertThat(failures).isEmpty();
        assertThat(tokens.values()).allSatisfy(used -> assertThat(used).hasSizeGreaterThan(1));
        assertThat(s3.requests(S3Operation.COPY_OBJECT)).hasSizeGreaterThan(200);
    }
}

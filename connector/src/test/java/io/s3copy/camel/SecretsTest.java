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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Customer keys and credentials go to S3 and show nowhere else, whichever client sends them: not in logs, JMX, consoles, dumps or
 * exceptions.
 */
@ParameterizedClass
@EnumSource(
        value = S3ClientKind.class,
        names = {"lean", "sdk"})
class SecretsTest {

    private static final byte[] KEY = key(1);
    private static final byte[] SOURCE_KEY = key(2);
    private static final String SECRET_KEY = "sEcReT/kEy+0123456789abcdefghijklmnopqrst";
    private static final String SESSION_TOKEN = "sEsSiOn/tOkEn+0123456789abcdefghijklmnop==";

    @Parameter
    private S3ClientKind kind;

    private final CamelOnStub stub = CamelOnStub.withCredentials();
    private final ShownPlaces places = new ShownPlaces();
    private CapturedLog log;

    private static byte[] key(long seed) {
        byte[] key = new byte[32];
        new Random(seed).nextBytes(key);
        return key;
    }

    /** Each secret in the forms in which it could be printed. */
    private static List<String> secrets() {
        Stream<String> keys = Stream.of(KEY, SOURCE_KEY)
                .flatMap(key -> Stream.of(
                        new String(key, StandardCharsets.ISO_8859_1),
                        Base64.getEncoder().encodeToString(key),
                        HexFormat.of().formatHex(key),
                        Arrays.toString(key)));
        Stream<String> credentials = Stream.of(SECRET_KEY, SESSION_TOKEN)
                .flatMap(secret ->
                        Stream.of(secret, Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
        return Stream.concat(keys, credentials).toList();
    }

    @BeforeEach
    void start() throws Exception {
        log = new CapturedLog(Map.of(
                "io.s3copy", Level.TRACE,
                "org.apache.camel", Level.TRACE,
                "software.amazon.awssdk", Level.DEBUG,
                "io.vertx", Level.TRACE,
                "io.netty", Level.TRACE,
                // at DEBUG the SDK's HTTP client logs what it sends, the lean client nothing
                "io.netty.handler.logging", kind == S3ClientKind.sdk ? Level.INFO : Level.TRACE,
                // at DEBUG the SDK's signer logs what it signs, which has customer keys and session tokens in it
                "software.amazon.awssdk.http.auth.aws.internal.signer", Level.INFO));
        S3CopyConfiguration defaults = stub.component().getConfiguration();
        defaults.setS3Client(kind);
        defaults.setSecretKey(SECRET_KEY);
        defaults.setSessionToken(SESSION_TOKEN);
        defaults.setUseSessionCredentials(true);
        stub.camel().getRegistry().bind("key", KEY);
        stub.camel().setDevConsole(true);
        stub.camel().setMessageHistory(true);
        stub.camel().setLoadHealthChecks(true);
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(
                        defaultErrorHandler().logExhaustedMessageHistory(true).logExhaustedMessageBody(true));
                from("direct:copy").to("s3copy:archive").to("log:copied?showAll=true&multiline=true");
                from("direct:reference").to("s3copy:archive?sseCustomerKey=#bean:key");
            }
        });
    }

    @AfterEach
    void close() {
        log.close();
        stub.close();
    }

    /** One copy of each kind: keys as bytes and as base64, by header, body and option, made and failed. */
    private void makeCopies() {
        Map<String, Object> bytes =
                Map.of("CamelS3CopySSECustomerKey", KEY, "CamelS3CopyCopySourceSSECustomerKey", SOURCE_KEY);
        Map<String, Object> text = new HashMap<>();
        bytes.forEach((name, key) -> text.put(name, Base64.getEncoder().encodeToString((byte[]) key)));
        places.noteExchange("made", stub.copy(bytes));
        places.noteExchange("made from text", stub.copy(text));
        CopyRequest body = CopyRequest.builder()
                .source("inbox", "a")
                .set(CopyParameter.SSE_CUSTOMER_KEY, KEY)
                .build();
        places.note("request", body.toString());
        places.noteExchange("made from a body", stub.send(body, Map.of()));
        places.noteExchange(
                "made by reference", stub.template().request("direct:reference", CamelOnStub.message(null, text)));
        Map<String, Object> invalid = new HashMap<>(text);
        invalid.put("CamelS3CopyACL", "nobody");
        places.noteExchange("invalid", stub.copy(invalid));
        invalid.remove("CamelS3CopyACL");
        invalid.put("CamelS3CopySSECustomerKeyMD5", "1B2M2Y8AsgTpgAmY7PhCfg==");
        places.noteExchange("invalid digest", stub.copy(invalid));
        stub.s3().answer(S3Operation.COPY_OBJECT, request -> Response.error(403, "AccessDenied", "no"));
        places.noteExchange("failed", stub.copy(text));
        places.noteExchange("failed from bytes", stub.copy(bytes));
    }

    @Test
    void secretsShowNowhere() throws Exception {
        makeCopies();
        places.noteJmx();
        places.noteConsoles(stub.camel(), Set.of());
        places.noteDumps(stub.camel());
        places.note("health", String.valueOf(HealthCheckHelper.invokeReadiness(stub.camel())));
        places.note("log", log.text());
        assertThat(places.of("log")).contains("copy: CopyRequest[").contains("SSECustomerKey=*****");
        assertThat(stub.s3().requests())
                .allMatch(request ->
                        request.header("User-Agent").equals(Optional.of("s3copy")) == (kind == S3ClientKind.lean))
                .anyMatch(request -> request.header("x-amz-server-side-encryption-customer-key")
                        .equals(Optional.of(Base64.getEncoder().encodeToString(KEY))));
        places.assertNoneShows(secrets());
    }
}

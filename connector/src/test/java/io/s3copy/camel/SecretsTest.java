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
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.MessageHelper;
import org.apache.camel.support.PluginHelper;
import org.apache.logging.log4j.Level;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customer keys and credentials go to S3 and show nowhere else: not in logs, JMX, consoles, dumps or exceptions. */
class SecretsTest {

    private static final byte[] KEY = key(1);
    private static final byte[] SOURCE_KEY = key(2);
    private static final String SECRET_KEY = "sEcReT/kEy+0123456789abcdefghijklmnopqrst";
    private static final String SESSION_TOKEN = "sEsSiOn/tOkEn+0123456789abcdefghijklmnop==";

    private final CamelOnStub stub = CamelOnStub.withCredentials();
    private final Map<String, String> places = new LinkedHashMap<>();
    private CapturedLog log;

    private static byte[] key(long seed) {
        byte[] key = new byte[32];
        new Random(seed).nextBytes(key);
        return key;
    }

    /** Each secret in the forms in which it could be printed. */
    private static Stream<String> secrets() {
        Stream<String> keys = Stream.of(KEY, SOURCE_KEY)
                .flatMap(key -> Stream.of(
                        new String(key, StandardCharsets.ISO_8859_1),
                        Base64.getEncoder().encodeToString(key),
                        HexFormat.of().formatHex(key),
                        Arrays.toString(key)));
        return Stream.concat(
                keys,
                Stream.of(SECRET_KEY, SESSION_TOKEN)
                        .flatMap(secret -> Stream.of(
                                secret, Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))));
    }

    @BeforeEach
    void start() throws Exception {
        log = new CapturedLog(Map.of(
                "io.s3copy", Level.TRACE,
                "org.apache.camel", Level.TRACE,
                "software.amazon.awssdk", Level.DEBUG,
                // at DEBUG the SDK's signer logs what it signs, which has customer keys and session tokens in it
                "software.amazon.awssdk.http.auth.aws.internal.signer", Level.INFO));
        S3CopyConfiguration defaults = stub.component().getConfiguration();
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
        note("made", stub.copy(bytes));
        note("made from text", stub.copy(text));
        CopyRequest body = CopyRequest.builder()
                .source("inbox", "a")
                .set(CopyParameter.SSE_CUSTOMER_KEY, KEY)
                .build();
        places.put("request", body.toString());
        note("made from a body", stub.send(body, Map.of()));
        note("made by reference", stub.template().request("direct:reference", CamelOnStub.message(null, text)));
        Map<String, Object> invalid = new HashMap<>(text);
        invalid.put("CamelS3CopyACL", "nobody");
        note("invalid", stub.copy(invalid));
        invalid.remove("CamelS3CopyACL");
        invalid.put("CamelS3CopySSECustomerKeyMD5", "1B2M2Y8AsgTpgAmY7PhCfg==");
        note("invalid digest", stub.copy(invalid));
        stub.s3().answer(S3Operation.COPY_OBJECT, request -> Response.error(403, "AccessDenied", "no"));
        note("failed", stub.copy(text));
        note("failed from bytes", stub.copy(bytes));
    }

    private void note(String name, Exchange exchange) {
        places.put(
                "headers of what was " + name,
                exchange.getMessage().getHeaders().toString());
        places.put(
                "history of what was " + name,
                String.valueOf(MessageHelper.dumpMessageHistoryStacktrace(exchange, null, true)));
        if (exchange.getException() != null) {
            places.put("exception of what was " + name, Throwables.getStackTrace(exchange.getException()));
        }
    }

    private void noteJmx() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        StringBuilder all = new StringBuilder();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            all.append(name).append('\n');
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                all.append(attribute.getName())
                        .append('=')
                        .append(valueOf(server, name, attribute))
                        .append('\n');
            }
        }
        assertThat(all).contains("s3copy://archive");
        places.put("JMX", all.toString());
    }

    private static Object valueOf(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            return server.getAttribute(name, attribute.getName());
        } catch (JMException | RuntimeException e) {
            return e;
        }
    }

    private void noteConsoles() {
        DevConsoleRegistry consoles =
                stub.camel().getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        assertThat(consoles.stream()).isNotEmpty();
        consoles.stream().forEach(console -> {
            for (DevConsole.MediaType type : DevConsole.MediaType.values()) {
                if (console.supportMediaType(type)) {
                    places.put("console " + console.getId() + " " + type, said(console, type));
                }
            }
        });
    }

    private static String said(DevConsole console, DevConsole.MediaType type) {
        try {
            return String.valueOf(console.call(type));
        } catch (RuntimeException e) {
            return Throwables.getStackTrace(e);
        }
    }

    private void noteDumps() throws Exception {
        ModelCamelContext camel = stub.camel();
        for (var route : camel.getRouteDefinitions()) {
            places.put(
                    "XML " + route.getId(),
                    PluginHelper.getModelToXMLDumper(camel).dumpModelAsXml(camel, route));
        }
    }

    @Test
    void secretsShowNowhere() throws Exception {
        makeCopies();
        noteJmx();
        noteConsoles();
        noteDumps();
        places.put("health", String.valueOf(HealthCheckHelper.invokeReadiness(stub.camel())));
        places.put("log", log.text());
        assertThat(places.get("log")).contains("copy: CopyRequest[").contains("SSECustomerKey=*****");
        assertThat(stub.s3().requests())
                .anyMatch(request -> request.header("x-amz-server-side-encryption-customer-key")
                        .equals(Optional.of(Base64.getEncoder().encodeToString(KEY))));
        secrets()
                .forEach(secret ->
                        places.forEach((place, text) -> assertThat(text.lines().filter(line -> line.contains(secret)))
                                .as(place)
                                .isEmpty()));
    }
}

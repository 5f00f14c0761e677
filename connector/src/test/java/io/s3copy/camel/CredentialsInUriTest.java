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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials may stand in an endpoint URI, as those of any AWS component, and are shown nowhere. */
class CredentialsInUriTest {

    private static final String SECRET_KEY = "sEcReT/kEy+0123456789abcdefghijklmnopqrst";
    private static final String SESSION_TOKEN = "sEsSiOn/tOkEn+0123456789abcdefghijklmnop==";

    /** One resolves the placeholders of a route, the other shows properties, whatever they are for; neither masks. */
    private static final Set<String> RESOLVE_PLACEHOLDERS = Set.of("route-dump", "properties");

    private final CamelOnStub stub = CamelOnStub.withCredentials();

    @AfterEach
    void close() {
        stub.close();
    }

    private void properties() {
        Properties properties = new Properties();
        properties.putAll(
                Map.of("aws.accessKey", "uri-access", "aws.secretKey", SECRET_KEY, "aws.sessionToken", SESSION_TOKEN));
        stub.camel().getPropertiesComponent().setInitialProperties(properties);
    }

    private void yamlRoute(String session) throws Exception {
        PluginHelper.getRoutesLoader(stub.camel())
                .loadRoutes(ResourceHelper.fromString("copy.yaml", """
                - route:
                    from:
                      uri: direct:copy
                      steps:
                        - to:
                            uri: s3copy:archive
                            parameters:
                              accessKey: "{{aws.accessKey}}"
                              secretKey: "{{aws.secretKey}}"
                              useSessionCredentials: %s
                              sessionToken: "%s"
                        - to:
                            uri: log:copied
                            parameters:
                              showAll: true
                              multiline: true
                """.formatted(!session.isEmpty(), session)));
        stub.camel().start();
    }

    private S3CopyConfiguration configuration() {
        return stub.camel().getEndpoints().stream()
                .filter(S3CopyEndpoint.class::isInstance)
                .map(endpoint -> ((S3CopyEndpoint) endpoint).getConfiguration())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void yamlRouteStartsWithCredentialsFromPlaceholders() throws Exception {
        properties();
        yamlRoute("{{aws.sessionToken}}");
        assertThat(stub.copy().getException()).isNull();
        assertThat(stub.onlyCopy().header("Authorization").orElseThrow()).contains("Credential=uri-access/");
        assertThat(stub.onlyCopy().header("X-Amz-Security-Token")).contains(SESSION_TOKEN);
        assertThat(configuration().getSecretKey()).isEqualTo(SECRET_KEY);
    }

    @Test
    void emptySessionTokenIsNone() throws Exception {
        properties();
        yamlRoute("");
        assertThat(stub.copy().getException()).isNull();
        assertThat(configuration().getSessionToken()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secretKey=RAW(%s)",
                "secretKey=RAW{%s}",
                "secretkey=RAW(%s)",
                "secret-key=RAW(%s)",
                "configuration.secretKey=RAW(%s)"
            })
    void everySpellingIsMasked(String option) throws Exception {
        String uri = "s3copy:archive?accessKey=a&" + option.replace("%s", SECRET_KEY);
        S3CopyEndpoint endpoint = stub.camel().getEndpoint(uri, S3CopyEndpoint.class);
        assertThat(endpoint.getEndpointUri()).contains("xxxxxx").doesNotContain("kEy");
        assertThat(endpoint.toString()).doesNotContain("kEy");
        assertThat(endpoint.getEndpointKey()).doesNotContain("kEy");
    }

    @Test
    void endpointsThatDifferInASecretAreTwo() {
        S3CopyEndpoint one = CamelOnStub.endpoint(stub.camel(), "s3copy:archive?accessKey=a&secretKey=one");
        S3CopyEndpoint other = CamelOnStub.endpoint(stub.camel(), "s3copy:archive?accessKey=a&secretKey=other");
        assertThat(one.getEndpointUri()).isEqualTo(other.getEndpointUri());
        assertThat(one).isNotEqualTo(other);
        assertThat(one.getConfiguration().getSecretKey()).isEqualTo("one");
        assertThat(other.getConfiguration().getSecretKey()).isEqualTo("other");
        assertThat(CamelOnStub.endpoint(stub.camel(), "s3copy:archive?accessKey=a&secretKey=one"))
                .isSameAs(one);
    }

    @Test
    void secretThatLostItsPlusIsRefused() {
        assertThatThrownBy(() -> stub.route("s3copy:archive?accessKey=a&secretKey=" + SECRET_KEY))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("option secretKey: has a space; a + in a URI became one. Write secretKey=RAW(…), or set"
                        + " camel.component.s3copy.secretKey.");
    }

    @Test
    void secretThatCamelMasksOnlyInPartIsRefused() {
        assertThatThrownBy(() -> stub.route("s3copy:archive?accessKey=a&secretKey=RAW(sEc)ReT)"))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("option secretKey: contains a bracket");
    }

    @Test
    void unknownOptionIsNamedWithoutItsValue() {
        assertThatThrownBy(() -> stub.route("s3copy:archive?secretKye=" + "sEcReT"))
                .hasStackTraceContaining("option secretKye: is no option of s3copy. The nearest is secretKey.")
                .rootCause()
                .message()
                .doesNotContain("sEcReT");
    }

    @Test
    void credentialsOfARouteShowNowhere() throws Exception {
        try (CapturedLog log = new CapturedLog(Map.of(
                "io.s3copy", Level.TRACE,
                "org.apache.camel", Level.DEBUG,
                // at DEBUG Camel logs what any placeholder stands for
                "org.apache.camel.component.properties", Level.INFO,
                "org.apache.camel.impl.engine.DefaultCamelContextExtension", Level.INFO,
                "software.amazon.awssdk", Level.DEBUG,
                // at DEBUG the SDK's signer logs what it signs, which has session tokens in it
                "software.amazon.awssdk.http.auth.aws.internal.signer", Level.INFO))) {
            stub.camel().setDevConsole(true);
            stub.camel().setMessageHistory(true);
            stub.camel().setLoadHealthChecks(true);
            properties();
            yamlRoute("{{aws.sessionToken}}");
            ShownPlaces places = new ShownPlaces();
            places.noteExchange("made", stub.copy());
            stub.s3().answer(S3Operation.COPY_OBJECT, request -> Response.error(403, "AccessDenied", "no"));
            places.noteExchange("refused", stub.copy());
            places.noteJmx();
            places.noteConsoles(stub.camel(), RESOLVE_PLACEHOLDERS);
            places.noteDumps(stub.camel());
            places.note("health", String.valueOf(HealthCheckHelper.invokeReadiness(stub.camel())));
            places.note("log", log.text());
            assertThat(places.of("log")).contains("secretKey=xxxxxx");
            places.assertNoneShows(List.of(SECRET_KEY, SESSION_TOKEN));
        }
    }

    @Test
    void literalCredentialsOfARouteThatFailsToStartShowNowhere() {
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy", Level.TRACE, "org.apache.camel", Level.DEBUG))) {
            assertThatThrownBy(() -> stub.routes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("direct:copy")
                                    .to("s3copy:archive?accessKey=a&storageClass=COLD&secretKey=RAW(" + SECRET_KEY
                                            + ")");
                        }
                    }))
                    .hasStackTraceContaining("storageClass=COLD")
                    .satisfies(failure -> assertThat(org.assertj.core.util.Throwables.getStackTrace(failure))
                            .doesNotContain("kEy+"));
            assertThat(log.text()).doesNotContain("kEy+");
        }
    }

    @Test
    void exchangesOfAnEndpointCarryItsUriMasked() throws Exception {
        stub.route("s3copy:archive?accessKey=a&secretKey=RAW(" + SECRET_KEY + ")");
        Exchange copy = stub.copy();
        assertThat(copy.getProperty(Exchange.TO_ENDPOINT, String.class))
                .contains("secretKey=xxxxxx")
                .doesNotContain("kEy");
    }
}

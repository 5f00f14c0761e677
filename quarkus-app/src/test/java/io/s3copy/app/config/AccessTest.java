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
package io.s3copy.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what would let strangers in. */
class AccessTest {

    private static final String HASH = "$2y$12$" + "a".repeat(53);
    private static final Listening EVERYWHERE = new Listening("0.0.0.0", false, false, false, false);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeHash() throws Exception {
        file = Files.writeString(folder.resolve("anna"), HASH + "\n");
    }

    private Map<String, String> anna(String... more) {
        Map<String, String> job = Given.job(more);
        job.putIfAbsent("s3copy.users.anna.role", "operator");
        job.putIfAbsent("s3copy.users.anna.password-hash-file", file.toString());
        return job;
    }

    @Test
    void withoutUsersThisMachineAloneIsLetIn() {
        assertThat(Given.read(Given.job()).access().isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void addressesThatTheGuardAnswersAreTaken(String address) {
        Listening listening = new Listening(address, false, false, false, false);

        assertThat(Given.read(Given.job(), listening).access().isOpen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, other machines reach this address",
        "127.0.0.2, 'a browser is only answered at 127.0.0.1, localhost or ::1'"
    })
    void othersAreRefusedWithTheReason(String address, String why) {
        Listening listening = new Listening(address, false, false, true, true);

        assertThatThrownBy(() -> Given.read(Given.job(), listening))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("quarkus.http.host=" + address + ": " + why)
                .hasMessageContaining("s3copy.users (passwords) or quarkus.oidc.auth-server-url");
    }

    @Test
    void addressThatNobodyKnowsIsAMistake() {
        assertThatThrownBy(() ->
                        Given.read(Given.job(), new Listening("no.such.host.invalid", false, false, false, false)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("quarkus.http.host=no.such.host.invalid: no address has this name");
    }

    @Test
    void usersAreRead() {
        Access access = Given.read(anna()).access();

        assertThat(access.isOpen()).isFalse();
        assertThat(access.users().get("anna")).isEqualTo(new UserSpec("anna", Role.OPERATOR, HASH));
    }

    @Test
    void otherMachinesNeedTlsOrAProxy() {
        assertThatThrownBy(() -> Given.read(anna(), EVERYWHERE))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("quarkus.http.host=0.0.0.0: other machines reach this address, and passwords")
                .hasMessageContaining("s3copy.behind-proxy=true");
        assertThatThrownBy(() -> Given.read(anna(), new Listening("0.0.0.0", false, false, true, false)))
                .as("it would answer without TLS, too")
                .isInstanceOf(SettingsException.class);
        assertThatCode(() -> Given.read(anna(), new Listening("0.0.0.0", false, false, true, true)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Given.read(anna("behind-proxy", "true"), EVERYWHERE))
                .doesNotThrowAnyException();
    }

    @Test
    void proxyWithoutAnybodyWhoSignsInIsRefusedOnThisMachineToo() {
        assertThatThrownBy(() -> Given.read(Given.job("behind-proxy", "true")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("s3copy.behind-proxy=true: nobody has to sign in");
    }

    @Test
    void providerThatIsMeantAndNotNamedIsAMistake() {
        for (Map<String, String> meant : List.of(
                Map.of("quarkus.oidc.provider", "google"),
                Map.of("quarkus.oidc.auth-server-url", "", "quarkus.oidc.client-id", "s3copy"),
                Map.of("quarkus.oidc.company.auth-server-url", "https://id.example.com"))) {
            assertThatThrownBy(() -> Given.read(Given.job(), listening(meant)))
                    .as("%s", meant)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("quarkus.oidc.auth-server-url is missing, empty or switched off");
        }
        assertThat(listening(Map.of("quarkus.oidc.client-id", "s3copy", "quarkus.oidc.tenant-enabled", "false"))
                        .openIdMeant())
                .as("somebody says that there is none")
                .isFalse();
        assertThat(listening(Map.of("quarkus.oidc.auth-server-url", "https://id", "quarkus.oidc.tenant-enabled", "yes"))
                        .openId())
                .isTrue();
    }

    @Test
    void proxyAloneLetsNobodyIn() {
        assertThatThrownBy(() -> Given.read(Given.job("behind-proxy", "true"), EVERYWHERE))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nobody has to sign in");
    }

    @Test
    void openIdProviderIsEnough() {
        assertThat(Given.read(Given.job(), new Listening("127.0.0.1", true, false, false, false))
                        .access()
                        .isOpen())
                .isFalse();
        assertThatThrownBy(() -> Given.read(Given.job(), new Listening("0.0.0.0", true, false, false, false)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("unencrypted");
    }

    @ParameterizedTest
    @CsvSource({
        "users.anna.role, operater, must be viewer or operator. Did you mean operator?",
        "users.Anna.role, viewer, the name 'Anna' in s3copy.users.Anna must be small letters",
        "users.anna.password-hash-file, /none/there, s3copy.users.anna.password-hash-file=/none/there cannot be read",
        "users.victor.role, viewer, s3copy.users.victor.password-hash-file is missing",
        "behind-proxy, yes, s3copy.behind-proxy=yes: must be true or false"
    })
    void mistakesAreToldWithTheFix(String property, String value, String message) {
        assertThatThrownBy(() -> Given.read(anna(property, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "$2y$04$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "$1$x$y"})
    void whatIsNoStrongHashIsRefusedAndNotTold(String text) throws Exception {
        Files.writeString(file, text);

        assertThatThrownBy(() -> Given.read(anna()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("must hold one hash of bcrypt, of cost 10 to 14")
                .hasMessageNotContaining(text);
    }

    @Test
    void listeningIsReadFromTheConfigurationOfQuarkus() {
        assertThat(listening(Map.of())).isEqualTo(new Listening("127.0.0.1", false, false, false, false));
        assertThat(listening(Map.of(
                        "quarkus.http.host", "0.0.0.0",
                        "quarkus.oidc.auth-server-url", "https://id.example.com",
                        "quarkus.http.ssl.certificate.files", "cert.pem",
                        "quarkus.http.insecure-requests", "redirect")))
                .isEqualTo(new Listening("0.0.0.0", true, false, true, true));
        assertThat(listening(Map.of(
                        "quarkus.tls.key-store.sni", "false", "quarkus.http.ssl.certificate.reload-period", "1h")))
                .as("defaults of Quarkus's, which name no certificate")
                .isEqualTo(new Listening("127.0.0.1", false, false, false, false));
        assertThat(listening(Map.of(
                        "quarkus.oidc.auth-server-url", "https://id.example.com",
                        "quarkus.oidc.tenant-enabled", "false",
                        "quarkus.tls.key-store.pem.0.cert", "cert.pem",
                        "quarkus.http.insecure-requests", "enabled")))
                .isEqualTo(new Listening("127.0.0.1", false, false, true, false));
    }

    private static Listening listening(Map<String, String> properties) {
        return Listening.of(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "given", 100))
                .build());
    }
}

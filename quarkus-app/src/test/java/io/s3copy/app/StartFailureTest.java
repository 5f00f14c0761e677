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
package io.s3copy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.runtime.QuarkusBindException;
import io.s3copy.app.config.SettingsException;
import io.s3copy.parameter.S3CopyException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    private static String printed(Throwable failure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StartFailure.print(failure, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aMissingSettingIsNamedWithBothPlacesForIt() {
        Throwable failure = catchThrowable(() -> GivenSettings.read(Map.of("s3copy.source.bucket", "b")));
        assertThat(printed(new IllegalStateException(failure)).lines())
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("s3copy cannot start: s3copy.destination.bucket is missing, and it has no default."
                                + " Set it as -Ds3copy.destination.bucket=… or in the environment as"
                                + " S3COPY_DESTINATION_BUCKET"));
    }

    @Test
    void aWrongValueIsToldWithItsRuleAndWithoutItsPassword() {
        Throwable failure = catchThrowable(() -> GivenSettings.of("endpoint", "https://user:hunter2@s3.example.org"));
        assertThat(printed(failure))
                .contains("s3copy cannot start: s3copy.endpoint=https://***@s3.example.org: ")
                .contains("must be an http or https URL")
                .doesNotContain("hunter2", "SRCFG", "Exception");
    }

    @Test
    void anUnknownPropertyIsToldWithTheNearest() {
        Throwable failure = catchThrowable(() -> GivenSettings.of("regoin", "eu-west-1"));
        assertThat(printed(failure)).contains("property s3copy.regoin is no setting", "The nearest is s3copy.region");
    }

    @Test
    void allMistakesOfTheSettingsAreToldEachInALine() {
        assertThat(printed(new RuntimeException(new SettingsException(List.of("one\nis wrong", "two is wrong"))))
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("s3copy cannot start: "));
    }

    @Test
    void aTakenPortIsNamedByItsProperty() {
        Throwable page = new QuarkusBindException("127.0.0.1", 8080, new BindException("Address already in use"));
        assertThat(printed(new RuntimeException("Unable to start HTTP server", page)))
                .isEqualToIgnoringNewLines("s3copy cannot start: port 8080 of the page: another process listens there."
                        + " End it, or set quarkus.http.port (with TLS quarkus.http.ssl-port) to another port;"
                        + " 0 takes one that is free");
        Throwable management = new IllegalStateException(
                "Unable to start the management interface on 127.0.0.1:9000",
                new BindException("Address already in use"));
        assertThat(printed(new RuntimeException("Unable to start HTTP server", management)))
                .startsWith("s3copy cannot start: quarkus.management.port=9000: another process listens there.");
    }

    @Test
    void aBugIsToldWithAllThatIsKnownOfIt() {
        assertThat(printed(new IllegalStateException("a bug")))
                .startsWith("s3copy did not start:")
                .contains("IllegalStateException: a bug", "at io.s3copy.app.StartFailureTest");
    }

    @Test
    void theComponentsOwnWordsAreEnough() {
        assertThat(printed(new RuntimeException("wrapped", new S3CopyException("option x is y. Write z", null) {
                    private static final long serialVersionUID = 1L;
                })))
                .isEqualToIgnoringNewLines("s3copy cannot start: option x is y. Write z");
    }
}

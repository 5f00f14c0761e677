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
import static org.assertj.core.api.Assertions.catchThrowable;

import io.s3copy.parameter.InvalidParameterException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password in an address is refused, and is in no message. */
class AddressPasswordsTest {

    private static final String PASSWORD = "9f8e7d";

    private final CamelOnStub stub = CamelOnStub.withCredentials();

    @AfterEach
    void close() {
        stub.close();
    }

    private static String all(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "proxyHost, user:9f8e7d@proxy",
        "proxyHost, http://user:9f8e7d@proxy:3128",
        "proxyHost, user:9f8e7d%40proxy",
        "uriEndpointOverride, http://user:9f8e7d@127.0.0.1:9000",
        "uriEndpointOverride, http://user:9f8e7d%40127.0.0.1:9000",
        "uriEndpointOverride, http://user:9f/8e7d9f8e7d@127.0.0.1:9000",
        "uriEndpointOverride, user:9f8e7d@127.0.0.1:9000",
        "uriEndpointOverride, s3://user:9f8e7d@127.0.0.1:9000",
    })
    void addressWithAPasswordIsRefusedWithoutShowingIt(String option, String value) {
        Throwable ofUri = catchThrowable(() ->
                stub.route("s3copy:archive?overrideEndpoint=true&proxyPort=3128&" + option + "=RAW(" + value + ")"));
        assertThat(ofUri)
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("option " + option + ": has an @, but an address takes no user name");
        assertThat(all(ofUri)).doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy-host=user:9f8e7d@proxy", "uri-endpoint-override=http://user:9f8e7d@127.0.0.1:9000"})
    void propertyWithAPasswordIsRefusedWithoutShowingIt(String property) {
        Main main = new Main();
        try {
            main.addInitialProperty("camel.component.s3copy." + property.split("=", 2)[0], property.split("=", 2)[1]);
            main.addInitialProperty("camel.component.s3copy.region", "eu-west-1");
            main.start();
            Throwable thrown = catchThrowable(() -> main.getCamelContext()
                    .getEndpoint("s3copy:archive")
                    .createProducer()
                    .start());
            assertThat(thrown).hasStackTraceContaining("has an @, but an address takes no user name");
            assertThat(all(thrown)).doesNotContain(PASSWORD);
        } finally {
            main.stop();
        }
    }

    @Test
    void urlWithAPasswordInThePlaceOfABucketOrASourceIsRefusedWithoutShowingIt() {
        for (String uri : new String[] {
            "s3copy:https://user:9f8e7d@s3.example.org/a", "s3copy:archive?copySource=https://user:9f8e7d@s3.test/a"
        }) {
            Throwable thrown = catchThrowable(() -> stub.route(uri));
            assertThat(thrown).hasStackTraceContaining("is a URL");
            assertThat(all(thrown)).doesNotContain(PASSWORD);
        }
    }
}

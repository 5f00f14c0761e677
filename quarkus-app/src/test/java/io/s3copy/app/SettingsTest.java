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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each setting is read by its own rule, and the error of a wrong one says what may stand there. */
class SettingsTest {

    @Test
    void whatIsNotSetHasTheDefaultThatHelpTells() {
        Settings settings = GivenSettings.of();
        assertThat(settings.concurrency()).isEqualTo(64);
        assertThat(settings.stopAfter()).isEqualTo(10);
        assertThat(settings.progress()).isEqualTo(10);
        assertThat(Arrays.asList(settings.pathStyle(), settings.dryRun(), settings.exit()))
                .containsOnly(false);
        assertThat(settings.endpoint()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "source.bucket, arn:aws:s3:eu-west-1:123456789012:accesspoint/photos",
        "source.bucket, Old_Bucket.1",
        "concurrency, 1",
        "concurrency, 10000",
        "stop-after, 0",
        "progress, 1000000",
        "dry-run, TRUE",
        "exit, false",
        "endpoint, https://s3.example.org:9000",
        "endpoint, HTTP://127.0.0.1"
    })
    void takesWhatFits(String name, String value) {
        assertThat(GivenSettings.of(name, value)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "source.bucket, s3://photos, must be a bucket's name or an access point's ARN",
        "source.bucket, photos/2026, 'no s3://, no key, no spaces'",
        "destination.bucket, my photos, must be a bucket's name",
        "concurrency, 0, must be a whole number from 1 to 10000. Write for example 64",
        "concurrency, 10001, from 1 to 10000",
        "concurrency, many, from 1 to 10000",
        "stop-after, -1, must be a whole number from 0 to 1000000. Write for example 10",
        "progress, 99999999999, from 0 to 1000000",
        "dry-run, yes, must be true or false",
        "path-style, 1, must be true or false",
        "exit, on, must be true or false",
        "endpoint, s3.example.org:9000, must be an http or https URL",
        "endpoint, ftp://s3.example.org, must be an http or https URL",
        "endpoint, https://user:secret@s3.example.org, without user name and password",
        "endpoint, http://, Write for example https://s3.example.org:9000"
    })
    void refusesWhatDoesNotFitWithItsRule(String name, String value, String rule) {
        assertThatThrownBy(() -> GivenSettings.of(name, value))
                .hasMessageContaining("s3copy." + name)
                .hasMessageContaining(rule);
    }

    @Test
    void readsTheAddressOfAService() {
        assertThat(GivenSettings.of("endpoint", "http://127.0.0.1:9000").endpoint())
                .contains(URI.create("http://127.0.0.1:9000"));
    }
}

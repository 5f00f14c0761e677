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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Before what a run waits for a yes. */
class ConfirmReaderTest {

    @Test
    void runsMayWaitForAYes() {
        ConfirmSpec spec = Given.read(Given.job(
                        "jobs.photos.kind", "sync",
                        "jobs.photos.options.delete", "true",
                        "jobs.photos.confirm-above", "100",
                        "jobs.photos.confirm-deletes", "true"))
                .jobs()
                .get("photos")
                .confirm();

        assertThat(spec).isEqualTo(new ConfirmSpec(100L, true));
        assertThat(spec.asks(100, 0)).isFalse();
        assertThat(spec.asks(101, 0)).isTrue();
        assertThat(spec.asks(0, 1)).isTrue();
        assertThat(Given.read(Given.job()).jobs().get("photos").confirm()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "confirm-above, many, kind, copy, confirm-above=many: must be a whole number of objects",
        "confirm-above, -1, kind, copy, confirm-above=-1: must be a whole number of objects",
        "confirm-above, 5, kind, check, 'confirm-above is not read by a job of kind check, which changes nothing'",
        "confirm-above, 5, options.dry-run, true, 'confirm-above is set, and so is dry-run=true'",
        "confirm-deletes, true, kind, sync, confirm-deletes=true: the job deletes nothing without options.delete=true",
        "confirm-deletes, yes, kind, sync, confirm-deletes=yes: must be true or false"
    })
    void whatCannotBeAskedIsAMistake(String property, String value, String other, String otherValue, String message) {
        assertThatThrownBy(() ->
                        Given.read(Given.job("jobs.photos." + property, value, "jobs.photos." + other, otherValue)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("s3copy.jobs.photos." + message);
    }
}

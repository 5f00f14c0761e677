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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackConverterTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void addressesThatTheGuardAnswersAreTaken(String address) {
        assertThat(new LoopbackConverter().convert(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, other machines reach this address",
        "127.0.0.2, 'a browser is only answered at 127.0.0.1, localhost or ::1'"
    })
    void othersAreRefusedWithTheReason(String address, String why) {
        assertThatThrownBy(() -> new LoopbackConverter().convert(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("Set quarkus.http.host=127.0.0.1");
    }
}

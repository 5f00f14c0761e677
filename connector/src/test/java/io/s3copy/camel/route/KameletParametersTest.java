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
package io.s3copy.camel.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.CapturedLog;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KameletParametersTest {

    /** Camel builds a context in its constructor, or later, as Main does. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areReadInAnyContext(boolean built) throws Exception {
        try (CapturedLog log = CapturedLog.ofAll(Level.WARN);
                DefaultCamelContext camel = new DefaultCamelContext(built)) {
            camel.start();

            assertThat(camel.getModelLifecycleStrategies()).hasAtLeastOneElementOfType(KameletRoutes.class);
            assertThat(log.text()).doesNotContain("KameletParameters");
        }
    }

    @Test
    void areMadeSureOfOnce() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            KameletParameters.ensure(camel);

            assertThat(camel.getModelLifecycleStrategies())
                    .filteredOn(KameletRoutes.class::isInstance)
                    .hasSize(1);
        }
    }
}

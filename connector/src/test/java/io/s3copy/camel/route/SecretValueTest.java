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

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As Camel binds the bean of a Kamelet and reads the option that refers to it. */
class SecretValueTest {

    @ParameterizedTest
    @ValueSource(strings = {"s+e/c=r", "a,b", "1234567890", "true", "it's \"quoted\"", "100%", ""})
    void optionGetsTheTextAsItIs(String secret) throws Exception {
        assertThat(asOption(secret)).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s+e/c=r", "a,b)", "(", "100%"})
    void rawIsTakenOff(String secret) throws Exception {
        assertThat(asOption("RAW(" + secret + ")")).isEqualTo(secret);
    }

    private static String asOption(String configured) throws Exception {
        SecretValue bean = new SecretValue();
        DefaultCamelContext context = new DefaultCamelContext();
        try {
            context.start();
            PropertyBindingSupport.bindProperties(context, bean, new HashMap<>(Map.of("value", configured)));
            return context.getTypeConverter().mandatoryConvertTo(String.class, bean);
        } finally {
            context.stop();
        }
    }
}

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

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;

/**
 * A secret that a Kamelet hands to an option by reference, since one in an endpoint URI would be shown by logs and
 * consoles. Camel takes the option's text from {@link #toString()}; there is no getter, so that what lists the properties
 * of beans lists nothing here.
 *
 * <p>A String as a bean will not do: what makes it splits the value at commas, takes digits for a number, and fails in Camel 4.17.
 */
public final class SecretValue implements CamelContextAware {

    @SuppressWarnings("NullAway.Init") // Camel sets it before it uses the bean
    private CamelContext camelContext;

    private String value = "";

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
        KameletParameters.ensure(camelContext);
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    /** Sets the secret, as it is or in {@code RAW()}. */
    public void setValue(String value) {
        this.value = RawValue.unwrap(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

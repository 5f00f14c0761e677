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
package io.s3copy.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How tests wait that do not say it. A wait ends when its condition is met, so its longest time costs nothing where all is
 * well: a minute, as a machine may be busy with others. JUnit finds this by itself where its detection of extensions is on,
 * and it does something only where the build asks for it: others who use the kit have waits of their own.
 */
public final class PatientWaits implements BeforeAllCallback {

    /** The parameter of JUnit's configuration that asks for it by {@code true}. */
    static final String PARAMETER = "s3copy.testkit.patient";

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!context.getConfigurationParameter(PARAMETER)
                .map(Boolean::parseBoolean)
                .orElse(false)) {
            return;
        }
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        Awaitility.setDefaultPollDelay(Duration.ofMillis(10));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }
}

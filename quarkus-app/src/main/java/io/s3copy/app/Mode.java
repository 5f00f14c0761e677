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

import io.quarkus.runtime.configuration.ConfigUtils;

/** What the process is: a command that copies once, or a service. It is a profile of Quarkus, beside those of the user. */
final class Mode {

    /** What the profile of the service sets where the command needs a bucket. */
    static final String UNUSED = "unused";

    private static final String PROFILE = "serve";
    private static final String PROPERTY = "quarkus.profile";
    private static final String VARIABLE = "QUARKUS_PROFILE";

    private Mode() {}

    /** From here on it is a service. To be called before the configuration is read. */
    static void serve() {
        String said = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        System.setProperty(PROPERTY, (said == null || said.isBlank() ? "prod" : said) + "," + PROFILE);
    }

    static boolean isServe() {
        return ConfigUtils.isProfileActive(PROFILE);
    }
}

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
package io.s3copy.routes;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.main.Main;

/** The shipped webhook-copy in a process of its own, with properties alone. Says when it is started. */
final class WebhookProcess {

    static final String STARTED = "webhook-copy is started";

    private WebhookProcess() {}

    /**
     * Starts the route.
     *
     * @param properties as name=value
     */
    public static void main(String[] properties) throws Exception {
        Map<String, String> all = new HashMap<>();
        for (String property : properties) {
            int equals = property.indexOf('=');
            all.put(property.substring(0, equals), property.substring(equals + 1));
        }
        all.put("camel.main.routes-include-pattern", "classpath:s3copy/routes/webhook-copy.camel.yaml");
        Main main = new Main();
        all.forEach(main::addOverrideProperty);
        main.start();
        System.out.println(STARTED);
        Thread.currentThread().join();
    }
}

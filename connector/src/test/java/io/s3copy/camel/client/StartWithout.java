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
package io.s3copy.camel.client;

import java.util.function.UnaryOperator;
import org.apache.camel.impl.DefaultCamelContext;

/** Makes an endpoint of a URI, on a class path that its loader decides, and returns why that failed. */
public final class StartWithout implements UnaryOperator<String> {

    @Override
    public String apply(String uri) {
        DefaultCamelContext camel = new DefaultCamelContext(false);
        // where Camel looks for plugins
        camel.setApplicationContextClassLoader(getClass().getClassLoader());
        try {
            camel.start();
            camel.getEndpoint(uri);
            return "it started";
        } catch (RuntimeException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return String.valueOf(root.getMessage());
        } finally {
            camel.stop();
        }
    }
}

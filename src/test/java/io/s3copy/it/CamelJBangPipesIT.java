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
package io.s3copy.it;

import io.s3copy.kamelets.PipesContract;
import java.util.HashMap;
import java.util.Map;

/** The Pipes and the Integration as shipped, run by Camel JBang. */
class CamelJBangPipesIT extends PipesContract {

    @Override
    protected AutoCloseable start(String flow, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(s3copy());
        all.putAll(properties);
        return CamelJBang.run("docs/kamelets.md", flow, server, all);
    }
}

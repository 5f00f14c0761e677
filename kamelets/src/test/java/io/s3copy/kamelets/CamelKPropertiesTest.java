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
package io.s3copy.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The Pipes as Camel K runs them, and by Camel Main: the values of Kamelets are properties of the application, and not
 * parameters of a URI, which Camel Main encodes.
 */
class CamelKPropertiesTest extends PipesContract {

    @Override
    protected KameletRun start(String flow, Map<String, String> properties) {
        if (!flow.contains("kind: Pipe")) {
            return KameletRun.start(flow, directory, server, s3copy(), properties);
        }
        return KameletRun.start(
                Shipped.withoutProperties(flow), directory, server, s3copy(), Shipped.propertiesOf(flow), properties);
    }

    @Test
    void valuesOfEveryCharacterArriveAsTheyAre() throws Exception {
        put("in+com %/a");
        String pipe = shipped("s3copy-poll-copy")
                .replace("prefix: RAW(incoming/)", "prefix: 'in+com %/'")
                .replace(
                        "ifExists: skipIfSame",
                        "ifExists: skipIfSame\n      stripPrefix: 'RAW(in+com %/)'\n      keyPrefix: 'RAW(a & b+c#%/)'");
        try (KameletRun run = start(pipe, Map.of())) {
            assertThat(run.camel().getRoutes()).isNotEmpty();
            eventually(() -> assertThat(keysOf(destination)).containsExactly("a & b+c#%/a"));
        }
    }
}

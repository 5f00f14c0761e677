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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Camel reads of files, on which it rests that the file tells whether a route is a Pipe. */
class KameletOriginTest {

    private static final String PIPE = """
            apiVersion: camel.apache.org/v1
            kind: Pipe
            metadata:
              name: pipe
            spec:
              source:
                uri: direct:pipe
              sink:
                uri: mock:sink
            """;

    private static final String ROUTE = """
            - route:
                from:
                  uri: direct:plain
                  steps:
                    - to: mock:plain
            """;

    private final CamelContext camel = new DefaultCamelContext();

    @AfterEach
    void stop() {
        camel.stop();
    }

    private void load(String file) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("routes.yaml", file));
    }

    @Test
    void eachIsReadByItself() throws Exception {
        load(PIPE);
        load(ROUTE);
        camel.start();
        assertThat(camel.getRoutes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPE + "---\n" + ROUTE, ROUTE + "---\n" + PIPE, PIPE + ROUTE})
    void fileWithAPipeAndARouteIsNotRead(String file) {
        assertThatThrownBy(() -> load(file)).isNotNull();
    }
}

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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class EmptyKeysTest {

    @Test
    void emptyKeysAreNone() throws Exception {
        CamelContext camel = new DefaultCamelContext();
        try {
            camel.getRegistry().bind("nothing", "");
            S3CopyEndpoint endpoint =
                    camel.getEndpoint("s3copy:b?accessKey=&secretKey=#bean:nothing", S3CopyEndpoint.class);
            assertThat(endpoint.getConfiguration().getAccessKey()).isNull();
            assertThat(endpoint.getConfiguration().getSecretKey()).isNull();
        } finally {
            camel.close();
        }
    }
}

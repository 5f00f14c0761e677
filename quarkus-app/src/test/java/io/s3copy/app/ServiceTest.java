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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.testkit.S3Operation;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class ServiceTest {

    @Test
    void optionsAreThoseThatTheEndpointHasInTheEnd() {
        try (AppOnStub app = AppOnStub.with("concurrency", "7")) {
            app.camel().getEndpoint("s3copy:to-bucket?dryRun=true");
            Service service = new Service(app.camel());
            assertThat(service.options().isDryRun()).isTrue();
            assertThat(service.options().getMaxPending()).isEqualTo(7);
        }
    }

    @Test
    void bothSidesReachTheServiceOfTheSettings() {
        try (AppOnStub app = AppOnStub.with()) {
            Service service = app.service();
            service.sourceClient()
                    .listObjectsV2(list -> list.bucket("from-bucket"))
                    .join();
            service.destination().headBucket("to-bucket", null).join();
            assertThat(app.s3().only(S3Operation.LIST_OBJECTS_V2).bucket()).isEqualTo("from-bucket");
            assertThat(app.s3().only(S3Operation.HEAD_BUCKET).bucket()).isEqualTo("to-bucket");
        }
    }

    @Test
    void applicationWithoutACopyInItsRoutesIsToldSo() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            assertThatThrownBy(new Service(camel)::options)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("No route has an s3copy endpoint");
        }
    }
}

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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Meters are for applications that have Micrometer; the others do without. */
class MissingMicrometerTest {

    @Test
    void copiesAreMadeWithoutMicrometerToo() throws Exception {
        assertThat(ClassPathWithout.start(List.of("io.micrometer."), "s3copy:archive?operation=copy&region=eu-west-1"))
                .isEqualTo("it started");
    }
}

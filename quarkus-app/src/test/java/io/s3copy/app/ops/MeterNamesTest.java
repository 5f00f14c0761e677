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
package io.s3copy.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import org.junit.jupiter.api.Test;

class MeterNamesTest {

    private final MeterNames names = new MeterNames();

    private static Meter.Id id(String name, String... tags) {
        return new Meter.Id(name, Tags.of(tags), null, null, Meter.Type.GAUGE);
    }

    @Test
    void routeOfAReplicationIsItsJob() {
        Meter.Id mapped = names.map(
                id("s3copy.event.lag", "bucket", "archive", "camelContext", "camel-1", "route", "photos.live"));

        assertThat(mapped.getTags()).containsExactly(Tag.of("bucket", "archive"), Tag.of("job.name", "photos"));
        assertThat(names.map(mapped))
                .as("whoever maps it again changes nothing")
                .isEqualTo(mapped);
    }

    @Test
    void metersOfOthersStay() {
        Meter.Id theirs = id("jvm.memory.used", "route", "x", "camelContext", "y");

        assertThat(names.map(theirs)).isSameAs(theirs);
    }
}

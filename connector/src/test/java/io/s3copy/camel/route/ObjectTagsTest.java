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

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Tag;

class ObjectTagsTest {

    private final ObjectTags tags = new ObjectTags();

    ObjectTagsTest() {
        tags.setRequiredTag("approved");
        tags.setRequiredValue("yes");
        tags.setAddedTag("promoted");
        tags.setAddedValue("now");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void onlyTheTagWithItsValuePermits() {
        assertThat(tags.permits(List.of(tag("team", "blue"), tag("approved", "yes"))))
                .isTrue();
        assertThat(tags.permits(List.of(tag("approved", "no"), tag("yes", "approved"), tag("other", "yes"))))
                .isFalse();
        assertThat(tags.permits(List.of())).isFalse();
    }

    @Test
    void addedTagReplacesOneOfItsName() {
        assertThat(tags.withAdded(List.of(tag("promoted", "before"), tag("team", "blue"))))
                .isEqualTo(Map.of("promoted", "now", "team", "blue"));
    }
}

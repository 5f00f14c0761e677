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
package io.s3copy.camel.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.s3.ListedObject;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ObjectStateTest {

    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private static String id(String bucket, String key, String eTag, Instant time) {
        return ObjectState.id(bucket, ListedObject.of(key, 1, eTag, time));
    }

    @Property(tries = 300)
    void differentStatesHaveDifferentIdsOfOneLength(@ForAll String key, @ForAll String other) {
        String id = id("b", key, "e", TIME);
        assertThat(id).hasSize(64).isEqualTo(id("b", key, "\"e\"", TIME));
        assertThat(id.equals(id("b", other, "e", TIME)))
                .isEqualTo(wellFormed(key).equals(wellFormed(other)));
        assertThat(id).isNotEqualTo(id("b", key, "f", TIME));
        assertThat(id).isNotEqualTo(id("b", key, "e", TIME.plusSeconds(1)));
        assertThat(id).isNotEqualTo(id("c", key, "e", TIME));
    }

    /** Half a surrogate pair has no bytes of its own. */
    private static String wellFormed(String text) {
        return text.length()
                + new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void textsThatJoinToTheSameAreTwoStates() {
        assertThat(id("b", "ab", "c", TIME)).isNotEqualTo(id("b", "a", "bc", TIME));
        assertThat(id("ba", "b", "c", TIME)).isNotEqualTo(id("b", "ab", "c", TIME));
    }
}

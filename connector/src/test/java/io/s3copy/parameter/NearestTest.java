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
package io.s3copy.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody who mistyped a word may have meant. */
class NearestTest {

    private static final List<String> KNOWN = List.of("storageClass", "tagging", "taggingDirective", "tags", "key");

    @ParameterizedTest
    @CsvSource({
        "storageClas, storageClass",
        "storage-class, storageClass",
        "STORAGE_CLASS, storageClass",
        "tagingDirective, taggingDirective",
        "tag, tags",
        "storage.class, storageClass"
    })
    void nearestIsTheWordWithTheFewestChanges(String written, String nearest) {
        assertThat(Nearest.to(written, KNOWN)).contains(nearest);
    }

    @Test
    void wordsWithTheFewestChangesComeFirst() {
        assertThat(Nearest.first("tagging2", List.of("key", "tags", "TAGGING")))
                .containsExactly("TAGGING", "tags", "key");
    }

    @Test
    void farFromAllIsNearNone() {
        assertThat(Nearest.to("somethingElse", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isEmpty();
    }
}

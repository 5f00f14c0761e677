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

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NothingListedTest {

    @ParameterizedTest
    @CsvSource({
        "/2026/, 2026/, write the prefix without the slash before it",
        "photos/, Photos/, capitals and small letters differ",
        "report.csv/, report.csv, it is an object"
    })
    void nameThatIsNearlyThePrefixIsNamedWithTheDifference(String prefix, String name, String difference) {
        assertThat(NothingListed.hint(prefix, List.of("2025/", name, "z/")))
                .contains("There is '" + name + "': ")
                .contains(difference);
    }

    @ParameterizedTest
    @CsvSource({"2027/", "photo", "2026/*"})
    void namesThatAreThereAreShownNearestFirst(String prefix) {
        assertThat(NothingListed.hint(prefix, List.of("2026/", "photos/")))
                .contains("Keys there begin with '")
                .contains("'2026/'")
                .contains("'photos/'")
                .contains("no wildcard");
    }

    @ParameterizedTest
    @CsvSource({"a/b/c/, 'a/b/'"})
    void folderThatIsNotThereIsNamed(String prefix, String parent) {
        assertThat(NothingListed.hint(prefix, List.of())).contains("none that begins with '" + parent.replace("'", ""));
    }
}

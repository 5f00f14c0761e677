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
package io.s3copy.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.camel.S3Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

    private static Scope scope(String source, String destination, boolean recursive) {
        return Scope.of(S3Uri.parse(source), S3Uri.parse(destination), recursive, false);
    }

    @ParameterizedTest
    @CsvSource({
        "s3://b/x/k.jpg, s3://c, k.jpg",
        "s3://b/x/k.jpg, s3://c/, k.jpg",
        "s3://b/x/k.jpg, s3://c/y/, y/k.jpg",
        "s3://b/x/k.jpg, s3://c/y, y",
        "s3://b/k, s3://b/y, y"
    })
    void oneObjectKeepsItsNameInAFolder(String source, String destination, String key) {
        Scope scope = scope(source, destination, false);

        assertThat(scope.many()).isFalse();
        assertThat(scope.destination().key()).isEqualTo(key);
    }

    @Test
    void recursiveSourceAndDestinationAreFolders() {
        assertThat(scope("s3://b/x", "s3://c/y", true))
                .isEqualTo(new Scope(true, new S3Place("b", "x/"), "x/", null, new S3Place("c", "y/")));
        assertThat(scope("s3://b", "s3://c", true))
                .isEqualTo(new Scope(true, new S3Place("b", ""), "", null, new S3Place("c", "")));
    }

    @Test
    void wildcardBeginsBehindTheLastSlashBeforeIt() {
        assertThat(scope("s3://b/x/a*", "s3://c/y", false))
                .isEqualTo(new Scope(true, new S3Place("b", "x/a"), "x/", null, new S3Place("c", "y/")));
        assertThat(scope("s3://b/x/a*/q?.jpg", "s3://c", false))
                .isEqualTo(new Scope(true, new S3Place("b", "x/a"), "x/", "/x/a**/q?.jpg", new S3Place("c", "")));
    }

    @Test
    void rawKeysHaveNoWildcards() {
        Scope scope = Scope.of(S3Uri.parse("s3://b/a*"), S3Uri.parse("s3://c/b?"), false, true);

        assertThat(scope).isEqualTo(new Scope(false, new S3Place("b", "a*"), "", null, new S3Place("c", "b?")));
    }

    @Test
    void prefixWithoutRecursiveIsRefused() {
        assertThatThrownBy(() -> scope("s3://b/x/", "s3://c", false)).hasMessageEndingWith("Add --recursive");
        assertThatThrownBy(() -> scope("s3://b", "s3://c", false)).hasMessageEndingWith("Add --recursive");
    }

    @Test
    void destinationHasNoWildcard() {
        assertThatThrownBy(() -> scope("s3://b/x", "s3://c/*", false))
                .hasMessageContaining("a destination is one place");
    }

    @Test
    void localPathsAreRefusedWithTheToolThatTakesThem() {
        assertThatThrownBy(() -> S3Uri.parse("./photo.jpg")).hasMessageContaining("aws s3 cp does");
        assertThatThrownBy(() -> S3Uri.parse("-")).hasMessageContaining("aws s3 cp does");
        assertThatThrownBy(() -> S3Uri.parse("s3://")).hasMessageContaining("is no place in a bucket");
    }
}

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
package io.s3copy.bulk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.bulk.checkpoint.JobIdentity.OtherJobException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobIdentityTest {

    private static JobIdentity job(String... namesAndValues) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new JobIdentity(options);
    }

    @Test
    void theHashDoesNotDependOnTheOrder() {
        assertThat(job("a", "1", "b", "2").hash())
                .isEqualTo(job("b", "2", "a", "1").hash())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void theHashTellsNamesFromValues() {
        assertThat(job("a", "bc").hash()).isNotEqualTo(job("ab", "c").hash());
        assertThat(job("a", "b", "c", "d").hash()).isNotEqualTo(job("a", "bcd").hash());
    }

    @Test
    void theSameJobIsNotRefused() {
        assertThatCode(() -> job("a", "1", "b", "2").refuseOther(job("b", "2", "a", "1")))
                .doesNotThrowAnyException();
    }

    @Test
    void eachDifferenceIsNamedWithBothValues() {
        assertThatThrownBy(() -> job("prefix", "a/", "same", "x", "compare", "size")
                        .refuseOther(job("prefix", "b/", "same", "x", "delete", "true")))
                .isInstanceOf(OtherJobException.class)
                .hasMessageContaining("prefix is 'a/', and was 'b/'")
                .hasMessageContaining("compare is 'size', and was not set")
                .hasMessageContaining("delete is not set, and was 'true'")
                .hasMessageNotContaining("same");
    }

    @Test
    void valuesOfOthersCannotForgeALineOfALog() {
        assertThatThrownBy(() -> job("prefix", "a").refuseOther(job("prefix", "b\nERROR")))
                .hasMessageContaining("'b?ERROR'");
    }
}

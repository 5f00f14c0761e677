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

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters are of the source's keys, also for what is at the destination only under other keys. */
class MappedFiltersTest extends BulkOnServer {

    private static final String MAPPED = "prefix=in/&stripPrefix=in/&keyPrefix=out/";

    @BeforeEach
    void putOnBothSides() {
        List.of("in/a", "in/keep/b").forEach(key -> put(source, key, key));
        List.of("out/keep/only-here", "out/only-here").forEach(key -> put(destination, key, key));
    }

    @Test
    void whatIsExcludedAtTheSourceIsNotDeletedUnderItsOtherKey() {
        BulkResult synced = run("operation=sync&delete=true&maxDelete=10&exclude=/in/keep/**&" + MAPPED);
        assertThat(synced.counts().objects(What.DELETED)).isEqualTo(1);
        assertThat(listed(destination).keySet()).containsExactlyInAnyOrder("out/a", "out/keep/only-here");
    }

    @Test
    void whatIsIncludedAtTheSourceIsDeletedUnderItsOtherKey() {
        run("operation=sync&delete=true&maxDelete=10&include=/in/keep/**"
                + "&prefix=in/keep/&stripPrefix=in/keep/&keyPrefix=out/keep/");
        assertThat(listed(destination).keySet()).containsExactlyInAnyOrder("out/keep/b", "out/only-here");
    }

    @Test
    void checkCallsExtraOnlyWhatTheFilterTakes() {
        BulkResult checked = run("operation=check&exclude=/in/keep/**&" + MAPPED);
        assertThat(checked.counts().objects(What.EXTRA)).isEqualTo(1);
        assertThat(checked.counts().objects(What.MISSING)).isEqualTo(1);
    }
}

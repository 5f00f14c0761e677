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
package io.s3copy.bulk.sync;

import static io.s3copy.bulk.sync.DeleteGuard.Listing.ENDED;
import static io.s3copy.bulk.sync.DeleteGuard.Listing.FAILED;
import static io.s3copy.bulk.sync.DeleteGuard.Listing.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s3copy.bulk.sync.DeleteGuard.Decision;
import io.s3copy.bulk.sync.DeleteGuard.Known;
import io.s3copy.bulk.sync.DeleteGuard.Listing;
import io.s3copy.parameter.InvalidParameterException;
import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a sync may delete. */
class DeleteGuardTest {

    private static DeleteGuard guard(String limit) {
        return new DeleteGuard(true, DeleteLimit.parse("option maxDelete", limit));
    }

    private static Decision decide(String limit, Listing run, long source, long destination, long deleted) {
        return guard(limit).decide(new Known(ENDED, ENDED, run, source, destination, deleted));
    }

    @Test
    void nothingIsDeletedUnlessAskedFor() {
        assertThat(new DeleteGuard(false, new DeleteLimit(9, BigDecimal.ZERO))
                        .decide(new Known(ENDED, ENDED, ENDED, 5, 5, 0)))
                .isEqualTo(Decision.NOT_ASKED);
    }

    @Test
    void byDefaultTheLimitIsNone() {
        assertThat(new DeleteGuard(true, DeleteLimit.NONE).decide(new Known(ENDED, ENDED, ENDED, 5, 5, 0)))
                .isEqualTo(Decision.LIMIT_REACHED);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, ENDED, LATER",
        "ENDED, OPEN, LATER",
        "FAILED, ENDED, LISTING_FAILED",
        "ENDED, FAILED, LISTING_FAILED",
        "OPEN, FAILED, LISTING_FAILED",
        "ENDED, ENDED, DELETE",
    })
    void bothListingsOfTheRangeMustHaveEndedWell(Listing source, Listing destination, Decision decision) {
        assertThat(guard("10").decide(new Known(source, destination, OPEN, 5, 5, 0)))
                .isEqualTo(decision);
    }

    @Test
    void anEmptySourceDeletesNothing() {
        assertThat(decide("100%", OPEN, 0, 5, 0)).isEqualTo(Decision.LATER);
        assertThat(decide("100%", ENDED, 0, 5, 0)).isEqualTo(Decision.SOURCE_EMPTY);
        assertThat(decide("100%", FAILED, 0, 5, 0)).isEqualTo(Decision.LISTING_FAILED);
        assertThat(decide("100%", ENDED, 1, 5, 0)).isEqualTo(Decision.DELETE);
    }

    @ParameterizedTest
    @CsvSource({
        "2, OPEN, 1, DELETE",
        "2, OPEN, 2, LIMIT_REACHED",
        "5%, OPEN, 4, DELETE",
        "5%, OPEN, 5, LATER",
        "5%, ENDED, 5, LIMIT_REACHED",
        "0.5%, ENDED, 0, LIMIT_REACHED",
        "0%, OPEN, 0, LIMIT_REACHED",
    })
    void theLimitIsANumberOrAShareOfTheDestination(String limit, Listing run, long deleted, Decision decision) {
        assertThat(decide(limit, run, 5, 100, deleted)).isEqualTo(decision);
    }

    @Property(tries = 1000)
    void noOrderOfEventsDeletesMoreThanTheLimitOfTheWholeDestination(
            @ForAll @IntRange(max = 100) int percent, @ForAll @IntRange(max = 300) int objects, @ForAll long seed) {
        DeleteLimit limit = DeleteLimit.parse("option maxDelete", percent + "%");
        DeleteGuard guard = new DeleteGuard(true, limit);
        Random random = new Random(seed);
        long deleted = 0;
        for (long listed = 0; listed <= objects; listed++) {
            for (int ask = random.nextInt(4); ask > 0; ask--) {
                Known known = new Known(ENDED, ENDED, listed == objects ? ENDED : OPEN, 1, listed, deleted);
                deleted += guard.decide(known) == Decision.DELETE ? 1 : 0;
            }
        }
        assertThat(deleted).isLessThanOrEqualTo((long) percent * objects / 100);
    }

    @Test
    void aRunMayAskForAllOrNothing() {
        Known known = new Known(ENDED, ENDED, ENDED, 5, 100, 0);
        assertThat(guard("5").decideAll(known, 5)).isEqualTo(Decision.DELETE);
        assertThat(guard("5").decideAll(known, 6)).isEqualTo(Decision.LIMIT_REACHED);
        assertThat(guard("5%").decideAll(new Known(ENDED, ENDED, ENDED, 0, 100, 0), 1))
                .isEqualTo(Decision.SOURCE_EMPTY);
    }

    @Test
    void refusalsHaveAReason() {
        assertThat(Decision.LIMIT_REACHED.code()).isEqualTo("max-delete");
        assertThat(Decision.DELETE.isRefusal() || Decision.LATER.isRefusal()).isFalse();
        assertThat(DeleteLimit.parse("o", "0.50%")).hasToString("0.50%");
        assertThat(DeleteLimit.parse("o", "12")).hasToString("12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "101%", "five", "5 %", "1e3", "5%%", "٣"})
    void whatIsNoLimitIsRefused(String text) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> DeleteLimit.parse("option maxDelete", text))
                .withMessageContaining("option maxDelete");
    }
}

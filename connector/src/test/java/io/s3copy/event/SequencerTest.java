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
package io.s3copy.event;

import static io.s3copy.event.Sequencer.Order.NEWER;
import static io.s3copy.event.Sequencer.Order.OLDER;
import static io.s3copy.event.Sequencer.Order.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order is only told where all sources agree on it. */
class SequencerTest {

    @ParameterizedTest
    @CsvSource({
        "0055AED6DCD90281E5, 0055AED6DCD90281E5, SAME",
        "0055AED6DCD90281E5, 0055aed6dcd90281e5, SAME",
        "0055AED6DCD90281E5, 0055AED6DCD90281E6, OLDER",
        "0055AED6DCD90281E9, 0055AED6DCD90281EA, OLDER",
        "0055AED6DCD90281Ea, 0055AED6DCD90281EB, OLDER",
        "617f0837b476e463, 617f08299329d189, NEWER",
        "17E0C21A3B5F9D10, 17E0C21A3B5F9D0F, NEWER",
        "FF, 0100, UNKNOWN",
        "0055AED6DCD90281E5, 0055AED6DCD90281E50, UNKNOWN",
        "0055AED6DCD90281E5, , UNKNOWN",
        ", 0055AED6DCD90281E5, UNKNOWN",
        ", , UNKNOWN",
        "'', '', UNKNOWN",
        "latest, newest, UNKNOWN",
        "17E0, 17Ö0, UNKNOWN",
        "\u0661\u0661, 12, UNKNOWN"
    })
    void equalLengthsCompareAsTextAndOthersNotAtAll(String one, String other, Sequencer.Order order) {
        assertThat(Sequencer.compare(one, other)).isEqualTo(order);
    }

    @Property(tries = 500)
    void numbersOfOneLengthCompareAsNumbers(@ForAll long one, @ForAll long other) {
        int numbers = Long.compareUnsigned(one, other);
        assertThat(Sequencer.compare(String.format("%016X", one), String.format("%016x", other)))
                .isEqualTo(numbers == 0 ? SAME : numbers < 0 ? OLDER : NEWER);
    }

    @Property(tries = 500)
    void theOtherWayRoundIsTheOppositeOrder(@ForAll String one, @ForAll String other) {
        Map<Sequencer.Order, Sequencer.Order> opposite =
                Map.of(OLDER, NEWER, NEWER, OLDER, SAME, SAME, Sequencer.Order.UNKNOWN, Sequencer.Order.UNKNOWN);
        assertThat(Sequencer.compare(other, one)).isEqualTo(opposite.get(Sequencer.compare(one, other)));
    }
}

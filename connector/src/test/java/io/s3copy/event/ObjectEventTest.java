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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** An event cannot say two things. */
class ObjectEventTest {

    @Test
    void aRecordTakesOnlyTypesOfItsFamily() {
        ObjectEvent created = Events.created().event();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObjectEvent.Removed(created.type(), created.object(), created.origin()));
    }

    @Test
    void aRemovalOfOneVersionSaysSo() {
        assertThat(((ObjectEvent.Removed) Corpus.only("s3-delete-version")).ofOneVersion())
                .isTrue();
    }

    @Test
    void aRemovalWithoutAVersionIsNotOfOneVersion() {
        assertThat(((ObjectEvent.Removed) Corpus.only("s3-delete")).ofOneVersion())
                .isFalse();
    }

    @Test
    void theVersionNullIsTheObjectOfABucketWithoutVersions() {
        ObjectEvent removed =
                Events.of(EventType.OBJECT_REMOVED_DELETE).version("null").event();
        assertThat(((ObjectEvent.Removed) removed).ofOneVersion()).isFalse();
    }

    @Test
    void aBodyOfTestEventsIsATest() {
        assertThat(new EventDecoder(DecoderOptions.DEFAULT)
                        .decode(Corpus.read("s3-test-event"))
                        .isTest())
                .isTrue();
    }

    @Test
    void aBodyThatHoldsMoreThanTestEventsIsNoTest() {
        assertThat(new EventDecoder(DecoderOptions.DEFAULT)
                        .decode(Corpus.read("cloudevents-batch"))
                        .isTest())
                .isFalse();
    }
}

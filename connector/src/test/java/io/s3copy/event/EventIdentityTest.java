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

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** One event has one identity, however often it is delivered, and no other event has it. */
class EventIdentityTest {

    @Test
    void anIdentityCanBeRead() {
        assertThat(EventIdentity.of(
                        Events.created().key("a b/c:d").version("v1").event()))
                .isEqualTo("'object:'aws%3As3:'ObjectCreated%3APut:'inbox:'a%20b/c%3Ad"
                        + ":'version=v1:'sequencer=0055AED6DCD90281E5:-");
    }

    @Test
    void anEventInAnEnvelopeIsTheSameEvent() {
        String inner = Corpus.read("sns-notification");
        List<String> identities = Stream.of(inner, "[" + inner + "," + inner + "]")
                .flatMap(body -> new EventDecoder(DecoderOptions.DEFAULT).decode(body).events().stream())
                .map(EventIdentity::of)
                .distinct()
                .toList();
        assertThat(identities).hasSize(1);
    }

    @Test
    void whatMakesTwoEventsMakesTwoIdentities() {
        List<ObjectEvent> events = Stream.of(
                        Events.created(),
                        Events.created().bucket("outbox"),
                        Events.created().key("b.txt"),
                        Events.created().version("e1"),
                        Events.created().eTag("e2"),
                        Events.created().eTag(null),
                        Events.created().sequencer("0055AED6DCD90281E6"),
                        Events.created().sequencer(null),
                        Events.created().source("minio:s3"),
                        Events.of(EventType.OBJECT_REMOVED_DELETE),
                        Events.of(EventType.OTHER).named("ObjectAcl:Put"),
                        Events.of(EventType.OTHER).named("IntelligentTiering"))
                .map(Events::event)
                .toList();
        assertThat(events.stream().map(EventIdentity::of)).doesNotHaveDuplicates();
    }

    @Test
    void twoTaggingsOfOneVersionAreTwoEvents() {
        Events first = Events.of(EventType.OBJECT_TAGGING_PUT).sequencer(null).version("v1");
        Events second = Events.of(EventType.OBJECT_TAGGING_PUT)
                .sequencer(null)
                .version("v1")
                .time(Instant.ofEpochSecond(1));
        assertThat(EventIdentity.of(first.event())).isNotEqualTo(EventIdentity.of(second.event()));
    }

    @Test
    void aSequencedEventIsTheSameWhoeverTellsItsTimeDifferently() {
        assertThat(EventIdentity.of(Events.created().time(null).request(null).event()))
                .isEqualTo(EventIdentity.of(Events.created().event()));
    }

    @Test
    void eventBridgeSaysItself() {
        Events event = Events.created().schema(EventSchema.EVENTBRIDGE).id("17793124-05d4-b198-2fde-7ededc63b103");
        assertThat(EventIdentity.of(event.event())).isEqualTo("'eventbridge:'17793124-05d4-b198-2fde-7ededc63b103");
    }

    @Test
    void eventBridgeWithoutAnIdIsAsOthers() {
        Events event = Events.created().schema(EventSchema.EVENTBRIDGE).source("aws.s3");
        assertThat(EventIdentity.of(event.event())).startsWith("'object:'aws.s3:");
    }

    @Property(tries = 1000)
    void noTwoObjectsHaveOneIdentity(@ForAll("objects") Set<List<String>> objects) {
        Set<String> identities = objects.stream()
                .map(pieces -> Events.created()
                        .bucket(pieces.get(0))
                        .key(pieces.get(1))
                        .version(pieces.get(2))
                        .sequencer(pieces.get(3))
                        .event())
                .map(EventIdentity::of)
                .collect(Collectors.toSet());
        assertThat(identities).hasSameSizeAs(objects);
    }

    @Property(tries = 500)
    void anIdentityIsShortPrintableAscii(@ForAll("texts") String key, @ForAll("texts") String id) {
        assertThat(List.of(
                        EventIdentity.of(Events.created().key(key).event()),
                        EventIdentity.of(Events.created()
                                .schema(EventSchema.EVENTBRIDGE)
                                .id(id)
                                .event())))
                .allMatch(identity -> identity.matches("[!-~]{1,200}"));
    }

    @Provide
    Arbitrary<Set<List<String>>> objects() {
        return Arbitraries.of("", "a", ":", "'", "-", "%", "%3A", ":'", "a:'b", "version=", "k".repeat(300), "é")
                .list()
                .ofSize(4)
                .set()
                .ofMinSize(2)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMinLength(1).ofMaxLength(400);
    }
}

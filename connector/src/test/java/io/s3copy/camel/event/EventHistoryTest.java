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
package io.s3copy.camel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.event.EventResult.Outcome;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class EventHistoryTest extends EventsOnStub {

    private static final String HISTORY = EVENTS + "&eventMode=history";

    private static String version(String version, String sequencer) {
        return versions(Map.of("versionId", version, "sequencer", sequencer));
    }

    @SafeVarargs
    private static String versions(Map<String, ?>... objects) {
        Notices notices = Notices.notice();
        for (Map<String, ?> object : objects) {
            notices.record("ObjectCreated:Put", "a", object);
        }
        return notices.text();
    }

    private List<EventResult> send(String body) {
        return copies(body).all();
    }

    private List<String> copied() {
        return stub.s3().requests(S3Operation.COPY_OBJECT).stream()
                .map(copy -> copy.header("x-amz-copy-source").orElseThrow())
                .toList();
    }

    @Test
    void versionThatTheEventNamesIsCopied() throws Exception {
        stub.route(HISTORY);
        send(version("v1", "0A"));
        assertThat(copied()).containsExactly("inbox/a?versionId=v1");
    }

    @Test
    void eventIsAppliedOnce() throws Exception {
        stub.route(HISTORY);
        send(version("v1", "0A"));
        assertThat(send(version("v1", "0A"))).extracting(EventResult::reason).containsExactly("it was applied before");
        assertThat(copied()).hasSize(1);
    }

    @Test
    void eventThatIsOlderThanWhatWasAppliedIsIgnored() throws Exception {
        stub.route(HISTORY);
        send(version("v2", "0B"));
        assertThat(send(version("v1", "0A")))
                .extracting(EventResult::reason)
                .containsExactly("a later event of its key was applied before");
        assertThat(copied()).containsExactly("inbox/a?versionId=v2");
    }

    @Test
    void sequencersOfUnequalLengthDropNothing() throws Exception {
        stub.route(HISTORY);
        send(version("v2", "0B"));
        send(version("v1", "0A1"));
        assertThat(copied()).hasSize(2);
    }

    @Test
    void eventsOfANotificationAreAppliedInTheirOrder() throws Exception {
        stub.route(HISTORY);
        List<EventResult> copies = send(versions(
                Map.of("versionId", "v3", "sequencer", "0C"),
                Map.of("versionId", "v1", "sequencer", "0A"),
                Map.of("versionId", "v2", "sequencer", "0b")));
        assertThat(copied()).containsExactly("inbox/a?versionId=v1", "inbox/a?versionId=v2", "inbox/a?versionId=v3");
        assertThat(copies).extracting(one -> one.event().object().versionId()).containsExactly("v3", "v1", "v2");
    }

    /** The second event waits for the first, whose answer is held until the retention that both ask for has ended. */
    private boolean isCopiedAfterItsRetention(long seconds) {
        Instant end = Instant.now().plusSeconds(seconds);
        stub.s3()
                .answer(
                        S3Operation.COPY_OBJECT,
                        copy -> Response.copyObjectResult(RecordingS3.ETAG).heldUntil(passed(end)));
        String body = versions(
                Map.of("versionId", "first-" + seconds, "sequencer", "%02X".formatted(seconds)),
                Map.of("versionId", "second-" + seconds, "sequencer", "%02X".formatted(seconds + 1)));
        return stub.send(
                                body,
                                Map.of(
                                        CopyParameter.OBJECT_LOCK_MODE.header(),
                                        "GOVERNANCE",
                                        CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE.header(),
                                        end.toString()))
                        .getException()
                == null;
    }

    private static CompletableFuture<Void> passed(Instant end) {
        return new CompletableFuture<Void>()
                .completeOnTimeout(null, Duration.between(Instant.now(), end).toMillis() + 50, TimeUnit.MILLISECONDS);
    }

    @Test
    void rulesDoNotRunAgainWhenTheTurnOfAnEventComes() throws Exception {
        stub.route(HISTORY);
        // on a slow machine the retention may end before both events are read
        assertThat(LongStream.of(2, 8, 32).anyMatch(this::isCopiedAfterItsRetention))
                .isTrue();
        assertThat(copied())
                .hasSizeGreaterThanOrEqualTo(2)
                .last(InstanceOfAssertFactories.STRING)
                .startsWith("inbox/a?versionId=second-");
    }

    @Test
    void whatFailedIsNotTakenForApplied() throws Exception {
        stub.route(HISTORY);
        stub.s3().next(Response.error(412, "PreconditionFailed", "no"));
        assertThat(stub.send(version("v1", "0A"), Map.of()).getException()).isInstanceOf(FailedEventsException.class);
        assertThat(send(version("v1", "0A"))).extracting(EventResult::outcome).containsExactly(Outcome.COPIED);
    }

    @Test
    void dryRunIsNotTakenForApplied() throws Exception {
        Map<String, String> remembered = new HashMap<>();
        stub.camel().getRegistry().bind("seen", new MemoryIdempotentRepository() {
            @Override
            public boolean add(String key) {
                remembered.put(key, key);
                return super.add(key);
            }
        });
        stub.route(HISTORY + "&dryRun=true&idempotentRepository=#seen");
        assertThat(send(version("v1", "0A"))).extracting(EventResult::outcome).containsExactly(Outcome.SKIPPED);
        assertThat(remembered).isEmpty();
    }

    @Test
    void versionThatIsGoneIsAcknowledged() throws Exception {
        stub.route(HISTORY);
        stub.s3().next(Response.error(404, "NoSuchVersion", "gone"));
        assertThat(send(version("v1", "0A"))).extracting(EventResult::outcome).containsExactly(Outcome.VANISHED);
    }

    @Test
    void versionThatIsGoneMakesNoOtherTooOld() throws Exception {
        stub.route(HISTORY);
        stub.s3().next(Response.error(404, "NoSuchVersion", "gone"));
        send(version("v2", "0B"));
        assertThat(send(version("v1", "0A"))).extracting(EventResult::outcome).containsExactly(Outcome.COPIED);
    }

    @Test
    void deleteMarkerIsOneAtTheDestinationWithoutALook() throws Exception {
        stub.route(HISTORY + "&propagateDeletes=current");
        stub.s3().answer(S3Operation.DELETE_OBJECT, any -> Response.empty(204));
        String body = Notices.notice()
                .record("ObjectRemoved:DeleteMarkerCreated", "a", Map.of("versionId", "m", "sequencer", "0B"))
                .text();
        assertThat(send(body)).extracting(EventResult::outcome).containsExactly(Outcome.DELETED);
        assertThat(stub.s3().operations()).containsExactly(S3Operation.DELETE_OBJECT);
        assertThat(stub.s3().only(S3Operation.DELETE_OBJECT).queryParameter("versionId"))
                .isEmpty();
    }

    @Test
    void removalOfTheVersionNullIsBelievedOnlyWhereTheSourceIsGone() throws Exception {
        stub.route(HISTORY + "&propagateDeletes=current");
        String body = Notices.notice()
                .record("ObjectRemoved:Delete", "a", Map.of("versionId", "null", "sequencer", "0B"))
                .text();
        assertThat(send(body)).extracting(EventResult::reason).containsExactly("its source is there");
        assertThat(stub.s3().operations()).containsExactly(S3Operation.HEAD_OBJECT);
        assertThat(stub.s3().only(S3Operation.HEAD_OBJECT).queryParameter("versionId"))
                .isEmpty();
    }

    /** R2 tells no sequencer: whether its deletion is older than a copy is not known. */
    @Test
    void deletionWithoutASequencerIsBelievedOnlyWhereTheSourceIsGone() throws Exception {
        stub.route(HISTORY + "&propagateDeletes=current");
        String body = "{\"account\":\"x\",\"action\":\"DeleteObject\",\"bucket\":\"inbox\",\"object\":{\"key\":\"a\"}}";
        assertThat(send(body)).extracting(EventResult::outcome).containsExactly(Outcome.IGNORED);
        stub.s3().next(S3Operation.HEAD_OBJECT, Response.empty(404));
        stub.s3().answer(S3Operation.DELETE_OBJECT, any -> Response.empty(204));
        assertThat(send(body)).extracting(EventResult::outcome).containsExactly(Outcome.DELETED);
    }

    @Test
    void repositoriesAreTheUsers() throws Exception {
        MemoryIdempotentRepository seen = new MemoryIdempotentRepository();
        MemoryStateRepository sequencers = new MemoryStateRepository();
        stub.camel().getRegistry().bind("seen", seen);
        stub.camel().getRegistry().bind("sequencers", sequencers);
        String uri = HISTORY + "&idempotentRepository=#seen&stateRepository=#sequencers";
        stub.route(uri);
        send(version("v2", "0B"));
        assertThat(seen.getCacheSize()).isEqualTo(1);
        seen.clear();
        assertThat(send(version("v1", "0A"))).extracting(EventResult::outcome).containsExactly(Outcome.IGNORED);
    }

    @Test
    void endpointsWithOneRepositoryDoNotTakeEachOthersEvents() throws Exception {
        stub.camel().getRegistry().bind("seen", new MemoryIdempotentRepository());
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy")
                        .multicast()
                        .to(
                                HISTORY + "&idempotentRepository=#seen",
                                HISTORY.replace("archive", "backup") + "&idempotentRepository=#seen");
            }
        });
        send(version("v1", "0A"));
        assertThat(stub.s3().requests(S3Operation.COPY_OBJECT))
                .extracting(copy -> copy.bucket())
                .containsExactly("archive", "backup");
    }

    @Test
    void repositoryThatIsDownIsNoFaultOfTheObject() throws Exception {
        stub.camel().getRegistry().bind("seen", new MemoryIdempotentRepository() {
            @Override
            public boolean contains(String key) {
                throw new IllegalStateException("the database is down");
            }
        });
        stub.route(HISTORY + "&idempotentRepository=#seen");
        assertThat(stub.send(version("v1", "0A"), Map.of()).getException())
                .isInstanceOfSatisfying(
                        FailedEventsException.class,
                        failure -> assertThat(failure.errorClass()).isEqualTo(ErrorClass.TRANSIENT));
        assertThat(stub.s3().requests()).isEmpty();
    }
}

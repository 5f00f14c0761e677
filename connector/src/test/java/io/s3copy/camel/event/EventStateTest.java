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

import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.camel.event.EventResult.Outcome;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EventStateTest extends EventsOnStub {

    private EventResult only(String body) {
        EventResults copies = copies(body);
        assertThat(copies.all()).hasSize(1);
        return copies.all().get(0);
    }

    @Test
    void noVersionIsNamedThoughTheEventDoes() throws Exception {
        stub.route(EVENTS);
        only(Notices.notice()
                .record("ObjectCreated:Put", "a", Map.of("versionId", "v1"))
                .text());
        assertThat(stub.onlyCopy().header("x-amz-copy-source")).contains("inbox/a");
    }

    @Test
    void sizeThatTheEventTellsChoosesTheWay() throws Exception {
        stub.route(EVENTS + "&multipartThreshold=5MiB");
        only(Notices.notice()
                .record("ObjectCreated:Put", "a", Map.of("size", 1024))
                .text());
        assertThat(stub.s3().operations())
                .filteredOn(one -> one != S3Operation.GET_BUCKET_LIFECYCLE_CONFIGURATION)
                .containsExactly(S3Operation.COPY_OBJECT);
    }

    @Test
    void deletionsAreIgnoredUnlessTheyArePropagated() throws Exception {
        stub.route(EVENTS);
        assertThat(only(Notices.deleted("a")).outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void deletionDeletesWhatIsGoneAndNamesNoVersion() throws Exception {
        stub.route(EVENTS + "&propagateDeletes=current&keyPrefix=copy/");
        stub.s3().next(S3Operation.HEAD_OBJECT, Response.empty(404));
        stub.s3().answer(S3Operation.DELETE_OBJECT, any -> Response.empty(204));
        String body = Notices.notice()
                .record("ObjectRemoved:DeleteMarkerCreated", "a", Map.of("versionId", "marker"))
                .text();
        assertThat(only(body).outcome()).isEqualTo(Outcome.DELETED);
        assertThat(stub.s3().only(S3Operation.HEAD_OBJECT).bucket()).isEqualTo("inbox");
        assertThat(stub.s3().only(S3Operation.DELETE_OBJECT)).satisfies(delete -> {
            assertThat(delete.bucket() + "/" + delete.key()).isEqualTo("archive/copy/a");
            assertThat(delete.queryParameter("versionId")).isEmpty();
        });
    }

    @Test
    void deletionOfWhatIsThereAgainCopiesIt() throws Exception {
        stub.route(EVENTS + "&propagateDeletes=current");
        assertThat(only(Notices.deleted("a")).outcome()).isEqualTo(Outcome.COPIED);
        assertThat(stub.s3().requests(S3Operation.DELETE_OBJECT)).isEmpty();
    }

    @Test
    void nothingIsDeletedWhereTheSourceMayNotBeLookedAt() throws Exception {
        stub.route(EVENTS + "&propagateDeletes=current");
        stub.s3().next(S3Operation.HEAD_OBJECT, Response.empty(403));
        Exchange exchange = stub.send(Notices.deleted("a"), Map.of());
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        FailedEventsException.class,
                        e -> assertThat(e.errorClass()).isEqualTo(ErrorClass.SYSTEMIC));
        assertThat(stub.s3().requests(S3Operation.DELETE_OBJECT)).isEmpty();
    }

    @Test
    void nothingIsDeletedWhereTheSourceBucketIsGone() throws Exception {
        stub.route(EVENTS + "&propagateDeletes=current");
        stub.s3().next(S3Operation.HEAD_OBJECT, Response.empty(404));
        stub.s3().next(S3Operation.HEAD_BUCKET, Response.empty(404));
        Exchange exchange = stub.send(Notices.deleted("a"), Map.of());
        assertThat(exchange.getException()).isInstanceOf(FailedEventsException.class);
        assertThat(stub.s3().requests(S3Operation.DELETE_OBJECT)).isEmpty();
    }

    @Test
    void removalOfAVersionIsIgnoredUnlessItIsAskedFor() throws Exception {
        stub.route(EVENTS + "&propagateDeletes=current");
        String body = Notices.notice()
                .record("ObjectRemoved:Delete", "a", Map.of("versionId", "v1"))
                .text();
        assertThat(only(body).reason()).isEqualTo("it removes one version");
    }

    @Test
    void removalOfTheVersionNullIsThatOfTheObjectWhereItIsGone() throws Exception {
        stub.route(EVENTS + "&propagateDeletes=current");
        stub.s3().next(S3Operation.HEAD_OBJECT, Response.empty(404));
        stub.s3().answer(S3Operation.DELETE_OBJECT, any -> Response.empty(204));
        assertThat(only(removed("null")).outcome()).isEqualTo(Outcome.DELETED);
        assertThat(stub.s3().only(S3Operation.HEAD_OBJECT).queryParameter("versionId"))
                .isEmpty();
    }

    @Test
    void removalOfTheVersionNullDeletesNothingThatIsThere() throws Exception {
        stub.route(EVENTS + "&propagateDeletes=current");
        assertThat(only(removed("null")).outcome()).isEqualTo(Outcome.COPIED);
        assertThat(stub.s3().requests(S3Operation.DELETE_OBJECT)).isEmpty();
    }

    private static String removed(String version) {
        return Notices.notice()
                .record("ObjectRemoved:Delete", "a", Map.of("versionId", version))
                .text();
    }

    @Test
    void typesThatOnlyOtherServersSendAreCopiedWhenTheyAreNamed() throws Exception {
        stub.route(EVENTS + "&eventTypes=ObjectSynced:Create");
        String body = Notices.notice()
                .record("ObjectSynced:Create", "a", Map.of())
                .text()
                .replace("aws:s3", "ceph:s3");
        assertThat(only(body).outcome()).isEqualTo(Outcome.COPIED);
    }

    @Test
    void typesThatMeanNothingToACopyAreIgnoredWhateverTheirKey() throws Exception {
        stub.route(EVENTS);
        String body = Notices.notice()
                .record("Scanner:BigPrefix", "a", Map.of())
                .record("ObjectCreated:Put", "b", Map.of())
                .text()
                .replace("\"a\"", "\"100%\"");
        assertThat(copies(body).all())
                .extracting(EventResult::outcome)
                .containsExactly(Outcome.IGNORED, Outcome.COPIED);
    }

    @Test
    void dryRunDeletesNothing() throws Exception {
        stub.route(EVENTS + "&propagateDeletes=current&dryRun=true");
        stub.s3().next(S3Operation.HEAD_OBJECT, Response.empty(404));
        assertThat(only(Notices.deleted("a")).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(stub.s3().requests(S3Operation.DELETE_OBJECT)).isEmpty();
    }

    @Test
    void eventsThatComeDuringACopyOfTheirKeyCauseOneMore() throws Exception {
        stub.route(EVENTS);
        CompletableFuture<Void> held = new CompletableFuture<>();
        stub.s3().next(Response.copyObjectResult(RecordingS3.ETAG).heldUntil(held));
        CompletableFuture<Exchange> first = later(Notices.put("a"));
        Awaitility.await().until(() -> stub.s3().inFlight() == 1);
        CompletableFuture<Exchange> second = later(Notices.put("a", "a", "a"));
        CompletableFuture<Exchange> third = later(Notices.put("b", "a"));
        Awaitility.await().until(() -> stub.s3().requests().size() == 2);
        assertThat(stub.s3().requests()).extracting(request -> request.key()).containsExactly("a", "b");
        held.complete(null);
        CompletableFuture.allOf(first, second, third).join();
        assertThat(stub.s3().requests()).extracting(request -> request.key()).containsExactly("a", "b", "a");
    }

    @Test
    void whatWaitsForItsKeyIsNotBegunByAnEndpointThatStops() throws Exception {
        stub.route(EVENTS);
        CompletableFuture<Void> held = new CompletableFuture<>();
        stub.s3().next(Response.copyObjectResult(RecordingS3.ETAG).heldUntil(held));
        CompletableFuture<Exchange> first = later(Notices.put("a"));
        Awaitility.await().until(() -> stub.s3().inFlight() == 1);
        CompletableFuture<Exchange> second = later(Notices.put("a"));
        S3CopyEndpoint endpoint = stub.camel().getEndpoint(EVENTS, S3CopyEndpoint.class);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(endpoint::stop);
        Awaitility.await().until(endpoint::isStoppingOrStopped);
        // the copy under way is waited for
        held.complete(null);
        stop.join();
        assertThat(first.join().getException()).isNull();
        assertThat(second.join().getException()).hasCauseInstanceOf(CopyStoppedException.class);
        assertThat(stub.s3().requests()).hasSize(1);
    }

    private CompletableFuture<Exchange> later(String body) {
        return stub.template()
                .asyncSend("direct:copy", exchange -> exchange.getMessage().setBody(body));
    }
}

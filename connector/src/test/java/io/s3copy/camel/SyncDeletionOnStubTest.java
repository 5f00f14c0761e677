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

import io.s3copy.bulk.BulkCounts.Count;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.checkpoint.CheckpointStore.Stored;
import io.s3copy.bulk.run.DeletionRefusedException;
import io.s3copy.camel.journal.StateRepositoryCheckpoints;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pass of a sync that deletes does with an object that something has become of since it was listed. */
class SyncDeletionOnStubTest {

    private static final String ETAG = RecordingS3.ETAG;
    private static final String OTHER = "\"00000000000000000000000000000000\"";

    @AutoClose
    private final CamelOnStub stub = CamelOnStub.withClient();

    private final RecordingS3 s3 = stub.s3();

    /** The objects of each bucket: the ETag of each key, empty for one that the service does not tell. */
    private final Map<String, Map<String, String>> buckets = new ConcurrentHashMap<>();

    @BeforeEach
    void oneObjectIsAtTheDestinationOnly() {
        buckets.put("inbox", Map.of("a", ETAG));
        buckets.put("archive", Map.of("a", ETAG, "extra", ETAG));
        s3.answer(S3Operation.LIST_OBJECTS_V2, list -> page(list.bucket(), buckets.get(list.bucket())));
        s3.answer(
                S3Operation.HEAD_OBJECT,
                head -> isInSource(head) ? Response.error(404, "NoSuchKey", "no") : Response.headObject(7, ETAG));
        s3.answer(S3Operation.DELETE_OBJECT, delete -> Response.empty(204));
    }

    private static Response page(String bucket, Map<String, String> objects) {
        return Response.xml(
                200,
                "<ListBucketResult><Name>" + bucket + "</Name><IsTruncated>false</IsTruncated>"
                        + objects.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(one -> "<Contents><Key>" + one.getKey() + "</Key><Size>7</Size>"
                                        + (one.getValue().isEmpty() ? "" : "<ETag>" + one.getValue() + "</ETag>")
                                        + "<LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents>")
                                .collect(Collectors.joining())
                        + "</ListBucketResult>");
    }

    private static boolean isInSource(RecordedRequest request) {
        return request.bucket().equals("inbox");
    }

    private Exchange sync(String more) throws Exception {
        stub.route("s3copy:archive?operation=sync&compare=size&copySourceBucket=inbox&delete=true&maxDelete=1" + more);
        return stub.send(null, Map.of());
    }

    private BulkResult synced(String more) throws Exception {
        Exchange exchange = sync(more);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(BulkResult.class);
    }

    private void isKept(BulkResult result, What what, String code) {
        assertThat(result.counts().objects(What.DELETED)).isZero();
        assertThat(result.counts().of(what))
                .extracting(Count::objects, Count::codes)
                .containsExactly(1L, Map.of(code, 1L));
        assertThat(result.counts().objects(What.SAME)).isEqualTo(1);
        assertThat(result.finished()).isTrue();
    }

    private List<RecordedRequest> deletions() {
        return s3.requests(S3Operation.DELETE_OBJECT);
    }

    @Test
    void whatHasNoSourceIsDeletedOnConditionOfItsETag() throws Exception {
        BulkResult result = synced("");
        assertThat(result.counts().objects(What.DELETED)).isEqualTo(1);
        assertThat(deletions()).singleElement().satisfies(delete -> {
            assertThat(delete.bucket()).isEqualTo("archive");
            assertThat(delete.key()).isEqualTo("extra");
            assertThat(delete.headers().first("if-match")).hasValue(ETAG);
        });
        assertThat(result.requests().byCall()).containsEntry("DeleteObject", 1L).containsEntry("HeadObject", 1L);
    }

    @Test
    void objectWhoseSourceIsBackIsKept() throws Exception {
        s3.answer(S3Operation.HEAD_OBJECT, head -> Response.headObject(7, ETAG));
        isKept(synced(""), What.SKIPPED, "source-is-back");
        assertThat(s3.requests(S3Operation.HEAD_OBJECT)).singleElement().satisfies(head -> {
            assertThat(head.bucket()).isEqualTo("inbox");
            assertThat(head.key()).isEqualTo("extra");
        });
        assertThat(deletions()).isEmpty();
    }

    @Test
    void objectWithoutAnETagIsKept() throws Exception {
        buckets.put("archive", Map.of("a", ETAG, "extra", ""));
        isKept(synced(""), What.SKIPPED, "no-etag");
        assertThat(s3.requests(S3Operation.HEAD_OBJECT)).isEmpty();
        assertThat(deletions()).isEmpty();
    }

    @Test
    void anotherObjectThanWasListedIsKept() throws Exception {
        s3.answer(S3Operation.DELETE_OBJECT, delete -> Response.error(412, "PreconditionFailed", "no"));
        isKept(synced(""), What.SKIPPED, "changed");
    }

    @Test
    void objectThatIsGoneByNowIsDeleted() throws Exception {
        s3.answer(S3Operation.DELETE_OBJECT, delete -> Response.error(404, "NoSuchKey", "no"));
        assertThat(synced("").counts().objects(What.DELETED)).isEqualTo(1);
    }

    /** It is not known whether it is missing: then it is kept. */
    @Test
    void objectWhoseSourceCannotBeAskedForIsKeptAndFails() throws Exception {
        s3.answer(S3Operation.HEAD_OBJECT, head -> Response.error(500, "InternalError", "no"));
        BulkResult result = synced("");
        assertThat(result.counts().objects(What.FAILED)).isEqualTo(1);
        assertThat(result.counts().objects(What.DELETED)).isZero();
        assertThat(result.isClean()).isFalse();
        assertThat(deletions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void serviceThatIsNotKnownToHeedConditionsIsAskedRightBefore(boolean same) throws Exception {
        s3.answer(
                S3Operation.HEAD_OBJECT,
                head -> isInSource(head)
                        ? Response.error(404, "NoSuchKey", "no")
                        : Response.headObject(7, same ? ETAG : OTHER));
        BulkResult result = synced("&serviceTraits=deleteCondition=ignored");
        assertThat(s3.requests(S3Operation.HEAD_OBJECT))
                .extracting(RecordedRequest::bucket)
                .containsExactly("inbox", "archive");
        if (same) {
            assertThat(result.counts().objects(What.DELETED)).isEqualTo(1);
            assertThat(deletions()).hasSize(1);
        } else {
            isKept(result, What.SKIPPED, "changed");
            assertThat(deletions()).isEmpty();
        }
    }

    @Test
    void moveComesBeforeItsDeletion() throws Exception {
        BulkResult result = synced("&deleteTo=s3://trash/old");
        assertThat(result.counts().objects(What.DELETED)).isEqualTo(1);
        assertThat(s3.only(S3Operation.COPY_OBJECT)).satisfies(copy -> {
            assertThat(copy.bucket()).isEqualTo("trash");
            assertThat(copy.key()).isEqualTo("old/extra");
            assertThat(copy.headers().first("x-amz-copy-source-if-match")).hasValue(ETAG);
        });
        List<S3Operation> order = s3.operations();
        assertThat(order.indexOf(S3Operation.COPY_OBJECT)).isLessThan(order.indexOf(S3Operation.DELETE_OBJECT));
    }

    @Test
    void objectThatIsNotMovedIsNotDeleted() throws Exception {
        s3.answer(S3Operation.COPY_OBJECT, copy -> Response.error(400, "InvalidArgument", "no"));
        BulkResult result = synced("&deleteTo=s3://trash/old");
        assertThat(result.counts().of(What.FAILED).codes()).containsOnlyKeys("InvalidArgument");
        assertThat(deletions()).isEmpty();
    }

    /** Between both passes somebody wrote to the destination: what the guard did not count is not deleted. */
    @Test
    void noMoreIsDeletedThanWasCounted() throws Exception {
        AtomicInteger listed = new AtomicInteger();
        s3.answer(
                S3Operation.LIST_OBJECTS_V2,
                list -> isInSource(list) || listed.getAndIncrement() == 0
                        ? page(list.bucket(), buckets.get(list.bucket()))
                        : page(list.bucket(), Map.of("a", ETAG, "extra", ETAG, "more", ETAG)));
        BulkResult result = synced("");
        assertThat(result.counts().objects(What.DELETED)).isEqualTo(1);
        assertThat(result.counts().of(What.EXTRA).codes()).isEqualTo(Map.of("max-delete", 1L));
        assertThat(deletions()).extracting(RecordedRequest::key).containsExactly("extra");
    }

    /** What was too young when the run began is too young for the pass that goes on with it. */
    @Test
    void aDeletionThatGoesOnCountsAgesFromWhenItsRunBegan() throws Exception {
        MemoryStateRepository state = new MemoryStateRepository();
        stub.camel().getRegistry().bind("state", state);
        BulkResult first = synced("&minAge=1d&checkpointRepository=#state");
        assertThat(first.counts().objects(What.DELETED)).isEqualTo(1);

        // the listed objects were nine hours old then
        StateRepositoryCheckpoints store = new StateRepositoryCheckpoints(state, Runnable::run);
        String name = first.checkpoint().substring(store.place("").length());
        Stored stored = store.read(name).join();
        String open = stored.text()
                .replaceFirst("\"ranges\":\\[]", "\"ranges\":[{\"after\":null,\"upTo\":null}]")
                .replaceFirst("\"DELETED\":\\{\"objects\":1", "\"DELETED\":{\"objects\":0")
                .replaceFirst("\"started\":\"[^\"]*\"", "\"started\":\"2026-01-02T12:00:00Z\"")
                .replaceFirst("\"finished\":true", "\"finished\":false");
        store.write(name, open, stored).join();

        Exchange again = stub.send(null, Map.of());
        assertThat(again.getException()).isNull();
        BulkResult second = again.getMessage().getBody(BulkResult.class);
        assertThat(second.started()).isEqualTo("2026-01-02T12:00:00Z");
        assertThat(second.finished()).isTrue();
        assertThat(deletions()).hasSize(1);
    }

    /** As AWS answers HEAD for an object with a customer key: it must not pause the run, which nothing would end. */
    @Test
    void refusalsOfHeadWithoutWordsEndAsFailures() throws Exception {
        buckets.put("archive", Map.of("a", ETAG, "extra", ETAG, "more", ETAG, "most", ETAG));
        s3.answer(S3Operation.HEAD_OBJECT, head -> Response.error(400, "InvalidRequest", "no"));
        s3.answer(S3Operation.GET_OBJECT, get -> Response.error(400, "InvalidRequest", "stored with a customer key"));
        stub.route("s3copy:archive?operation=sync&compare=size&copySourceBucket=inbox&delete=true&maxDelete=3");
        BulkResult result = stub.send(null, Map.of()).getMessage().getBody(BulkResult.class);
        assertThat(result.counts().of(What.FAILED))
                .extracting(Count::objects, Count::codes)
                .containsExactly(3L, Map.of("InvalidRequest", 3L));
        assertThat(deletions()).isEmpty();
    }

    private Throwable refused(String options) throws Exception {
        stub.route("s3copy:archive?operation=sync&compare=size&copySourceBucket=inbox&delete=true&" + options);
        return stub.send(null, Map.of()).getException();
    }

    @Test
    void filtersThatLeaveOutAllOfTheSourceAreAnEmptySource() throws Exception {
        buckets.put("archive", Map.of("a", ETAG, "x.jpg", ETAG, "y.jpg", ETAG));
        assertThat(refused("maxDelete=100%25&include=*.jpg"))
                .isInstanceOf(DeletionRefusedException.class)
                .hasMessageContaining("2 of 2 objects are at the destination only")
                .hasMessageContaining("the filters leave out all 1 objects of the source");
        assertThat(deletions()).isEmpty();
    }

    @Test
    void shareIsOneOfWhatTheFiltersLeaveIn() throws Exception {
        buckets.put("inbox", Map.of("a.jpg", ETAG, "1", ETAG, "2", ETAG, "3", ETAG, "4", ETAG));
        buckets.put("archive", Map.of("a.jpg", ETAG, "x.jpg", ETAG, "1", ETAG, "2", ETAG, "3", ETAG, "4", ETAG));
        assertThat(refused("maxDelete=40%25&include=*.jpg"))
                .isInstanceOf(DeletionRefusedException.class)
                .hasMessageContaining("1 of 2 objects are at the destination only");
        assertThat(deletions()).isEmpty();
    }

    @Test
    void whatTheFiltersLeaveAloneIsNoSurplus() throws Exception {
        buckets.put("inbox", Map.of("a.jpg", ETAG));
        buckets.put("archive", Map.of("a.jpg", ETAG, "x.jpg", ETAG, "1", ETAG, "2", ETAG));
        BulkResult result = synced("&include=*.jpg");
        assertThat(result.counts().objects(What.DELETED)).isEqualTo(1);
        assertThat(deletions()).extracting(RecordedRequest::key).containsExactly("x.jpg");
    }
}

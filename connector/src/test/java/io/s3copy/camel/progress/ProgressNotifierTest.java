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
package io.s3copy.camel.progress;

import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.CamelOnStub;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressNotifierTest {

    private static final String URI = "s3copy:archive?operation=copy";
    private static final String IN_PARTS = URI + "&multipartThreshold=5MiB&partSize=5MiB";

    private final CamelOnStub stub = CamelOnStub.withClient();
    private final RecordingS3 s3 = stub.s3();
    private final Heard heard = new Heard();

    private static class Heard extends EventNotifierSupport {

        final List<CopyProgressEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CopyProgressEvent copy) {
                events.add(copy);
            }
        }
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private void route(String uri) throws Exception {
        stub.camel().getManagementStrategy().addEventNotifier(heard);
        stub.route(uri);
    }

    @Test
    void aCopyIsHeardFromItsStartToItsEnd() throws Exception {
        s3.answer(HEAD_OBJECT, head -> Response.headObject(8L << 20, RecordingS3.ETAG));
        route(IN_PARTS + "&verify=none");
        assertThat(stub.copy().getException()).isNull();
        assertThat(heard.events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Started", "PartDone", "PartDone", "Finished");
        assertThat(heard.events)
                .extracting(CopyProgressEvent::copy)
                .containsOnly(heard.events.get(0).copy());
        assertThat(heard.events).allSatisfy(event -> {
            assertThat(event.getType()).isEqualTo(CamelEvent.Type.Custom);
            assertThat(event.getSource()).isSameAs(stub.camel().getEndpoint(IN_PARTS + "&verify=none"));
        });
        assertThat(heard.events.stream()
                        .filter(CopyProgressEvent.PartDone.class::isInstance)
                        .mapToLong(part -> ((CopyProgressEvent.PartDone) part).bytes())
                        .sum())
                .isEqualTo(8L << 20);
    }

    @Test
    void theEndTellsTheResult() throws Exception {
        route(URI);
        assertThat(stub.copy().getException()).isNull();
        assertThat(heard.events)
                .last()
                .isInstanceOfSatisfying(
                        CopyProgressEvent.Finished.class,
                        finished -> assertThat(finished.result().way()).isEqualTo(CopyResult.Way.SINGLE));
    }

    @Test
    void aFailureTellsItsCause() throws Exception {
        s3.next(COPY_OBJECT, Response.error(403, "AccessDenied", "Access Denied"));
        route(URI);
        Exception thrown = stub.copy().getException();
        assertThat(heard.events).last().isInstanceOfSatisfying(CopyProgressEvent.Failed.class, failed -> {
            assertThat(failed.getCause()).isSameAs(thrown);
            assertThat(failed.errorClass()).isEqualTo(ErrorClass.SYSTEMIC);
        });
    }

    @Test
    void anAbandonedUploadIsToldByItsId() throws Exception {
        s3.answer(HEAD_OBJECT, head -> Response.headObject(8L << 20, RecordingS3.ETAG));
        s3.answer(UPLOAD_PART_COPY, part -> Response.error(403, "AccessDenied", "Access Denied"));
        s3.answer(ABORT_MULTIPART_UPLOAD, abort -> Response.error(403, "AccessDenied", "Access Denied"));
        route(IN_PARTS);
        assertThat(stub.copy().getException()).isNotNull();
        assertThat(heard.events)
                .filteredOn(CopyProgressEvent.UploadAbandoned.class::isInstance)
                .extracting(event -> ((CopyProgressEvent.UploadAbandoned) event).uploadId())
                .containsExactly("upload-1");
    }

    @Test
    void eventsCarryTheirTimeWhereTimestampsAreOn() throws Exception {
        stub.camel().getManagementStrategy().getEventFactory().setTimestampEnabled(true);
        long before = System.currentTimeMillis();
        route(URI);
        stub.copy();
        assertThat(heard.events)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getTimestamp()).isBetween(before, System.currentTimeMillis()));
    }

    @Test
    void anEventsTextHasNothingUnprintable() throws Exception {
        route(URI);
        stub.copy(Map.of("CamelS3CopyKey", "a\nb\u202ec"));
        assertThat(heard.events).first().hasToString("inbox/a.txt to archive/a?b?c: started");
    }

    @Test
    void aNotifierThatFailsHarmsNeitherTheCopyNorTheOthers() throws Exception {
        stub.camel().getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CopyProgressEvent) {
                    throw new IllegalStateException("the notifier failed");
                }
            }
        });
        route(URI);
        assertThat(stub.copy().getException()).isNull();
        assertThat(heard.events).hasSize(2);
    }

    @Test
    void aNotifierThatIsDisabledHearsNothing() throws Exception {
        Heard disabled = new Heard() {
            @Override
            public boolean isDisabled() {
                return true;
            }
        };
        stub.camel().getManagementStrategy().addEventNotifier(disabled);
        route(URI);
        stub.copy();
        assertThat(disabled.events).isEmpty();
        assertThat(heard.events).isNotEmpty();
    }
}

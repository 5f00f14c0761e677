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

import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** An event's object has vanished, or may be deleted at the destination, only where S3 itself says that it is gone. */
class MissingEventsTest extends EventsOnStub {

    private static final Response PAGE = Response.notS3(404, "text/plain", "404 page not found");

    private void staysFor(Exchange exchange) {
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        FailedEventsException.class,
                        e -> assertThat(e.errorClass()).isEqualTo(ErrorClass.TRANSIENT));
    }

    @Test
    void anEventIsNotVanishedForA404OfAProxy() throws Exception {
        stub.route(EVENTS + "&retryFor=300ms");
        stub.s3().answer(S3Operation.COPY_OBJECT, copy -> PAGE);
        staysFor(stub.send(Notices.put("a"), Map.of()));
    }

    @Test
    void nothingIsDeletedForA404OfAProxy() throws Exception {
        stub.route(EVENTS + "&propagateDeletes=current&retryFor=300ms");
        stub.s3().answer(S3Operation.HEAD_OBJECT, head -> PAGE);
        stub.s3().answer(S3Operation.GET_OBJECT, get -> PAGE);
        staysFor(stub.send(Notices.deleted("a"), Map.of()));
        assertThat(stub.s3().requests(S3Operation.DELETE_OBJECT)).isEmpty();
    }

    @Test
    void nothingIsDeletedWhereTheBucketMayBeMissing() throws Exception {
        stub.route(EVENTS + "&propagateDeletes=current&retryFor=300ms");
        stub.s3().answer(S3Operation.HEAD_OBJECT, head -> Response.empty(404));
        stub.s3().answer(S3Operation.HEAD_BUCKET, head -> PAGE);
        stub.s3().answer(S3Operation.LIST_OBJECTS_V2, list -> PAGE);
        staysFor(stub.send(Notices.deleted("a"), Map.of()));
        assertThat(stub.s3().requests(S3Operation.DELETE_OBJECT)).isEmpty();
    }
}

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
package io.s3copy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.S3Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** One message to the route of an example, and what is to come of it. */
final class ExampleRun {

    /** What the message did: the exchange as it came back, and the server as it is now. */
    record Outcome(Exchange exchange, S3AsyncClient client, RecordingS3 stub) {

        String text(String bucket, String key) {
            return client.getObject(get -> get.bucket(bucket).key(key), AsyncResponseTransformer.toBytes())
                    .join()
                    .asUtf8String();
        }
    }

    private final boolean stubbed;
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private final List<Consumer<Outcome>> checks = new ArrayList<>();
    private Object body;
    private boolean withoutClient;
    private boolean mayFail;
    private boolean polling;
    private Consumer<RecordingS3> script = stub -> {};

    private ExampleRun(boolean stubbed) {
        this.stubbed = stubbed;
    }

    /** On S3Proxy, which keeps objects. */
    static ExampleRun onServer() {
        return new ExampleRun(false);
    }

    /** On the recording stub, which shows what went over the wire. */
    static ExampleRun onWire() {
        return new ExampleRun(true);
    }

    /** The route polls by itself: it is sent nothing, and the outcome awaited. */
    ExampleRun polling() {
        polling = true;
        return this;
    }

    ExampleRun header(String name, Object value) {
        headers.put(name, value);
        return this;
    }

    ExampleRun body(Object text) {
        body = text;
        return this;
    }

    /** No client in the registry: the example says how to build one. */
    ExampleRun withoutClient() {
        withoutClient = true;
        return this;
    }

    ExampleRun answering(Consumer<RecordingS3> answers) {
        script = answers;
        return this;
    }

    ExampleRun check(Consumer<Outcome> check) {
        checks.add(check);
        return this;
    }

    /** The object at the destination has the content of the source. */
    ExampleRun copies(String content, String bucket, String key) {
        return check(outcome -> assertThat(outcome.text(bucket, key)).isEqualTo(content));
    }

    /** The only request of that operation has the header. */
    ExampleRun sends(S3Operation operation, String header, String value) {
        return check(outcome -> assertThat(outcome.stub().only(operation).header(header))
                .as(header)
                .contains(value));
    }

    ExampleRun sends(String header, String value) {
        return sends(S3Operation.COPY_OBJECT, header, value);
    }

    /** The copies were written to these, as bucket/key, in this order. */
    ExampleRun writes(String... destinations) {
        return check(outcome -> assertThat(outcome.stub().requests(S3Operation.COPY_OBJECT))
                .extracting(RecordedRequest::bucket, RecordedRequest::key)
                .extracting(
                        tuple -> tuple.toList().get(0) + "/" + tuple.toList().get(1))
                .containsExactly(destinations));
    }

    ExampleRun fails(Class<? extends Exception> type, String text) {
        mayFail = true;
        return check(outcome ->
                assertThat(outcome.exchange().getException()).isInstanceOf(type).hasMessageContaining(text));
    }

    boolean stubbed() {
        return stubbed;
    }

    Map<String, Object> headers() {
        return headers;
    }

    Object body() {
        return body;
    }

    boolean isPolling() {
        return polling;
    }

    boolean needsClient() {
        return !withoutClient;
    }

    void prepare(RecordingS3 stub) {
        stub.reset();
        script.accept(stub);
    }

    void verify(Outcome outcome) {
        if (!mayFail) {
            assertThat(outcome.exchange().getException()).isNull();
        }
        checks.forEach(check -> check.accept(outcome));
    }
}

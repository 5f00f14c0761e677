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
package io.s3copy.testkit;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An HTTP server that records every request as sent and answers as S3 would, or as the test says. It holds no thread
 * for an answer in waiting, so thousands may be in flight, and checks no signature.
 *
 * <p>An answer is, in this order: the next one queued for the operation, the next one queued for any operation, the
 * operation's function, the default. Answers by function may block; they run on a thread of their own.
 */
public final class RecordingS3 implements S3Server {

    /** The ETag of every object that the default answers speak of. */
    public static final String ETAG = "\"9b2cf535f27731c974343645a3985328\"";

    /** The size in bytes of every object that the default answers speak of. */
    public static final long CONTENT_LENGTH = 1024;

    static final String REGION = "us-east-1";

    private final StubServer server = StubServer.start("recording-s3", new Recorded());
    private final Answers answers = new Answers();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final InFlightGauge inFlight = new InFlightGauge();
    private TlsFront tls;

    private RecordingS3() {}

    public static RecordingS3 start() {
        return new RecordingS3();
    }

    private static final List<String> ECHOED = List.of(
            "x-amz-server-side-encryption",
            "x-amz-server-side-encryption-customer-algorithm",
            "x-amz-server-side-encryption-customer-key-MD5");

    /** Answers every request of the operation with what the function says, until replaced. */
    public RecordingS3 answer(S3Operation operation, Function<RecordedRequest, Response> answer) {
        answers.always(operation, answer);
        return this;
    }

    /** Queues answers for the next requests, whatever their operation: one answer for each request. */
    public RecordingS3 next(Response... responses) {
        answers.once(Arrays.asList(responses));
        return this;
    }

    /** Queues answers for the next requests of one operation. */
    public RecordingS3 next(S3Operation operation, Response... responses) {
        answers.once(operation, Arrays.asList(responses));
        return this;
    }

    /** All requests so far, in order of arrival. */
    public List<RecordedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    public List<RecordedRequest> requests(S3Operation operation) {
        return requests().stream()
                .filter(request -> request.operation() == operation)
                .toList();
    }

    /** The operations so far, in order of arrival: what a test of call order compares. */
    public List<S3Operation> operations() {
        return requests().stream().map(RecordedRequest::operation).toList();
    }

    /** The only request of that operation; fails when there was none or more than one. */
    public RecordedRequest only(S3Operation operation) {
        List<RecordedRequest> found = requests(operation);
        if (found.size() != 1) {
            throw new AssertionError("Expected one " + operation + " among " + requests());
        }
        return found.get(0);
    }

    /** Requests that have arrived whole and whose answer has not been written. */
    public int inFlight() {
        return inFlight.now();
    }

    /** The highest number of requests that were in flight at once. */
    public int mostInFlight() {
        return inFlight.most();
    }

    /** Requests whose client hung up before the answer. */
    public int abandoned() {
        return inFlight.abandoned();
    }

    /** Forgets requests, the high-water mark, queued answers and answer functions; keeps connections and uploads. */
    public void reset() {
        synchronized (requests) {
            requests.clear();
        }
        answers.reset();
        inFlight.reset();
    }

    @Override
    public String name() {
        return "recording stub";
    }

    @Override
    public URI endpoint() {
        return server.endpoint();
    }

    /** A TLS front before the same recorder; started at the first call. Its certificate is self-signed. */
    @Override
    public synchronized Optional<URI> httpsEndpoint() {
        if (tls == null) {
            tls = TlsFront.before(server.endpoint());
        }
        return Optional.of(tls.endpoint());
    }

    @Override
    public String accessKey() {
        return "recording-access";
    }

    @Override
    public String secretKey() {
        return "recording-secret";
    }

    @Override
    public String region() {
        return REGION;
    }

    @Override
    public synchronized void close() {
        if (tls != null) {
            tls.close();
        }
        server.close();
    }

    private final class Recorded implements StubServer.Exchanges {

        @Override
        public Response received(RecordedRequest request) {
            synchronized (requests) {
                requests.add(request);
            }
            inFlight.arrived();
            try {
                return echoed(request, answers.choose(request));
            } catch (RuntimeException | AssertionError e) {
                // A test's own function failed: say so where the test will see it, and do not let the client wait.
                return Response.error(500, "StubAnswerFailed", request + ": " + e);
            }
        }

        /** S3 says of every copy how it encrypted it; an answer that a test made says so too, unless it says it itself. */
        private Response echoed(RecordedRequest request, Response answer) {
            if (request.operation() != S3Operation.COPY_OBJECT || answer.status() != 200) {
                return answer;
            }
            Response echoed = answer;
            for (String name : ECHOED) {
                boolean said =
                        answer.headers().stream().anyMatch(line -> line.name().equalsIgnoreCase(name));
                String asked = request.header(name).orElse(null);
                echoed = said || asked == null ? echoed : echoed.withHeader(name, asked);
            }
            return echoed;
        }

        @Override
        public void answered() {
            inFlight.left();
        }

        @Override
        public void unheard() {
            inFlight.abandon();
        }
    }

    @Override
    public String toString() {
        return name();
    }
}

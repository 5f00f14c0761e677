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

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Chooses the answer to a request: the one queued for its operation, the one queued for any, the test's own, the
 * default.
 */
final class Answers {

    private final DefaultAnswers defaults = new DefaultAnswers();
    private final Map<S3Operation, Function<RecordedRequest, Response>> always = new ConcurrentHashMap<>();
    private final Map<S3Operation, Queue<Response>> queuedByOperation = new ConcurrentHashMap<>();
    private final Queue<Response> queued = new ConcurrentLinkedQueue<>();

    void always(S3Operation operation, Function<RecordedRequest, Response> answer) {
        always.put(operation, answer);
    }

    void once(List<Response> responses) {
        queued.addAll(responses);
    }

    void once(S3Operation operation, List<Response> responses) {
        queueOf(operation).addAll(responses);
    }

    Response choose(RecordedRequest request) {
        Response forOperation = queueOf(request.operation()).poll();
        Response response = forOperation != null ? forOperation : queued.poll();
        return response != null
                ? response
                : always.getOrDefault(request.operation(), defaults::answer).apply(request);
    }

    /** Forgets what the test said; the defaults keep their uploads. */
    void reset() {
        queued.clear();
        queuedByOperation.clear();
        always.clear();
    }

    private Queue<Response> queueOf(S3Operation operation) {
        return queuedByOperation.computeIfAbsent(operation, any -> new ConcurrentLinkedQueue<>());
    }
}

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
package io.s3copy.demo;

import io.s3copy.camel.progress.CopyProgressEvent;
import io.s3copy.routes.Notifications;
import io.s3copy.routes.RouteRun;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.broker.SqsServer;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * The second half of README's first command: files arrive, their notifications flow through an SQS server, and the shipped
 * route sqs-copy copies them. S3Proxy does not notify, so this puts into the queue what S3 would.
 */
final class EventDemo implements AutoCloseable {

    private static final String SOURCE = "demo-inbox";
    private static final String DESTINATION = "demo-archive";
    private static final String QUEUE = "demo-events";
    private static final String DEAD_LETTERS = "demo-dead-letters";
    private static final int FILES = 30;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final PrintStream out;
    private final S3AsyncClient client;
    private final SqsServer sqs = SqsServer.start();
    private final RouteRun route;

    private EventDemo(PrintStream out, S3Server server, S3AsyncClient client) {
        this.out = out;
        this.client = client;
        for (String bucket : List.of(SOURCE, DESTINATION)) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        sqs.createQueue(QUEUE, 30);
        sqs.createQueue(DEAD_LETTERS, 30);
        route = RouteRun.start(
                "sqs-copy",
                server,
                sqs.camelProperties(),
                Map.of(
                        "sqs-copy.queue", QUEUE,
                        "sqs-copy.dead-letter-queue", DEAD_LETTERS,
                        "sqs-copy.destination", DESTINATION,
                        "sqs-copy.sources", SOURCE,
                        "sqs-copy.wait", "1"));
        route.camel().getManagementStrategy().addEventNotifier(new Copies());
    }

    static EventDemo start(PrintStream out, S3Server server, S3AsyncClient client) {
        return new EventDemo(out, server, client);
    }

    private final class Copies extends EventNotifierSupport {

        @Override
        public boolean isEnabled(CamelEvent event) {
            return event instanceof CopyProgressEvent.Finished;
        }

        @Override
        public void notify(CamelEvent event) {
            out.println("by event  " + event);
        }
    }

    /** Lets files arrive, and says whether each was copied. */
    boolean show() throws InterruptedException {
        out.println("SQS listens at " + sqs.endpoint() + "; the route sqs-copy copies what its queue tells of, from "
                + SOURCE + " to " + DESTINATION);
        IntStream.range(0, FILES).mapToObj(SampleFiles::key).forEach(this::arrive);
        sqs.send(QUEUE, "this is no notification");
        Instant end = Instant.now().plus(LIMIT);
        while (sqs.size(QUEUE) > 0 && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        BucketComparison buckets = BucketComparison.of(client, SOURCE, DESTINATION);
        out.println(SOURCE + " lists " + buckets.objects() + " objects; " + DESTINATION + " lists " + buckets.same()
                + " with the same key, size and ETag, and " + buckets.others() + " others; " + sqs.size(DEAD_LETTERS)
                + " message is a dead letter");
        return buckets.isWhole() && buckets.objects() == FILES && sqs.size(DEAD_LETTERS) == 1;
    }

    private void arrive(String key) {
        client.putObject(put -> put.bucket(SOURCE).key(key), AsyncRequestBody.fromString("new: " + key))
                .join();
        sqs.send(QUEUE, Notifications.put(SOURCE, key));
    }

    @Override
    public void close() {
        route.close();
        sqs.close();
    }
}

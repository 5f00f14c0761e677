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

import com.fasterxml.jackson.databind.JsonNode;
import io.s3copy.routes.Notifications;
import io.s3copy.testkit.broker.SqsServer;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * The second part of README's first command: files arrive, their notifications flow through an SQS server, and a job of kind
 * replicate copies them. S3Proxy does not notify, so this puts into the queue what S3 would; one event it loses.
 */
final class EventDemo implements AutoCloseable {

    private static final String SOURCE = "demo-inbox";
    private static final String DESTINATION = "demo-archive";
    private static final String QUEUE = "demo-events";
    private static final String DEAD_LETTERS = "demo-dead-letters";
    private static final String JOB = "inbox";
    private static final int BEFORE = 10;
    private static final int FILES = 30;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final PrintStream out;
    private final S3AsyncClient client;
    private final SqsServer sqs = SqsServer.start();
    private final ExecutorService arrivals = Executors.newSingleThreadExecutor();

    private EventDemo(PrintStream out, S3AsyncClient client) {
        this.out = out;
        this.client = client;
    }

    /** Starts the queue; a few files are there before the job is. */
    static EventDemo start(PrintStream out, S3AsyncClient client) {
        EventDemo demo = new EventDemo(out, client);
        for (String bucket : List.of(SOURCE, DESTINATION)) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        demo.sqs.createQueue(QUEUE, 30);
        demo.sqs.createQueue(DEAD_LETTERS, 30);
        IntStream.range(0, BEFORE).mapToObj(i -> "before/" + SampleFiles.key(i)).forEach(demo::put);
        return demo;
    }

    /** The job, as properties. */
    List<String> job() {
        String job = "s3copy.jobs." + JOB + ".";
        return List.of(
                job + "kind=replicate",
                job + "source=s3://" + SOURCE + "/",
                job + "destination=s3://" + DESTINATION + "/",
                job + "at-start=true",
                job + "events.from=sqs",
                job + "events.queue=" + QUEUE,
                job + "events.dead-letter-queue=" + DEAD_LETTERS,
                job + "events.endpoint=" + sqs.endpoint(),
                job + "events.region=" + sqs.region(),
                job + "events.wait=1",
                job + "replicate.lag-horizon=0s",
                job + "replicate.quiet=2s");
    }

    /** Lets files arrive, finds the lost event, and says whether each file was copied. */
    boolean show(JobService service) throws IOException, InterruptedException {
        long run = service.get("/api/jobs/" + JOB).path("run").path("id").asLong();
        out.println("SQS listens at " + sqs.endpoint() + "; job " + JOB + " follows its queue, and replicates " + SOURCE
                + " to " + DESTINATION + "; " + service.page().resolve("/runs/" + run));
        // S3Proxy lists what it is writing under another key, for a moment: nothing is written while both sides are
        // listed
        await(service, run, now -> live(now).path("backfilled").asBoolean());
        IntStream.range(0, FILES).mapToObj(SampleFiles::key).forEach(this::arrive);
        put("lost/its-event.txt");
        sqs.send(QUEUE, "this is no notification");
        JsonNode following = await(
                service,
                run,
                now -> now.path("objects").asInt() == FILES
                        && live(now).path("deadLettered").asInt() == 1
                        && live(now).path("backfilled").asBoolean());
        out.println("job " + JOB + " is " + following.path("state").asText() + ": " + BEFORE
                + " files were there before; copied by event " + following.path("objects") + "; dead letters "
                + live(following).path("deadLettered"));
        service.run(JOB + ".reconcile");
        JsonNode compared = await(service, run, now -> live(now).path("missed").asInt() > 0);
        out.println("job " + JOB + ".reconcile has compared both sides: lost events found "
                + live(compared).path("missed"));
        return following.path("objects").asInt() == FILES
                && live(compared).path("missed").asInt() == 1;
    }

    /** Ends the job, which proves both sides equal. */
    boolean cutOver(JobService service) throws IOException, InterruptedException {
        long run = service.get("/api/jobs/" + JOB).path("run").path("id").asLong();
        service.post("/api/runs/" + run + "/cut-over");
        JsonNode end = service.awaitEnd(run);
        out.println("job " + JOB + " is " + end.path("state").asText() + ": "
                + end.path("message").asText());
        BucketComparison buckets = BucketComparison.of(client, SOURCE, DESTINATION);
        out.println(SOURCE + " lists " + buckets.objects() + " objects; " + DESTINATION + " lists " + buckets.same()
                + " with the same key, size and ETag, and " + buckets.others() + " others; " + sqs.size(DEAD_LETTERS)
                + " message is a dead letter");
        return end.path("state").asText().equals("done")
                && buckets.isWhole()
                && buckets.objects() == BEFORE + FILES + 1
                && sqs.size(DEAD_LETTERS) == 1;
    }

    /** From now on a file arrives each second, for whoever looks at the page. */
    void goOn() {
        arrivals.execute(() -> {
            try {
                for (int number = FILES; ; number++) {
                    arrive(SampleFiles.key(number));
                    TimeUnit.SECONDS.sleep(1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** How the job stands: as wanted, or after a while. */
    private static JsonNode await(JobService service, long run, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        JsonNode now = service.get("/api/runs/" + run);
        while (!wanted.test(now) && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(200);
            now = service.get("/api/runs/" + run);
        }
        return now;
    }

    private static JsonNode live(JsonNode run) {
        return run.path("progress").path("live");
    }

    private void arrive(String key) {
        put(key);
        sqs.send(QUEUE, Notifications.put(SOURCE, key));
    }

    private void put(String key) {
        client.putObject(put -> put.bucket(SOURCE).key(key), AsyncRequestBody.fromString("new: " + key))
                .join();
    }

    @Override
    public void close() {
        arrivals.shutdownNow();
        sqs.close();
    }
}

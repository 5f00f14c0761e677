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
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * README's first command: an S3 server, a bucket of files, and the packaged application with its page, whose jobs copy the
 * bucket into another and check both; then files that arrive one by one, and are replicated by their events; then a prefix
 * that is copied and checked by operations of a route. With {@code --exit} the replication is cut over; without it, servers
 * and application stay up until Ctrl-C, and files go on to arrive.
 */
public final class Demo {

    private static final int FILES = 300;
    private static final String SOURCE = "demo-source";
    private static final String DESTINATION = "demo-destination";
    private static final String EXIT = "--exit";

    private final PrintStream out;

    private Demo(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exitCode = run(out, arguments);
        if (exitCode != 0) {
            throw new IllegalStateException("The demonstration failed: see above");
        }
    }

    /** Runs it, and says in the exit code whether every file arrived. */
    public static int run(PrintStream out, String... arguments) throws Exception {
        return new Demo(out).show(List.of(arguments).contains(EXIT));
    }

    private int show(boolean exit) throws Exception {
        Path folder = Files.createTempDirectory("s3copy-demo");
        try (S3Server server = S3ProxyServer.start();
                S3AsyncClient client = server.newClient()) {
            out.println("S3Proxy listens at " + server.endpoint());
            client.createBucket(create -> create.bucket(SOURCE)).join();
            client.createBucket(create -> create.bucket(DESTINATION)).join();
            SampleFiles.Stored stored = SampleFiles.put(client, SOURCE, FILES);
            out.println("Put " + stored.count() + " files, " + stored.bytes() + " bytes, into " + SOURCE);
            try (EventDemo events = EventDemo.start(out, client)) {
                List<String> all = new ArrayList<>(jobs());
                all.addAll(events.job());
                JobService.configure(folder, server, all);
                return show(server, client, events, folder, exit) ? 0 : 1;
            }
        } finally {
            delete(folder);
        }
    }

    private boolean show(S3Server server, S3AsyncClient client, EventDemo events, Path folder, boolean exit)
            throws IOException, InterruptedException {
        try (JobService service = JobService.start(folder, out::println)) {
            boolean whole = jobs(service);
            whole &= compare(client);
            whole &= events.show(service);
            whole &= bulk(server, client);
            if (exit) {
                whole &= events.cutOver(service);
            } else {
                events.goOn();
                out.println("Still up, with the page at " + service.page()
                        + ", and a new file each second: end it with Ctrl-C");
                service.app().awaitExit();
            }
            return whole;
        }
    }

    /** Slow enough to be watched. */
    private static List<String> jobs() {
        return List.of(
                "s3copy.jobs.files.kind=copy",
                "s3copy.jobs.files.source=s3://" + SOURCE + "/",
                "s3copy.jobs.files.destination=s3://" + DESTINATION + "/",
                "s3copy.jobs.files.options.requests-per-second=60",
                "s3copy.jobs.files-check.kind=check",
                "s3copy.jobs.files-check.source=s3://" + SOURCE + "/",
                "s3copy.jobs.files-check.destination=s3://" + DESTINATION + "/",
                "s3copy.jobs.files-check.options.check=checksum",
                "s3copy.jobs.files-check.cron=30 2 * * *");
    }

    /** Runs both by the API, as the page does. */
    private boolean jobs(JobService service) throws IOException, InterruptedException {
        JsonNode copied = run(service, "files");
        JsonNode checked = run(service, "files-check");
        return isDone(copied) && isDone(checked) && objects(checked, "same") == FILES;
    }

    private JsonNode run(JobService service, String job) throws IOException, InterruptedException {
        JsonNode run = service.run(job);
        StringBuilder outcomes = new StringBuilder();
        for (Map.Entry<String, JsonNode> outcome :
                run.path("progress").path("outcomes").properties()) {
            outcomes.append(outcome.getKey())
                    .append(' ')
                    .append(outcome.getValue().path("objects"))
                    .append(", ");
        }
        out.println("job " + job + " is " + run.path("state").asText() + ": " + outcomes + run.path("bytes")
                + " bytes copied, " + run.path("millis") + " ms; "
                + service.page().resolve("/runs/" + run.path("id")));
        return run;
    }

    private static boolean isDone(JsonNode run) {
        return run.path("state").asText().equals("done");
    }

    private static long objects(JsonNode run, String outcome) {
        return run.path("progress")
                .path("outcomes")
                .path(outcome)
                .path("objects")
                .asLong();
    }

    private boolean bulk(S3Server server, S3AsyncClient client) {
        try (BulkDemo bulk = BulkDemo.start(out, server, client)) {
            return bulk.show();
        }
    }

    private boolean compare(S3AsyncClient client) {
        BucketComparison buckets = BucketComparison.of(client, SOURCE, DESTINATION);
        out.println(SOURCE + " lists " + buckets.objects() + " objects, " + buckets.bytes() + " bytes; " + DESTINATION
                + " lists " + buckets.same() + " with the same key, size and ETag, and " + buckets.others()
                + " others");
        return buckets.isWhole();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the demonstration is left behind: " + folder, e);
        }
    }
}

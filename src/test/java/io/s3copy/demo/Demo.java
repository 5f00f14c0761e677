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

import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * README's first command: an S3 server, a bucket of files, and the packaged application that copies them to another
 * bucket; then files that arrive one by one, and are copied by their events; then a prefix that is copied and checked, by
 * operations on many objects. Without {@code --exit} servers, application
 * and route stay up until Ctrl-C.
 */
public final class Demo {

    private static final int FILES = 300;
    private static final String SOURCE = "demo-source";
    private static final String DESTINATION = "demo-destination";
    private static final String EXIT = "--exit";
    /** How the application's last line of the job begins. */
    private static final String SUMMARY = "copied ";

    private final PrintStream out;

    private Demo(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exitCode = run(out, arguments);
        if (exitCode != 0) {
            throw new IllegalStateException("The demonstration failed: see above");
        }
    }

    /** Runs it, and says in the exit code whether every file arrived. */
    public static int run(PrintStream out, String... arguments) throws InterruptedException {
        return new Demo(out).show(List.of(arguments));
    }

    private int show(List<String> arguments) throws InterruptedException {
        try (S3Server server = S3ProxyServer.start();
                S3AsyncClient client = server.newClient()) {
            out.println("S3Proxy listens at " + server.endpoint());
            client.createBucket(create -> create.bucket(SOURCE)).join();
            client.createBucket(create -> create.bucket(DESTINATION)).join();
            SampleFiles.Stored stored = SampleFiles.put(client, SOURCE, FILES);
            out.println("Put " + stored.count() + " files, " + stored.bytes() + " bytes, into " + SOURCE);
            CountDownLatch copied = new CountDownLatch(1);
            try (PackagedApp app =
                    PackagedApp.start(settings(server), line -> tell(line, copied), arguments.toArray(String[]::new))) {
                if (arguments.contains(EXIT)) {
                    int exitCode = app.awaitExit();
                    boolean whole = compare(client);
                    try (EventDemo events = EventDemo.start(out, server, client)) {
                        whole &= events.show();
                    }
                    whole &= bulk(server, client);
                    return whole && exitCode == 0 ? 0 : 1;
                }
                Thread watch = new Thread(() -> whenEnded(app, copied), "app-watch");
                watch.setDaemon(true);
                watch.start();
                copied.await();
                boolean whole = compare(client);
                try (EventDemo events = EventDemo.start(out, server, client)) {
                    whole &= events.show();
                    whole &= bulk(server, client);
                    out.println("Still up: end it with Ctrl-C");
                    int exitCode = app.awaitExit();
                    return whole && exitCode == 0 ? 0 : 1;
                }
            }
        }
    }

    private static Map<String, String> settings(S3Server server) {
        Map<String, String> settings = new HashMap<>(PackagedApp.settingsFor(server));
        settings.put("S3COPY_SOURCE_BUCKET", SOURCE);
        settings.put("S3COPY_DESTINATION_BUCKET", DESTINATION);
        return settings;
    }

    private void tell(String line, CountDownLatch copied) {
        out.println(line);
        if (line.startsWith(SUMMARY) && line.endsWith("copies/s")) {
            copied.countDown();
        }
    }

    private static void whenEnded(PackagedApp app, CountDownLatch copied) {
        try {
            app.awaitExit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            copied.countDown();
        }
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
}

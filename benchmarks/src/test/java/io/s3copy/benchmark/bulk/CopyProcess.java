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
package io.s3copy.benchmark.bulk;

import io.s3copy.benchmark.Meters;
import io.s3copy.benchmark.way.Service;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.impl.DefaultCamelContext;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A process that copies a bucket each time it reads a line: by {@code operation=copyPrefix}, or as a loop on the SDK's client
 * does, which lists a page and copies what it names.
 */
public final class CopyProcess {

    private CopyProcess() {}

    /**
     * Arguments: plain, lean, sdk or given, which say what client is used; the endpoint; copies at once. Answers with objects,
     * nanoseconds, CPU and peak RSS.
     */
    public static void main(String[] arguments) throws Exception {
        int window = Integer.parseInt(arguments[2]);
        Service service = new Service(URI.create(arguments[1]), true, false, window + 16);
        Service.Client client = service.newClient();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            String options = "amazonS3AsyncClient=#client";
            if (arguments[0].equals("given")) {
                camel.getRegistry().bind("client", client.s3());
            } else {
                options = "s3Client=" + arguments[0] + "&" + service.options();
            }
            camel.start();
            while (in.readLine() != null) {
                long cpu = Meters.cpuNanos();
                long start = System.nanoTime();
                long copied =
                        arguments[0].equals("plain") ? plain(client.s3(), window) : prefix(camel, options, window);
                long nanos = System.nanoTime() - start;
                cpu = Meters.cpuNanos() - cpu;
                System.out.println(copied + " " + nanos + " " + cpu + " " + Meters.peakRss());
            }
        }
        // what hangs must not outlive the harness
        System.exit(0);
    }

    private static long prefix(DefaultCamelContext camel, String client, int window) {
        return camel.createProducerTemplate()
                .requestBody(
                        "s3copy:out?operation=copyPrefix&copySourceBucket=in&serviceTraits=aws&maxPending=" + window
                                + "&" + client,
                        null,
                        BulkResult.class)
                .counts()
                .objects(What.COPIED);
    }

    private static long plain(S3AsyncClient s3, int window) throws Exception {
        Semaphore places = new Semaphore(window);
        AtomicReference<Throwable> failed = new AtomicReference<>();
        long copies = 0;
        String token = null;
        do {
            String from = token;
            ListObjectsV2Response page = s3.listObjectsV2(
                            list -> list.bucket("in").continuationToken(from))
                    .join();
            for (S3Object object : page.contents()) {
                places.acquire();
                begin(s3, object.key(), failed, places);
                copies++;
            }
            token = page.nextContinuationToken();
        } while (token != null && failed.get() == null);
        places.acquire(window);
        if (failed.get() != null) {
            throw new IOException("a copy failed", failed.get());
        }
        return copies;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // failures are remembered
    private static void begin(S3AsyncClient s3, String key, AtomicReference<Throwable> failed, Semaphore places) {
        s3.copyObject(copy -> copy.sourceBucket("in")
                        .sourceKey(key)
                        .destinationBucket("out")
                        .destinationKey(key))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        failed.compareAndSet(null, failure);
                    }
                    places.release();
                });
    }
}

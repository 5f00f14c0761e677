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
package io.s3copy.benchmark.nulls3;

import io.s3copy.benchmark.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The null S3 in a process of its own, as its client sees it. */
public final class NullS3Process implements AutoCloseable {

    /** It holds nothing but connections. */
    private static final List<String> OPTIONS = List.of("-Xmx128m", "-XX:+UseSerialGC");

    private final HttpClient client = HttpClient.newHttpClient();
    private final JavaProcess process;
    private final URI http;
    private final URI https;

    private NullS3Process(JavaProcess process, String ports) {
        int cut = ports.indexOf(' ');
        this.process = process;
        this.http = URI.create("http://127.0.0.1:" + ports.substring(0, cut));
        this.https = URI.create("https://127.0.0.1:" + ports.substring(cut + 1));
    }

    /** Starts it, with HTTPS or without. */
    public static NullS3Process start(boolean tls) throws IOException {
        JavaProcess process =
                tls ? new JavaProcess(OPTIONS, NullS3.class, NullS3.TLS) : new JavaProcess(OPTIONS, NullS3.class);
        return new NullS3Process(process, process.hear());
    }

    /** Where it listens. */
    public URI endpoint(boolean tls) {
        return tls ? https : http;
    }

    /** Tells it how to answer from now on; it counts anew. */
    public void order(Orders orders) throws IOException, InterruptedException {
        get(Connection.ORDERS + orders.toQuery());
    }

    /** What it counted since. */
    public Counts counts() throws IOException, InterruptedException {
        return Counts.parse(get(Connection.COUNTS));
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(http.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}

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

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.routes.RouteRun;
import io.s3copy.testkit.S3Server;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.main.Main;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * The last part of README's first command: a prefix is copied, and checked to be equal; then one object is changed, and the
 * check names it.
 */
final class BulkDemo implements AutoCloseable {

    private static final String SOURCE = "demo-source";
    private static final String DESTINATION = "demo-photos";
    private static final String REPORTS = "demo-reports";
    /** What of the source is copied. */
    private static final String PREFIX = "photos/";
    /** Of the same size as what it replaces: only its digest tells. */
    private static final String CHANGED = SampleFiles.key(0);

    private final PrintStream out;
    private final S3AsyncClient client;
    private final Main main = new Main();

    private BulkDemo(PrintStream out, S3Server server, S3AsyncClient client) {
        this.out = out;
        this.client = client;
        for (String bucket : List.of(DESTINATION, REPORTS)) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        RouteRun.s3Properties(server).forEach(main::addOverrideProperty);
        main.start();
    }

    static BulkDemo start(PrintStream out, S3Server server, S3AsyncClient client) {
        return new BulkDemo(out, server, client);
    }

    /** Copies, checks, changes and checks again; and says whether each came out as it must. */
    boolean show() {
        BulkResult copied = run("copyPrefix", "");
        BulkResult equal = check("equal");
        change();
        BulkResult changed = check("changed");
        List<String> named = differing(changed);
        named.forEach(key -> out.println("differs    " + SOURCE + "/" + key));
        return copied.isClean()
                && equal.isClean()
                && equal.counts().objects(What.SAME) == copied.counts().objects(What.COPIED)
                && changed.counts().objects(What.DIFFERS) == 1
                && named.equals(List.of(CHANGED));
    }

    private BulkResult check(String report) {
        return run("check", "&check=checksum&report=s3://" + REPORTS + "/" + report + "/");
    }

    private BulkResult run(String operation, String more) {
        BulkResult result = main.getCamelContext()
                .createProducerTemplate()
                .requestBody(
                        "s3copy:" + DESTINATION + "?operation=" + operation + "&copySourceBucket=" + SOURCE + "&prefix="
                                + PREFIX + more,
                        null,
                        BulkResult.class);
        out.println(String.format("%-11s", operation) + "s3://" + SOURCE + "/" + PREFIX + " to s3://" + DESTINATION
                + "/" + PREFIX + ": " + result);
        return result;
    }

    private void change() {
        long size = client.headObject(head -> head.bucket(DESTINATION).key(CHANGED))
                .join()
                .contentLength();
        client.putObject(
                        put -> put.bucket(DESTINATION).key(CHANGED),
                        AsyncRequestBody.fromBytes("x".repeat((int) size).getBytes(StandardCharsets.US_ASCII)))
                .join();
        out.println("changed    " + DESTINATION + "/" + CHANGED + ", to " + size + " other bytes");
    }

    /** The keys in the manifest of what differs. */
    private List<String> differing(BulkResult check) {
        String manifest = check.report().manifests().get("differs").get(0);
        return client.getObject(
                        get -> get.bucket(REPORTS).key(manifest.substring(("s3://" + REPORTS + "/").length())),
                        AsyncResponseTransformer.toBytes())
                .join()
                .asUtf8String()
                .lines()
                .map(row -> URLDecoder.decode(row.split(",", -1)[1], StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() {
        main.stop();
    }
}

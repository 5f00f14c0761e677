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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.BulkRunException;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.testkit.S3Server;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Operations on many objects, from a producer, on servers. */
class BulkRouteTest extends BulkOnServer {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void aPrefixIsCopiedAndIsTheSame(S3Server any) throws Exception {
        try (S3AsyncClient own = any.newClient();
                DefaultCamelContext context = new DefaultCamelContext()) {
            String from = any.newBucket(own);
            String to = any.newBucket(own);
            for (int at = 0; at < 40; at++) {
                int number = at;
                own.putObject(
                                put -> put.bucket(from)
                                        .key("in/" + number % 7 + "/ä b/" + number)
                                        .metadata(Map.of("n", "" + number)),
                                AsyncRequestBody.fromString("content " + number))
                        .join();
            }
            own.putObject(put -> put.bucket(from).key("other"), AsyncRequestBody.fromString("o"))
                    .join();
            context.getRegistry().bind("s3", own);
            context.start();
            String options = "copySourceBucket=" + from + "&prefix=in/&stripPrefix=in/&keyPrefix=copies/";
            BulkResult copied = context.createProducerTemplate()
                    .requestBody("s3copy:" + to + "?operation=copyPrefix&" + options, null, BulkResult.class);
            assertThat(copied.counts().objects(What.COPIED)).isEqualTo(40);
            assertThat(copied.isClean()).isTrue();
            // one request for each object, and one list
            assertThat(copied.requests().byCall().get("ListObjectsV2")).isEqualTo(1);
            assertThat(copied.requests().byCall().get("copy")).isGreaterThanOrEqualTo(40);
            BulkResult checked = context.createProducerTemplate()
                    .requestBody(
                            "s3copy:" + to + "?operation=check&check=checksum,metadata&" + options,
                            null,
                            BulkResult.class);
            assertThat(checked.toString()).contains("finished: same 40;");
        }
    }

    @Test
    void aCheckNamesWhatIsNotEqual() throws Exception {
        fill(60);
        run("operation=copyPrefix&prefix=in/");
        put(destination, key(7), "something else");
        client.deleteObject(delete -> delete.bucket(destination).key(key(9))).join();
        put(destination, "in/more", "more");
        BulkResult checked = run("operation=check&prefix=in/&report=file:" + folder + "&reportScope=failed");
        assertThat(checked.counts().objects(What.SAME)).isEqualTo(58);
        assertThat(checked.counts().of(What.DIFFERS).codes()).isEqualTo(Map.of("size", 1L));
        assertThat(checked.counts().objects(What.MISSING)).isEqualTo(1);
        assertThat(checked.counts().objects(What.EXTRA)).isEqualTo(1);
        assertThat(checked.isClean()).isFalse();
        Path own = Path.of(checked.report().folder());
        assertThat(own).hasParent(folder);
        assertThat(own.resolve("summary.json")).exists();
        assertThat(Path.of(checked.report().manifest()))
                .isEqualTo(own.resolve("manifest.json"))
                .hasSameTextualContentAs(folder.resolve("manifest.json"));
        assertThat(checked.report().manifests()).containsOnlyKeys("differs", "missing", "extra");
        // what is missing is a manifest to copy
        String missing = checked.report().manifests().get("missing").get(0);
        assertThat(Path.of(missing)).content().contains(source);
        BulkResult repaired = run("operation=copyManifest&manifest=file:" + missing);
        assertThat(repaired.counts().objects(What.COPIED)).isEqualTo(1);
        assertThat(listed(destination)).containsKey(key(9));
    }

    @Test
    void aRouteFindsTheManifestOfItsOwnRun() throws Exception {
        fill(10);
        run("operation=copyPrefix&prefix=in/");
        client.deleteObject(delete -> delete.bucket(destination).key(key(9))).join();
        String report = "&report=s3://" + source + "/reports/";
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:check-and-repair")
                        .to("s3copy:" + destination + "?operation=check&prefix=in/&copySourceBucket=" + source + report)
                        // another run into the same place, which names other objects
                        .enrich()
                        .constant("direct:other")
                        .aggregationStrategy((own, other) -> own)
                        .toD("s3copy:" + destination
                                + "?operation=copyManifest&manifestFormat=inventory&manifest=${body.report.manifest}");
                from("direct:other")
                        .to("s3copy:" + source
                                + "?operation=check&prefix=in/&stripPrefix=in/&keyPrefix=none/&copySourceBucket="
                                + destination + report);
            }
        });
        BulkResult repaired =
                camel.createProducerTemplate().requestBody("direct:check-and-repair", null, BulkResult.class);
        assertThat(repaired.counts().objects(What.COPIED)).isEqualTo(1);
        assertThat(listed(destination)).containsKey(key(9));
        assertThat(listed(source).keySet().stream().filter(key -> key.matches("reports/run-[^/]+/manifest.json")))
                .hasSize(2);
    }

    @Test
    void aSyncCopiesWhatDiffersAndThenNothing() {
        fill(50);
        BulkResult first = run("operation=sync&prefix=in/");
        assertThat(first.counts().objects(What.COPIED)).isEqualTo(50);
        put(source, key(3), "changed content");
        put(source, "in/new", "new");
        BulkResult second = run("operation=sync&prefix=in/");
        assertThat(second.counts().objects(What.COPIED)).isEqualTo(2);
        assertThat(second.counts().objects(What.SAME)).isEqualTo(49);
        BulkResult third = run("operation=sync&prefix=in/");
        assertThat(third.counts().objects(What.COPIED)).isZero();
        assertThat(third.counts().objects(What.SAME)).isEqualTo(51);
        assertThat(listed(destination)).isEqualTo(listed(source));
    }

    @Test
    void oneJobRunsOnceAtATime() throws Exception {
        fill(200);
        String uri = "s3copy:" + destination + "?operation=copyPrefix&prefix=in/&requestsPerSecond=20&copySourceBucket="
                + source;
        CompletableFuture<Object> first = camel.createProducerTemplate().asyncRequestBody(uri, null);
        Awaitility.await().until(() -> !listed(destination).isEmpty());
        assertThatThrownBy(() -> camel.createProducerTemplate().requestBody(uri, (Object) null))
                .hasRootCauseInstanceOf(CopyStoppedException.class)
                .rootCause()
                .hasMessageContaining("the same job is running already");
        camel.stop();
        assertThatThrownBy(first::join).hasRootCauseInstanceOf(BulkRunException.class);
    }

    @Test
    void aMessageNamesNoOtherBucket() {
        fill(2);
        BulkResult result = run(
                "operation=copyManifest",
                "elsewhere," + java.net.URLEncoder.encode(key(1), StandardCharsets.UTF_8) + "\n");
        assertThat(result.counts().objects(What.FAILED)).isEqualTo(1);
        assertThat(listed(destination)).isEmpty();
    }

    @Test
    void filtersLeaveAlone() {
        put(source, "in/a.jpg", "1");
        put(source, "in/b.txt", "12");
        put(source, "in/c.jpg", "123");
        BulkResult copied = run("operation=copyPrefix&prefix=in/&include=*.jpg&minSize=2");
        assertThat(listed(destination)).containsOnlyKeys("in/c.jpg");
        assertThat(copied.counts().of(What.SKIPPED).codes()).isEqualTo(Map.of("not-included", 1L, "too-small", 1L));
    }

    @Test
    void aDryRunChangesNothing() {
        fill(10);
        BulkResult dry = run("operation=copyPrefix&prefix=in/&dryRun=true");
        assertThat(dry.dryRun()).isTrue();
        assertThat(dry.counts().objects(What.COPIED)).isEqualTo(10);
        assertThat(dry.requests().requests()).isEqualTo(1);
        assertThat(listed(destination)).isEmpty();
    }

    @Test
    void manifestsComeInTheBodyToo() {
        fill(16);
        assertThat(run("operation=copyManifest", List.of(key(1), key(2)))
                        .counts()
                        .objects(What.COPIED))
                .isEqualTo(2);
        String csv = source + "," + java.net.URLEncoder.encode(key(3), StandardCharsets.UTF_8) + "\n" + source
                + ",in/not-there\n";
        BulkResult second =
                run("operation=copyManifest", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(second.counts().objects(What.COPIED)).isEqualTo(1);
        assertThat(second.counts().of(What.FAILED).codes()).isEqualTo(Map.of("NoSuchKey", 1L));
        assertThat(listed(destination)).containsOnlyKeys(key(1), key(2), key(3));
    }

    /** More than a page of a listing, in several parts of a report. */
    @Test
    void aLongListOfFailuresIsCopiedOnceItIsMended() {
        int number = 1100;
        List<String> keys =
                IntStream.range(0, number).mapToObj(BulkOnServer::key).toList();
        String report = "&checkpointPeriod=50&report=s3://" + source + "/reports/";
        BulkResult failed = run("operation=copyManifest" + report, keys);
        assertThat(failed.counts().of(What.FAILED).codes()).isEqualTo(Map.of("NoSuchKey", (long) number));
        assertThat(failed.counts().objects()).isEqualTo(number);

        fill(number);
        BulkResult mended = run("operation=copyManifest&manifestFormat=inventory&manifest="
                + failed.report().manifest());
        assertThat(mended.counts().objects(What.COPIED)).isEqualTo(number);
        assertThat(mended.counts().objects()).isEqualTo(number);
        assertThat(listed(destination).keySet()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void aListingIsSplit() throws Exception {
        fill(30);
        MockEndpoint mock = camel.getEndpoint("mock:objects", MockEndpoint.class);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:list")
                        .to("s3copy:" + destination + "?operation=listObjects&prefix=in/&copySourceBucket=" + source)
                        .split(body())
                        .streaming()
                        .to("mock:objects");
            }
        });
        mock.expectedMessageCount(30);
        camel.createProducerTemplate().sendBody("direct:list", null);
        mock.assertIsSatisfied();
        assertThat(mock.getExchanges())
                .extracting(exchange ->
                        exchange.getMessage().getBody(ListedObject.class).key())
                .doesNotHaveDuplicates();
        Iterator<?> none = camel.createProducerTemplate()
                .requestBody(
                        "s3copy:" + destination + "?operation=listObjects&prefix=none/&copySourceBucket=" + source,
                        null,
                        Iterator.class);
        assertThat(none.hasNext()).isFalse();
    }

    /** What a stop of the context leaves, another one goes on with: from an object at the destination, or a repository. */
    @ParameterizedTest
    @CsvSource({"checkpoint=s3://%s/checkpoints/", "checkpointRepository=#state"})
    void aRunGoesOnInAnotherContext(String where) throws Exception {
        fill(400);
        String place = where.formatted(destination);
        File file = folder.resolve("checkpoints").toFile();
        String uri = "s3copy:" + destination + "?operation=copyPrefix&prefix=in/&copySourceBucket=" + source
                + "&maxPending=2&requestsPerSecond=40&checkpointPeriod=50&" + place;
        List<BulkResult> stopped = new ArrayList<>();
        try (DefaultCamelContext first = new DefaultCamelContext()) {
            first.getRegistry().bind("s3", client);
            first.getRegistry().bind("state", FileStateRepository.fileStateRepository(file));
            first.getShutdownStrategy().setTimeout(20);
            first.start();
            CompletableFuture<Object> exchange = first.createProducerTemplate().asyncRequestBody(uri, null);
            Awaitility.await().until(() -> listed(destination).size() > 20);
            first.stop();
            assertThatThrownBy(exchange::join)
                    .hasRootCauseInstanceOf(BulkRunException.class)
                    .satisfies(failure -> {
                        Throwable root = failure;
                        while (root.getCause() != null) {
                            root = root.getCause();
                        }
                        stopped.add(((BulkRunException) root).result());
                    });
        }
        assertThat(stopped).singleElement().satisfies(result -> {
            assertThat(result.resumable()).isTrue();
            assertThat(result.counts().objects(What.COPIED)).isBetween(1L, 399L);
        });
        try (DefaultCamelContext second = new DefaultCamelContext()) {
            second.getRegistry().bind("s3", client);
            second.getRegistry().bind("state", FileStateRepository.fileStateRepository(file));
            second.start();
            BulkResult result = second.createProducerTemplate()
                    .requestBody(uri.replace("requestsPerSecond=40", "requestsPerSecond=0"), null, BulkResult.class);
            assertThat(result.finished()).isTrue();
            // it is the same run, and none that began anew
            assertThat(result.started()).isEqualTo(stopped.get(0).started());
            assertThat(result.counts().objects(What.COPIED)).isEqualTo(400);
        }
        assertThat(listed(destination).keySet().stream().filter(key -> key.startsWith("in/")))
                .containsExactlyElementsOf(listed(source).keySet());
    }

    @Test
    void otherOptionsThanTheCheckpointsAreRefusedByName() throws Exception {
        fill(200);
        File file = folder.resolve("checkpoints").toFile();
        String uri = "s3copy:" + destination + "?operation=copyPrefix&prefix=in/&copySourceBucket=" + source
                + "&requestsPerSecond=20&checkpointRepository=#state";
        camel.getRegistry().bind("state", FileStateRepository.fileStateRepository(file));
        CompletableFuture<Object> exchange = camel.createProducerTemplate().asyncRequestBody(uri, null);
        Awaitility.await().until(() -> !listed(destination).isEmpty());
        camel.stop();
        assertThatThrownBy(exchange::join).hasRootCauseInstanceOf(BulkRunException.class);
        try (DefaultCamelContext second = new DefaultCamelContext()) {
            second.getRegistry().bind("s3", client);
            second.getRegistry().bind("state", FileStateRepository.fileStateRepository(file));
            second.start();
            assertThatThrownBy(() -> second.createProducerTemplate()
                            .requestBody(uri + "&ifExists=skip&minAge=1d", (Object) null))
                    .rootCause()
                    .hasMessageContaining("ifExists is 'skip', and was 'overwrite'")
                    .hasMessageContaining("minAge is '1d', and was not set");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation=copyPrefix&keyPrefix=in/x/&copySourceBucket=archive&prefix=in/",
                "operation=copyPrefix",
                "operation=copyPrefix&copySourceBucket=a&stripPrefix=in/",
                "operation=copyPrefix&copySourceBucket=a&keyExpression=x",
                "operation=copyPrefix&copySourceBucket=a&delete=true",
                "operation=sync&copySourceBucket=a&maxDelete=5",
                "operation=sync&copySourceBucket=a&delete=true&maxDelete=lots",
                "operation=sync&copySourceBucket=a&compare=name",
                "operation=sync&copySourceBucket=a&asOf=2026-01-01T00:00:00Z",
                "operation=check&copySourceBucket=a&check=everything",
                "operation=check&copySourceBucket=a&verify=checksum",
                "operation=copyManifest&manifest=/tmp/x",
                "operation=copyManifest&prefix=in/",
                "operation=copyPrefix&copySourceBucket=a&report=somewhere",
                "operation=copyPrefix&copySourceBucket=a&hours=always",
                "operation=copyPrefix&copySourceBucket=a&maxFailures=x",
                "operation=copyPrefix&copySourceBucket=a&lists=0",
                "operation=copyPrefix&copySourceBucket=a&minAge=x",
                "operation=sync&copySourceBucket=a&deleteSource=marker",
                "operation=sync&copySourceBucket=a&delete=true&filterTags=a=b",
                "operation=copy&checkpoint=s3://a/b",
                "include=*.jpg",
            })
    void whatCannotBeIsRefusedAtTheStart(String options) {
        assertThatThrownBy(() -> camel.getEndpoint("s3copy:archive?" + options).createProducer())
                .hasStackTraceContaining("InvalidParameterException");
    }
}

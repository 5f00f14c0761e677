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
package io.s3copy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.s3copy.demo.JobService;
import io.s3copy.it.PageBrowser.View;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run is at now, on the page and by the API: its large copies, and how busy it is by its keys. */
class PageLoadIT {

    private static final long LARGE = 1_000L << 20;
    private static final String HOSTILE = "<img src=x onerror=document.title='owned'>";

    @TempDir
    private static Path folder;

    private static RecordingS3 s3;
    private static JobService service;
    private static PageBrowser browser;

    /** Until then, one prefix is throttled. */
    private static final CompletableFuture<Void> COOL = new CompletableFuture<>();

    private static final int HOT_PAGE = 100;
    private static final NavigableSet<String> HOT_KEYS = new TreeSet<>(Stream.of("b", "g", "m", "s", "x")
            .flatMap(prefix -> IntStream.range(0, 600).mapToObj(i -> "in/%s/%04d".formatted(prefix, i)))
            .toList());
    /** What parts of large objects wait for. */
    private static final CompletableFuture<Void> PARTS = new CompletableFuture<>();

    @BeforeAll
    static void start() throws Exception {
        browser = PageBrowser.start(folder);
        s3 = RecordingS3.start();
        s3.answer(S3Operation.LIST_OBJECTS_V2, PageLoadIT::listing);
        s3.answer(S3Operation.COPY_OBJECT, PageLoadIT::copied);
        s3.answer(S3Operation.HEAD_OBJECT, request -> Response.headObject(LARGE, RecordingS3.ETAG));
        s3.answer(S3Operation.UPLOAD_PART_COPY, PageLoadIT::partCopied);
        JobService.configure(
                folder,
                s3,
                List.of(
                        "s3copy.jobs.large.kind=copy",
                        "s3copy.jobs.large.source=s3://large/",
                        "s3copy.jobs.large.destination=s3://archive/large/",
                        "s3copy.jobs.large.options.part-size=100MB",
                        "s3copy.jobs.large.options.multipart-threshold=100MB",
                        "s3copy.jobs.hot.kind=copy",
                        "s3copy.jobs.hot.source=s3://hot/in/",
                        "s3copy.jobs.hot.destination=s3://archive/hot/"));
        service = JobService.start(folder, line -> {});
    }

    private static Response listing(RecordedRequest request) {
        if (request.bucket().equals("hot")) {
            return hotListing(request);
        }
        return Response.xml(
                200,
                "<ListBucketResult><Name>large</Name><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>"
                        + Stream.of(HOSTILE, "film.mov")
                                .map(key -> "<Contents><Key>" + URLEncoder.encode(key, StandardCharsets.UTF_8)
                                        + "</Key><Size>" + LARGE + "</Size><ETag>" + RecordingS3.ETAG
                                        + "</ETag><LastModified>2026-01-01T00:00:00Z</LastModified></Contents>")
                                .collect(Collectors.joining())
                        + "</ListBucketResult>");
    }

    /** Behind what was listed, as S3 does it: ranges begin where they like. */
    private static Response hotListing(RecordedRequest request) {
        String after = request.queryParameter("continuation-token")
                .or(() -> request.queryParameter("start-after"))
                .orElse("");
        List<String> page = HOT_KEYS.tailSet(after, false).stream()
                .filter(key -> key.startsWith(request.queryParameter("prefix").orElse("")))
                .limit(HOT_PAGE + 1)
                .toList();
        boolean more = page.size() > HOT_PAGE;
        String contents = page.stream()
                .limit(HOT_PAGE)
                .map(key -> "<Contents><Key>" + key + "</Key><Size>1000</Size><ETag>\"x\"</ETag>"
                        + "<LastModified>2026-01-01T00:00:00Z</LastModified></Contents>")
                .collect(Collectors.joining());
        return Response.xml(
                200,
                "<ListBucketResult><Name>hot</Name><EncodingType>url</EncodingType><IsTruncated>" + more
                        + "</IsTruncated>"
                        + (more ? "<NextContinuationToken>" + page.get(HOT_PAGE - 1) + "</NextContinuationToken>" : "")
                        + contents + "</ListBucketResult>");
    }

    private static Response copied(RecordedRequest request) {
        return request.key().startsWith("hot/m/") && !COOL.isDone()
                ? Response.error(503, "SlowDown", "Please reduce your request rate.")
                : Response.copyObjectResult(RecordingS3.ETAG);
    }

    /** The first three parts of each object are copied at once. */
    private static Response partCopied(RecordedRequest request) {
        int number = Integer.parseInt(request.queryParameter("partNumber").orElseThrow());
        Response copied = Response.copyPartResult(RecordingS3.ETAG);
        return number <= 3 ? copied : copied.heldUntil(PARTS);
    }

    @AfterAll
    static void stop() {
        PARTS.complete(null);
        COOL.complete(null);
        if (service != null) {
            service.close();
        }
        if (s3 != null) {
            s3.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String path) {
        browser.open(service.page().resolve(path));
    }

    /** A run of them tells how many parts each has, and stops telling once they are whole. */
    @Test
    void largeCopiesAreShownWithTheirParts() throws Exception {
        browser.view(View.LIGHT);
        long run = service.post("/api/jobs/large/runs").path("id").asLong();
        open("/jobs/large");
        await().until(() -> browser.count("#parts-list li") == 2);
        await().until(() -> browser.text("#parts-list").split("3 of 10 parts · 300 MiB of 1,000 MiB", -1).length == 3);
        assertThat(browser.text("#parts-list")).contains("film.mov", HOSTILE);
        assertThat(browser.count("#parts img")).isZero();
        assertThat(browser.one("#parts-list .bar").getAttribute("aria-valuenow"))
                .isEqualTo("30");
        JsonNode told = service.get("/api/runs/" + run).path("load");
        assertThat(told.path("copiesInParts").asInt()).isEqualTo(2);
        assertThat(told.at("/largest/0").toString())
                .contains("\"parts\":10,\"partsDone\":3,\"bytes\":1048576000,\"bytesDone\":314572800");
        browser.expectNoBarrierInAnyView("parts");
        browser.expectNoComplaint();

        PARTS.complete(null);
        browser.awaitText("article [data-field='state']", "done");
        assertThat(browser.one("#parts").isDisplayed()).isFalse();
        assertThat(service.get("/api/runs/" + run).path("load").isNull()).isTrue();
    }

    /** One prefix is throttled: its range is hot, and those that it does not touch are not. */
    @Test
    void rangeOfThePrefixThatS3ThrottlesIsHot() throws Exception {
        browser.view(View.LIGHT);
        long run = service.post("/api/jobs/hot/runs").path("id").asLong();
        open("/jobs/hot");
        await().until(() -> browser.count("#heat-rows [data-warmth='hot']") > 0);
        await().until(() -> browser.count("#heat-rows [data-warmth='calm']") > 0);
        await().until(() -> !browser.text("#window-cuts").equals("never"));

        JsonNode told = service.get("/api/runs/" + run).path("load");
        List<JsonNode> ranges = new ArrayList<>();
        told.path("ranges").forEach(ranges::add);
        assertThat(ranges).hasSizeBetween(3, 32);
        assertThat(ranges)
                .filteredOn(PageLoadIT::touchesTheHotPrefix)
                .as("hot")
                .anyMatch(range -> range.path("throttles").asLong() > 0);
        assertThat(ranges)
                .filteredOn(range -> !touchesTheHotPrefix(range))
                .as("not hot")
                .hasSizeGreaterThan(1)
                .allMatch(range -> range.path("throttles").asLong() == 0)
                .anyMatch(range -> range.path("copies").asLong() > 0);
        assertThat(told.path("window").path("cuts").asLong()).isPositive();
        assertThat(browser.text("#heat-sum")).contains("hot, last");
        assertThat(browser.one("#heat-rows tr").getAttribute("data-warmth"))
                .as("the hottest comes first")
                .isEqualTo("hot");
        assertThat(service.send("GET", "/q/openapi").body()).contains("KeyRange:", "secondsSinceCut:", "LargeCopy:");
        browser.expectNoBarrierInAnyView("heat");
        browser.expectNoComplaint();

        COOL.complete(null);
        browser.one("article [data-act='cancel']").click();
        browser.awaitText("article [data-field='state']", "cancelled");
        assertThat(browser.one("#heat").isDisplayed())
                .as("nothing is under way")
                .isFalse();
    }

    private static boolean touchesTheHotPrefix(JsonNode range) {
        boolean before =
                !range.path("upTo").isNull() && range.path("upTo").asText().compareTo("m/") < 0;
        boolean behind =
                !range.path("after").isNull() && range.path("after").asText().compareTo("m/9") > 0;
        return !before && !behind;
    }
}

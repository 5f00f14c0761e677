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

import io.s3copy.demo.JobService;
import io.s3copy.it.PageBrowser.View;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;

/** The page in each state: nothing yet, 10,000 failures, no service; for keyboard and screen reader, dark and light, on a phone. */
class PageStatesIT {

    private static final int FAILING = 10_000;
    private static final int PAGE = 1_000;

    @TempDir
    private static Path folder;

    private static RecordingS3 s3;
    private static JobService service;
    private static PageBrowser browser;
    /** What copies of the job that is watched wait for. */
    private static final CompletableFuture<Void> GATE = new CompletableFuture<>();

    @BeforeAll
    static void start() throws Exception {
        browser = PageBrowser.start(folder);
        s3 = RecordingS3.start();
        s3.answer(S3Operation.LIST_OBJECTS_V2, PageStatesIT::listing);
        s3.answer(S3Operation.COPY_OBJECT, PageStatesIT::copied);
        configure(folder);
        service = JobService.start(folder, line -> {});
    }

    private static void configure(Path where) {
        JobService.configure(
                where,
                s3,
                List.of(
                        "s3copy.jobs.many.kind=copy",
                        "s3copy.jobs.many.source=s3://many/",
                        "s3copy.jobs.many.destination=s3://archive/many/",
                        "s3copy.jobs.many.options.checkpoint-period=200",
                        "s3copy.jobs.never.kind=check",
                        "s3copy.jobs.never.source=s3://photos/",
                        "s3copy.jobs.never.destination=s3://archive/photos/",
                        "s3copy.jobs.never.cron=30 2 * * *",
                        "s3copy.jobs.reviewed.kind=copy",
                        "s3copy.jobs.reviewed.source=s3://few/",
                        "s3copy.jobs.reviewed.destination=s3://archive/reviewed/",
                        "s3copy.jobs.reviewed.confirm-above=0",
                        "s3copy.jobs.watched.kind=copy",
                        "s3copy.jobs.watched.source=s3://few/",
                        "s3copy.jobs.watched.destination=s3://archive/held/"));
    }

    private static Response listing(RecordedRequest request) {
        int objects = request.bucket().equals("many") ? FAILING : 20;
        int from = Integer.parseInt(request.queryParameter("continuation-token").orElse("0"));
        int to = Math.min(objects, from + PAGE);
        String contents = IntStream.range(from, to)
                .mapToObj(i ->
                        "<Contents><Key>%s-%05d.jpg</Key><Size>1000</Size><ETag>\"x\"</ETag>".formatted("2026/img", i)
                                + "<LastModified>2026-01-01T00:00:00Z</LastModified></Contents>")
                .collect(Collectors.joining());
        return Response.xml(
                200,
                "<ListBucketResult><Name>" + request.bucket() + "</Name><EncodingType>url</EncodingType>"
                        + (to == objects
                                ? "<IsTruncated>false</IsTruncated>"
                                : "<IsTruncated>true</IsTruncated><NextContinuationToken>" + to
                                        + "</NextContinuationToken>")
                        + contents + "</ListBucketResult>");
    }

    private static Response copied(RecordedRequest request) {
        if (request.key().startsWith("held/")) {
            return Response.copyObjectResult(RecordingS3.ETAG).heldUntil(GATE);
        } else if (!request.key().startsWith("many/")) {
            return Response.copyObjectResult(RecordingS3.ETAG);
        }
        return request.key().endsWith("7.jpg")
                ? Response.error(404, "NoSuchKey", "The specified key does not exist.")
                : Response.error(
                        403, "InvalidObjectState", "The operation is not valid for the object's storage class");
    }

    @AfterAll
    static void stop() {
        GATE.complete(null);
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

    /** They are paged through and grouped by their cause; not more than a page is ever drawn. */
    @Test
    void tenThousandFailuresAreGroupedAndPagedThrough() throws Exception {
        browser.view(View.LIGHT);
        long run = service.run("many").path("id").asLong();
        open("/jobs/many");
        browser.awaitText("#failures-where", "1–100 of 10,000");
        assertThat(browser.text("#failures-sum")).isEqualTo("10,000 objects");
        assertThat(browser.count("#causes li")).isEqualTo(2);
        assertThat(browser.text("#causes")).contains("9,000", "Restore it", "1,000", "NoSuchKey");

        browser.one("#failures-more").sendKeys(Keys.ENTER);
        browser.awaitText("#failures-where", "101–200 of 10,000");
        assertThat(browser.count("#failures-rows tr")).isEqualTo(100);
        browser.one("#failures-before").sendKeys(Keys.ENTER);
        browser.awaitText("#failures-where", "1–100 of 10,000");

        browser.one("#causes [data-group='show failed NoSuchKey']").sendKeys(Keys.SPACE);
        browser.awaitText("#failures-where", "1–100 of 1,000");
        assertThat(browser.text("#failures-rows")).contains("NoSuchKey").doesNotContain("InvalidObjectState");
        for (int shown = 200; shown <= 1_000; shown += 100) {
            browser.one("#failures-more").sendKeys(Keys.ENTER);
            browser.awaitText(
                    "#failures-where", "%d–%s of 1,000".formatted(shown - 99, shown == 1_000 ? "1,000" : shown));
            assertThat(browser.count("#failures-rows tr")).isEqualTo(100);
        }
        assertThat(browser.one("#failures-more").getAttribute("aria-disabled")).isEqualTo("true");
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(browser.one("#failures-more"));
        browser.view(View.LIGHT);
        browser.expectNoBarrierInAnyView("failures");

        open("/runs/" + run);
        browser.awaitText("#failures-where", "1–100 of 10,000");
        browser.expectNoBarrierInAnyView("run");
        browser.expectNoComplaint();
    }

    /** Events come each second, and draw nothing anew that the keyboard is on. */
    @Test
    void buttonKeepsTheKeyboardWhileThePageIsLive() throws Exception {
        service.run("many");
        open("/jobs/many");
        browser.awaitText("#failures-where", "1–100 of 10,000");
        WebElement retry = browser.one("#causes [data-act='retry']");
        browser.driver()
                .executeScript(
                        "arguments[0].focus(); window.heard = 0;"
                                + "new EventSource('/api/events').onmessage = () => window.heard++",
                        retry);

        await().until(() -> (Long) browser.driver().executeScript("return window.heard") >= 3);

        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(retry);
    }

    @Test
    void emptyStatesSayWhatWillBeThere() throws Exception {
        browser.view(View.LIGHT);
        open("/jobs/never");
        assertThat(browser.text("article [data-field='state']")).isEqualTo("never ran");
        assertThat(browser.text("article [data-field='counts']")).isEqualTo("This job has not run yet.");
        assertThat(browser.text("#failures-none")).startsWith("Nothing.");
        assertThat(browser.text("#runs-none")).isEqualTo("None yet.");
        browser.expectNoBarrierInAnyView("never");
        browser.expectNoComplaint();
    }

    @Test
    void runThatWorksAndOneThatWaitsHaveNoBarrier() throws Exception {
        browser.view(View.LIGHT);
        service.post("/api/jobs/watched/runs");
        service.post("/api/jobs/reviewed/runs");
        open("/jobs/reviewed");
        browser.awaitText("article [data-field='state']", "waits for a yes");
        browser.expectNoBarrierInAnyView("waiting");
        browser.expectNoComplaint();
        open("/jobs/watched");
        browser.awaitText("article [data-field='flight']", "20");
        browser.expectNoBarrierInAnyView("running");
        open("/");
        browser.awaitText("[data-job='watched'] [data-field='state']", "running");
        browser.expectNoBarrierInAnyView("overview");
        browser.expectNoComplaint();
        expectRunIsCancelledAndResumedByKeyboard();
    }

    /** Tab and Enter alone: from the overview to the job, to its end, and on. */
    private static void expectRunIsCancelledAndResumedByKeyboard() {
        tabTo("watched");
        press(Keys.ENTER);
        await().until(() -> browser.driver().getCurrentUrl().endsWith("/jobs/watched"));
        browser.awaitText("article [data-field='state']", "running");
        tabTo("Cancel");
        press(Keys.ENTER);
        GATE.complete(null);
        await().until(() -> List.of("cancelled", "done").contains(browser.text("article [data-field='state']")));
        tabTo(browser.text("article [data-field='state']").equals("done") ? "Start a run" : "Resume");
        press(Keys.ENTER);
        browser.awaitText("article [data-field='state']", "done");
    }

    private static void tabTo(String name) {
        for (int i = 0; i < 60; i++) {
            press(Keys.TAB);
            if (browser.driver().switchTo().activeElement().getText().equals(name)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + name);
    }

    private static void press(Keys key) {
        browser.driver().switchTo().activeElement().sendKeys(key);
    }

    @Test
    void pageSaysThatItIsOldOnceTheServiceIsGone() throws Exception {
        browser.view(View.LIGHT);
        Path other = Files.createDirectory(folder.resolve("gone"));
        configure(other);
        JobService gone = JobService.start(other, line -> {});
        try {
            browser.open(gone.page());
            assertThat(browser.one("#stale").isDisplayed()).isFalse();
        } finally {
            gone.close();
        }

        await().until(() -> browser.one("#stale").isDisplayed());
        assertThat(browser.text("#stale")).startsWith("The service does not answer. What is shown here is old");
        assertThat(browser.text("#link-text")).isEqualTo("No connection");
        assertThat(browser.text("#verdict")).isEqualTo("Nobody knows how they stand");
        browser.one("[data-job='never'] [data-act='start']").click();
        browser.awaitText("#problem", "The service did not answer. Nothing was changed, as far as is known.");
        browser.expectNoBarrierInAnyView("gone");
        // the browser tells of the lost connection, too: not to the next test
        browser.driver().get("about:blank");
        browser.driver().manage().logs().get(LogType.BROWSER);
    }
}

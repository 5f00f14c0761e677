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
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/**
 * The page in a real browser: clicks, and what moves. Screenshots are in {@code target/screenshots}.
 */
class PageIT {

    private static final String HOSTILE = "<img src=x onerror=document.title='owned'>";
    private static final int OBJECTS = 200;

    @TempDir
    private static Path folder;

    private static RecordingS3 s3;
    private static JobService service;
    private static PageBrowser window;
    private static ChromeDriver browser;
    /** What copies wait for. */
    private static volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    @BeforeAll
    static void start() throws Exception {
        window = PageBrowser.start(folder);
        browser = window.driver();
        s3 = RecordingS3.start();
        s3.answer(S3Operation.LIST_OBJECTS_V2, PageIT::listing);
        s3.answer(S3Operation.COPY_OBJECT, PageIT::copied);
        JobService.configure(
                folder,
                s3,
                List.of(
                        "s3copy.jobs.photos.kind=copy",
                        "s3copy.jobs.photos.source=s3://photos/2026/",
                        "s3copy.jobs.photos.destination=s3://archive/photos/2026/",
                        "s3copy.jobs.photos.options.max-pending=8",
                        "s3copy.jobs.photos.options.checkpoint-period=200",
                        "s3copy.jobs.empty.kind=copy",
                        "s3copy.jobs.empty.source=s3://empty/",
                        "s3copy.jobs.empty.destination=s3://archive/empty/",
                        "s3copy.jobs.reviewed.kind=copy",
                        "s3copy.jobs.reviewed.source=s3://photos/2026/",
                        "s3copy.jobs.reviewed.destination=s3://archive/reviewed/",
                        "s3copy.jobs.reviewed.confirm-above=0"));
        service = JobService.start(folder, line -> {});
    }

    private static Response listing(RecordedRequest request) {
        boolean empty = request.bucket().equals("empty");
        String contents = IntStream.range(0, empty ? 0 : OBJECTS)
                .mapToObj(i -> i % 50 == 7 ? "2026/%03d %s".formatted(i, HOSTILE) : "2026/%03d.jpg".formatted(i))
                .map(key -> "<Contents><Key>" + URLEncoder.encode(key, StandardCharsets.UTF_8)
                        + "</Key><Size>1000</Size><ETag>\"x\"</ETag>"
                        + "<LastModified>2026-01-01T00:00:00Z</LastModified></Contents>")
                .collect(Collectors.joining());
        return Response.xml(
                200,
                "<ListBucketResult><Name>" + request.bucket()
                        + "</Name><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>" + contents
                        + "</ListBucketResult>");
    }

    private static Response copied(RecordedRequest request) {
        Response answer = request.key().contains("onerror")
                ? Response.error(403, "AccessDenied", "Access Denied <b>to you</b>")
                : Response.copyObjectResult(RecordingS3.ETAG);
        return answer.heldUntil(gate);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            window.close();
            service.close();
            s3.close();
        }
    }

    @BeforeEach
    void wide() {
        browser.manage().window().setSize(new Dimension(1280, 1000));
    }

    private static void open(String path) {
        window.open(service.page().resolve(path));
    }

    private static String text(String selector) {
        return window.text(selector);
    }

    private static WebElement one(String selector) {
        return window.one(selector);
    }

    private static void screenshot(String name) throws IOException {
        window.screenshot(name);
    }

    private static void expectNoComplaint() {
        window.expectNoComplaint();
    }

    /** A run from the button to its end, with the numbers moving, and what failed as text. */
    @Test
    void runIsStartedWatchedCancelledResumedAndItsFailuresAreShownAsText() throws Exception {
        gate = new CompletableFuture<>();
        open("/");
        one("[data-job='photos'] [data-act='start']").click();
        await().until(() -> text("[data-job='photos'] [data-field='state']").equals("running"));
        await().until(() -> text("#total-running").equals("1"));
        assertThat(one("[data-job='photos'] [data-act='start']").isDisplayed()).isFalse();
        screenshot("overview-running");

        one("[data-job='photos'] h2 a").click();
        await().until(() -> text("[data-field='flight']").equals("8"));
        assertThat(text("[data-count='copied']")).isEqualTo("0");
        screenshot("job-running");
        one("#limits [name='max-pending']").sendKeys("2");
        one("#limits button").click();
        await().until(() -> text("#limits-now").equals("Changed: at most 2 at once"));
        assertThat(one("#limits [name='max-pending']").getAttribute("value")).isEmpty();

        one("[data-act='cancel']").click();
        gate.complete(null);
        await().until(() -> text("article [data-field='state']").equals("cancelled"));
        assertThat(one("[data-act='resume']").isDisplayed()).isTrue();

        one("[data-act='resume']").click();
        await().until(() -> text("article [data-field='state']").equals("needs a look"));
        await().until(() ->
                browser.findElements(By.cssSelector("#failures-rows tr")).size() == 4);
        assertThat(text("[data-count='copied']")).isEqualTo("196");
        assertThat(text("[data-count='failed']")).isEqualTo("4");
        assertThat(text("#causes")).contains("Failed: AccessDenied").contains("Allow s3:GetObject on the source");
        assertThat(text("#failures-rows")).contains("2026/007 " + HOSTILE).contains("Access Denied <b>to you</b>");
        assertThat(browser.findElements(By.cssSelector("#failures img, #failures b")))
                .isEmpty();
        one("#history-form [name='key']").sendKeys("2026/008 " + HOSTILE);
        one("#history-form button").click();
        await().until(() -> text("#history-note").contains("No report names it."));
        one("#history-form [name='key']").clear();
        one("#history-form [name='key']").sendKeys("2026/007 " + HOSTILE);
        one("#history-form button").click();
        await().untilAsserted(() ->
                assertThat(text("#history-rows")).contains("Failed AccessDenied: ", "Access Denied <b>to you</b>"));
        assertThat(text("#history-note")).contains("a run that is not here may have copied it");
        assertThat(browser.getTitle()).isEqualTo("photos · s3copy");
        browser.manage().window().setSize(new Dimension(1280, 2000));
        screenshot("job-failures");
        expectNoComplaint();
    }

    @Test
    void runThatFindsNothingNeedsALook() throws Exception {
        open("/jobs/empty");
        assertThat(text("article [data-field='state']")).isEqualTo("never ran");
        assertThat(text("#runs-none")).isEqualTo("None yet.");
        screenshot("job-empty");

        one("[data-act='start']").click();

        await().until(() -> text("article [data-field='state']").equals("needs a look"));
        assertThat(text("article [data-field='note']")).startsWith("Nothing was found at s3://empty/");
        await().until(() -> browser.findElements(By.cssSelector("#runs tr")).size() == 1);
        expectNoComplaint();
    }

    @Test
    void runThatWaitsForAYesShowsWhatItWouldDo() throws Exception {
        open("/jobs/reviewed");
        one("[data-act='start']").click();

        await().until(() -> text("article [data-field='state']").equals("waits for a yes"));
        assertThat(text("article [data-field='counts']")).startsWith("Would copy 200 ·");
        assertThat(text("article [data-field='note']")).startsWith("It would copy 200 objects (200000 bytes).");
        assertThat(text("[data-field='plan-objects']")).startsWith("200 ·");
        assertThat(text("[data-field='plan-requests']")).contains("200 write STANDARD");
        assertThat(text("[data-count='copied']")).as("nothing is done yet").isEqualTo("0");
        assertThat(one("article [data-act='start']").isDisplayed()).isFalse();
        screenshot("job-waiting");

        one("article [data-act='confirm']").click();
        await().until(() -> text("article [data-field='state']").equals("needs a look"));
        assertThat(text("[data-count='copied']")).isEqualTo("196");
        expectNoComplaint();
    }

    @Test
    void whatTheServiceRefusesIsSaid() throws Exception {
        gate = new CompletableFuture<>();
        open("/jobs/photos");
        service.post("/api/jobs/photos/runs");
        await().until(() -> text("article [data-field='state']").equals("running"));
        // another operator was faster than this page
        browser.executeScript("const b = document.querySelector('[data-act=start]'); b.hidden = false; b.click()");

        await().until(() -> text("#problem").contains("Wait until it has ended, or cancel it"));
        // the browser tells of the 409, too: not to the next test
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .allMatch(line -> line.getMessage().contains("409"));
        gate.complete(null);
        await().until(() -> text("article [data-field='state']").equals("needs a look"));
    }

    @Test
    void keyboardReachesEverything() {
        open("/");
        WebElement first = browser.switchTo().activeElement();
        first.sendKeys(Keys.TAB);
        assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Skip to content");
        StringBuilder reached = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
            reached.append(browser.switchTo().activeElement().getText().replace("\n", " "))
                    .append('|');
        }
        assertThat(reached.toString())
                .contains("Jobs|API|")
                .contains("|empty|Start")
                .contains("|photos|");
    }

    @Test
    void pageFitsAPhone() throws Exception {
        for (String path : List.of("/", "/jobs/photos", "/jobs/empty")) {
            browser.manage().window().setSize(new Dimension(500, 900));
            open(path);
            window.expectNoSidewaysScroll(path);
            screenshot("phone" + path.replace('/', '-'));
        }
    }
}

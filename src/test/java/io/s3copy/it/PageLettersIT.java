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
import io.s3copy.routes.Notifications;
import io.s3copy.testkit.broker.SqsServer;
import io.s3copy.testkit.fault.FaultyS3;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page of a replication: what became of its bucket's notification, and its dead letters, which an operator sends again. */
class PageLettersIT {

    private static final String HOSTILE = "<img src=x onerror=document.title='owned'> no notification";

    @TempDir
    private Path folder;

    @Test
    void deadLettersAreTextAndAreSentAgain() throws Exception {
        try (PageBrowser browser = PageBrowser.start(folder);
                FaultyS3 s3 = FaultyS3.start().bucket("photos").bucket("archive");
                SqsServer sqs = SqsServer.start()) {
            sqs.createQueue("events", 15);
            sqs.createQueue("dead", 30);
            sqs.send("dead", HOSTILE, Map.of("S3CopyError", "<b>not JSON</b>"));
            sqs.send("dead", Notifications.put("photos", "in/mended.jpg"), Map.of("S3CopyError", "AccessDenied"));
            JobService.configure(
                    folder,
                    s3,
                    List.of(
                            "s3copy.jobs.live.kind=replicate",
                            "s3copy.jobs.live.source=s3://photos/in/",
                            "s3copy.jobs.live.destination=s3://archive/out/",
                            "s3copy.jobs.live.at-start=true",
                            "s3copy.jobs.live.replicate.backfill=false",
                            "s3copy.jobs.live.events.from=sqs",
                            "s3copy.jobs.live.events.queue=events",
                            "s3copy.jobs.live.events.dead-letter-queue=dead",
                            "s3copy.jobs.live.events.notify=true",
                            "s3copy.jobs.live.events.endpoint=" + sqs.endpoint(),
                            "s3copy.jobs.live.events.region=" + sqs.region(),
                            "s3copy.jobs.live.events.wait=1"));
            try (JobService service = JobService.start(folder, line -> {})) {
                s3.put("photos", "in/mended.jpg", 1000);
                browser.view(View.LIGHT);
                browser.open(service.page().resolve("/jobs/live"));
                await().until(() -> browser.text("[data-field=notification]").contains(" was added"));

                browser.one("#letters-show").click();
                await().until(() -> browser.count("#letters tr") == 2);
                browser.expectNoBarrier("dead letters");
                browser.screenshot("dead-letters");
                browser.view(View.DARK_PHONE);
                browser.expectNoBarrier("dead letters, dark, on a phone");
                browser.expectNoSidewaysScroll("dead letters, on a phone");
                browser.screenshot("dead-letters-phone-dark");
                browser.view(View.LIGHT);
                List<WebElement> rows = browser.driver().findElements(By.cssSelector("#letters tr"));
                assertThat(rows)
                        .anyMatch(row ->
                                row.getText().contains(HOSTILE) && row.getText().contains("<b>not JSON</b>"));
                assertThat(browser.driver().getTitle()).doesNotContain("owned");

                rows.stream()
                        .filter(row -> row.getText().contains("AccessDenied"))
                        .findFirst()
                        .orElseThrow()
                        .findElement(By.tagName("button"))
                        .click();
                browser.awaitText("#letters-told", "1 message was sent again");
                await().until(() -> s3.object("archive", "out/mended.jpg").isPresent());
                assertThat(browser.count("#letters tr")).isOne();
                browser.expectNoComplaint();
            }
        }
    }
}

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

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** Debian's chromium, for tests of the page. Where it is missing they are skipped, and say so. */
final class PageBrowser implements AutoCloseable {

    /** How the page is looked at. */
    enum View {
        LIGHT(1280, 1000, "light"),
        DARK(1280, 1000, "dark"),
        PHONE(390, 844, "light"),
        DARK_PHONE(390, 844, "dark");

        private final int width;
        private final int height;
        private final String scheme;

        View(int width, int height, String scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** Finds no more than it can show. Each line is a rule that is broken, and where. */
    private static final String LOOK = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ["violations", "passes"] }).then(
              found => done({
                passes: found.passes.length,
                violations: found.violations.map(broken => broken.id + ": " + broken.help + "\\n  "
                  + broken.nodes.slice(0, 5).map(node => node.html + " " + node.failureSummary).join("\\n  "))
              }),
              failure => done({ passes: 0, violations: [String(failure)] }));
            """;

    private final ChromeDriver driver;
    private final String axe;

    private PageBrowser(ChromeDriver driver) {
        this.driver = driver;
        try (InputStream script = PageBrowser.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts it, or skips the test.
     *
     * @param folder for what it keeps
     */
    static PageBrowser start(Path folder) throws IOException {
        File chromium = program("chromium");
        File chromedriver = program("chromedriver");
        Assumptions.assumeTrue(
                chromium != null && chromedriver != null, "needs chromium and chromium-driver: apt-get install both");
        Files.createDirectories(SCREENSHOTS);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + folder.resolve("browser"));
        return new PageBrowser(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver)
                        .usingAnyFreePort()
                        .build(),
                options));
    }

    private static File program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst()
                .orElse(null);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Looks at the page in another way from now on. */
    void view(View view) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", view.width, "height", view.height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", view.scheme))));
    }

    /** Opens a page, and waits until it is followed. */
    void open(URI page) {
        driver.get(page.toString());
        await().until(() -> text("#link-text").equals("Live"));
    }

    String text(String selector) {
        return one(selector).getText();
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** Waits until something says this. */
    void awaitText(String selector, String text) {
        await().until(() -> text(selector).equals(text));
    }

    /** The page from top to end, as it stands. */
    void screenshot(String name) throws IOException {
        Object taken = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .get("data");
        Files.write(
                SCREENSHOTS.resolve(name + ".png"),
                Base64.getDecoder().decode(Objects.requireNonNull(taken).toString()));
    }

    /** Neither the script nor the security policy complained. */
    void expectNoComplaint() {
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                .as("neither errors of the script nor of the security policy")
                .isEmpty();
    }

    /** Axe finds no barrier for people with a screen reader, a keyboard, or weak eyes. */
    void expectNoBarrier(String where) {
        driver.executeScript(axe);
        Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(driver.executeAsyncScript(LOOK));
        assertThat((List<?>) found.get("violations")).as(where).isEmpty();
        assertThat((Long) found.get("passes")).as("rules that hold").isGreaterThan(15);
    }

    /** The same in all ways in which the page is looked at, which is light and wide afterwards. Leaves a screenshot of each. */
    void expectNoBarrierInAnyView(String name) throws IOException {
        for (View view : View.values()) {
            view(view);
            String where = name + "-" + view.name().toLowerCase(Locale.ROOT);
            screenshot(where);
            expectNoBarrier(where);
            expectNoSidewaysScroll(where);
        }
        view(View.LIGHT);
    }

    /** Nothing is wider than the screen. */
    void expectNoSidewaysScroll(String where) {
        assertThat((Boolean) driver.executeScript(
                        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(where)
                .isTrue();
    }

    @Override
    public void close() {
        driver.quit();
    }
}

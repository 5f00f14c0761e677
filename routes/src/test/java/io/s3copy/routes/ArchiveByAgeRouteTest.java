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
package io.s3copy.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.s3copy.camel.route.CopyReport;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveByAgeRouteTest {

    private final S3Objects buckets = new S3Objects(S3Servers.s3proxy());
    private final String source = buckets.create();
    private final String archive = buckets.create();

    @AfterEach
    void stop() {
        buckets.close();
    }

    private RouteRun route(Map<String, String> more) {
        return route(S3Servers.s3proxy(), more);
    }

    private RouteRun route(S3Server copies, Map<String, String> more) {
        Map<String, String> properties = Map.of(
                "archive-by-age.source",
                source,
                "archive-by-age.archive",
                archive,
                "archive-by-age.days",
                "0",
                "archive-by-age.period",
                "200");
        return RouteRun.start("archive-by-age", copies, properties, more);
    }

    private void during(Map<String, String> options, Runnable what) {
        RouteRun run = route(options);
        try {
            what.run();
        } finally {
            run.close();
        }
    }

    /** Waits until as many runs have ended without a failure. */
    private static void awaitRuns(RouteRun run, int runs) {
        RunCounter counter = new RunCounter(run.camel(), "archive-by-age");
        await().until(() -> counter.runs() >= runs);
    }

    @Test
    void whatIsOldIsCopiedAndStays() {
        buckets.put(source, "a+b c%41&d#", "one");
        RouteRun run = route(Map.of());
        try {
            awaitRuns(run, 2);
        } finally {
            run.close();
        }
        assertThat(buckets.list(archive)).containsOnlyKeys("a+b c%41&d#");
        assertThat(buckets.list(source)).containsOnlyKeys("a+b c%41&d#");
    }

    @Test
    void sourceIsDeletedWhereThatIsAskedFor() {
        buckets.put(source, "in/a", "one");
        buckets.put(source, "out/a", "one");
        Map<String, String> options = Map.of(
                "archive-by-age.delete-source",
                "marker",
                "archive-by-age.delete-source-unchecked",
                "true",
                "archive-by-age.storage-class",
                "STANDARD",
                "archive-by-age.prefix",
                "in/",
                "archive-by-age.strip-prefix",
                "in/",
                "archive-by-age.key-prefix",
                "100%/a+b&c#d/");
        during(options, () -> await().until(() -> buckets.list(source).size() == 1));
        assertThat(buckets.list(archive)).containsOnlyKeys("100%/a+b&c#d/a");
        assertThat(buckets.list(source)).containsOnlyKeys("out/a");
    }

    @Test
    void copyThatAnInterruptedRunLeftDoesNotKeepTheSourceForEver() {
        buckets.put(source, "a", "one");
        buckets.put(archive, "a", "one");
        during(
                Map.of(
                        "archive-by-age.delete-source",
                        "marker",
                        "archive-by-age.delete-source-unchecked",
                        "true",
                        "archive-by-age.storage-class",
                        "STANDARD"),
                () -> await().until(() -> buckets.list(source).isEmpty()));
        assertThat(buckets.content(archive, "a")).isEqualTo("one");
    }

    @Test
    void sourceStaysWhereTheServiceMayNotHeedTheConditionOfItsDeletion() {
        buckets.put(source, "a", "one");
        RouteRun run = route(Map.of("archive-by-age.delete-source", "marker"));
        try {
            awaitRuns(run, 2);
        } finally {
            run.close();
        }
        assertThat(buckets.list(archive)).containsOnlyKeys("a");
        assertThat(buckets.list(source)).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "marker"})
    void sourceThatStaysIsCopiedOnceWhateverTheNumberOfRuns(String deleteSource) {
        buckets.put(source, "a", "one");
        buckets.put(source, "b", "two");
        try (CapturedLog log = new CapturedLog(Map.of(CopyReport.class.getName(), Level.INFO))) {
            RouteRun run =
                    route(Map.of("archive-by-age.delete-source", deleteSource, "archive-by-age.log-copies", "true"));
            try {
                await().until(() -> buckets.list(archive).size() == 2);
                awaitRuns(run, 3);
            } finally {
                run.close();
            }
            assertThat(buckets.list(source)).containsOnlyKeys("a", "b");
            assertThat(log.text().lines().filter(line -> line.contains("archive-by-age: copied " + source)))
                    .hasSize(2);
        }
    }

    @Test
    void whatIsYoungIsLeft() {
        buckets.put(source, "a", "one");
        RouteRun run = route(Map.of("archive-by-age.days", "1", "archive-by-age.delete-source", "marker"));
        try {
            awaitRuns(run, 2);
        } finally {
            run.close();
        }
        assertThat(buckets.list(archive)).isEmpty();
        assertThat(buckets.list(source)).containsOnlyKeys("a");
    }

    @Test
    void deletionThatIsDeniedEndsTheRun() {
        try (RecordingS3 s3 = RecordingS3.start()) {
            s3.answer(S3Operation.LIST_OBJECTS_V2, Listed.keys(List.of("a")));
            s3.answer(S3Operation.DELETE_OBJECT, any -> Response.error(403, "AccessDenied", "no"));
            RouteRun run = route(
                    s3,
                    Map.of(
                            "archive-by-age.delete-source",
                            "marker",
                            "archive-by-age.delete-source-unchecked",
                            "true",
                            "archive-by-age.storage-class",
                            "STANDARD"));
            RunCounter counter = new RunCounter(run.camel(), "archive-by-age");
            try {
                await().until(() -> s3.requests(S3Operation.DELETE_OBJECT).size() >= 3);
                assertThat(counter.runs()).isZero();
            } finally {
                run.close();
            }
        }
    }
}

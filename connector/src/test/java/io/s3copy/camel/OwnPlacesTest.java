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
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints and reports in what is listed are no part of the work. */
class OwnPlacesTest extends BulkOnServer {

    @BeforeEach
    void putInTheSource() {
        IntStream.range(0, 20).forEach(number -> put(source, "a/" + number));
    }

    private void put(String bucket, String key) {
        put(bucket, key, key);
    }

    private Set<String> keys(String bucket) {
        return listed(bucket).keySet();
    }

    private String key(String url) {
        return url.substring(("s3://" + destination + "/").length());
    }

    @Test
    void syncThatDeletesKeepsItsCheckpointsAndReportsAtTheDestination() {
        String places = "&checkpoint=s3://" + destination + "/own/c/&report=s3://" + destination + "/own/r/";
        BulkResult first = run("operation=sync&delete=true&maxDelete=100%25" + places);
        assertThat(first.counts().objects(What.COPIED)).isEqualTo(20);
        put(destination, "gone");
        BulkResult second = run("operation=sync&delete=true&maxDelete=1" + places);
        assertThat(second.counts().objects(What.SAME)).isEqualTo(20);
        assertThat(second.counts().objects(What.DELETED)).isEqualTo(1);
        assertThat(keys(destination))
                .doesNotContain("gone")
                .contains(key(second.report().manifest()), "own/r/manifest.json");
        assertThat(keys(destination).stream().filter(key -> key.startsWith("own/c/")))
                .isNotEmpty();
    }

    @Test
    void checkDoesNotCallItsReportExtra() {
        run("operation=copyPrefix");
        String report = "&report=s3://" + destination + "/own/";
        assertThat(run("operation=check" + report).isClean()).isTrue();
        BulkResult again = run("operation=check" + report);
        assertThat(again.counts().objects(What.SAME)).isEqualTo(20);
        assertThat(again.isClean()).isTrue();
    }

    @Test
    void reportInTheSourceIsNotCopied() {
        String report = "&report=s3://" + source + "/own/";
        run("operation=copyPrefix" + report);
        assertThat(run("operation=copyPrefix" + report).counts().objects()).isEqualTo(20);
        assertThat(keys(destination)).hasSize(20).allMatch(key -> key.startsWith("a/"));
    }

    @Test
    void copyThatWouldLieAmongThemIsNotMade() {
        put(source, "own/r/manifest.json");
        run("operation=copyPrefix&report=s3://" + destination + "/own/r/");
        assertThat(client.headObject(head -> head.bucket(destination).key("own/r/manifest.json"))
                        .join()
                        .contentLength())
                .as("the manifest, and not the source's object")
                .isGreaterThan("own/r/manifest.json".length());
    }

    @Test
    void placesBesideThePrefixAreNoMatter() {
        BulkResult result = run("operation=check&prefix=a/&report=s3://" + destination + "/");
        assertThat(result.counts().objects(What.MISSING)).isEqualTo(20);
    }

    @Test
    void looksAreCounted() {
        run("operation=copyPrefix");
        assertThat(run("operation=check&check=checksum").requests().byCall()).containsEntry("HeadObject", 40L);
    }

    @ParameterizedTest
    @CsvSource({
        "operation=sync&report=s3://DESTINATION/, option report",
        "operation=check&checkpoint=s3://DESTINATION, option checkpoint",
        "operation=copyPrefix&prefix=a/&report=s3://SOURCE/a/, option report",
        "operation=sync&delete=true&deleteTo=s3://DESTINATION/trash/, option deleteTo",
    })
    void placeThatIsAllThatIsListedIsRefused(String options, String text) {
        String named = options.replace("DESTINATION", destination).replace("SOURCE", source);
        assertThatThrownBy(() -> run(named)).hasStackTraceContaining(text);
    }
}

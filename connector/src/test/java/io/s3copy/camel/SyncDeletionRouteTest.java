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
import io.s3copy.bulk.run.DeletionRefusedException;
import io.s3copy.bulk.sync.CostEstimate;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;

/** What a sync deletes at the destination, and what it would. */
class SyncDeletionRouteTest extends BulkOnServer {

    @Test
    void aSyncDeletesOnlyWhatItMay() {
        fill(20);
        run("operation=copyPrefix&prefix=in/");
        put(destination, "in/a-1", "x");
        put(destination, "in/a-2", "x");
        put(destination, "elsewhere/a-3", "x");
        assertThat(run("operation=sync&prefix=in/").counts().objects(What.DELETED))
                .isZero();
        assertThatThrownBy(() -> run("operation=sync&prefix=in/&delete=true&maxDelete=1"))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .isInstanceOf(DeletionRefusedException.class)
                .hasMessageContaining("2 of 22 objects are at the destination only")
                .hasMessageContaining("set maxDelete to 2 or more");
        assertThat(listed(destination)).containsKeys("in/a-1", "in/a-2");
        BulkResult dry = run("operation=sync&prefix=in/&delete=true&maxDelete=2&dryRun=true");
        assertThat(dry.counts().objects(What.DELETED)).isEqualTo(2);
        assertThat(listed(destination)).containsKeys("in/a-1", "in/a-2");
        BulkResult deleted = run("operation=sync&prefix=in/&delete=true&maxDelete=10%25");
        assertThat(deleted.counts().objects(What.DELETED)).isEqualTo(2);
        assertThat(deleted.counts().objects(What.SAME)).isEqualTo(20);
        assertThat(listed(destination)).doesNotContainKeys("in/a-1", "in/a-2").containsKey("elsewhere/a-3");
    }

    @Test
    void aSyncMovesWhatItWouldDelete() {
        fill(5);
        run("operation=copyPrefix&prefix=in/");
        put(destination, "in/sub/old", "old");
        run("operation=sync&prefix=in/&delete=true&maxDelete=1&deleteTo=s3://" + destination + "/trash");
        assertThat(listed(destination)).doesNotContainKey("in/sub/old").containsKey("trash/sub/old");
    }

    /** What the move skips must not be deleted, whatever the policies of copies are. */
    @Test
    void aMoveIsNoDeletionOfWhatItDidNotMove() {
        fill(3);
        run("operation=copyPrefix&prefix=in/");
        put(destination, "in/old", "new content");
        put(destination, "trash/old", "of another day");
        BulkResult result = run("operation=sync&prefix=in/&delete=true&maxDelete=1&ifExists=skip&deleteTo=s3://"
                + destination + "/trash");
        assertThat(result.counts().objects(What.DELETED)).isEqualTo(1);
        assertThat(client.getObject(get -> get.bucket(destination).key("trash/old"), AsyncResponseTransformer.toBytes())
                        .join()
                        .asUtf8String())
                .isEqualTo("new content");
    }

    @Test
    void anEmptySourceDeletesNothing() {
        put(destination, "in/a", "x");
        assertThatThrownBy(() -> run("operation=sync&prefix=in/&delete=true&maxDelete=100%25"))
                .cause()
                .isInstanceOf(DeletionRefusedException.class)
                .hasMessageContaining("the source is empty");
        assertThat(listed(destination)).containsKey("in/a");
    }

    @Test
    void failedObjectsKeepWhatIsAtTheDestinationOnly() {
        put(source, "in/good", "1");
        // its copy would have a key longer than S3 allows
        put(source, "in/" + "k".repeat(1_000), "2");
        put(destination, "p".repeat(30) + "in/extra", "x");
        BulkResult result = run("operation=sync&prefix=in/&delete=true&maxDelete=5&keyPrefix=" + "p".repeat(30));
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(1);
        assertThat(result.counts().objects(What.FAILED)).isEqualTo(1);
        assertThat(result.counts().objects(What.DELETED)).isZero();
        assertThat(listed(destination)).containsKey("p".repeat(30) + "in/extra");
    }

    @Test
    void aDryRunSaysWhatItWouldCost() {
        fill(10);
        run("operation=copyManifest", List.of(key(0), key(1), key(2)));
        put(source, key(0), "changed content");
        put(destination, "in/extra", "x");
        BulkResult dry = run("operation=sync&prefix=in/&delete=true&dryRun=true&storageClass=STANDARD_IA");
        // whatever maxDelete is, a look names all
        assertThat(dry.counts().objects(What.DELETED)).isEqualTo(1);
        CostEstimate estimate = dry.estimate();
        assertThat(estimate.objects()).isEqualTo(8);
        assertThat(estimate.bytes()).isEqualTo(dry.counts().bytes(What.COPIED));
        assertThat(estimate.writes()).containsExactly(Map.entry("STANDARD_IA", 8L));
        assertThat(estimate.smallObjects()).containsEntry("STANDARD_IA", 8L);
        assertThat(estimate.deletes()).isEqualTo(1);
        assertThat(estimate.lists())
                .isPositive()
                .isEqualTo(dry.requests().byCall().get("ListObjectsV2"));
        assertThat(run("operation=sync&prefix=in/").estimate()).isNull();
    }
}

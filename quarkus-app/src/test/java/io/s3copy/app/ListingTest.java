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
package io.s3copy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class ListingTest {

    private final Deque<CompletableFuture<ListObjectsV2Response>> answers = new ArrayDeque<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    private Listing listing() {
        return new Listing(
                token -> {
                    tokens.add(token);
                    return answers.remove();
                },
                failures::add);
    }

    private static List<String> keys(Listing listing) {
        List<String> keys = new ArrayList<>();
        listing.forEachRemaining(object -> keys.add(object.key()));
        return keys;
    }

    private static CompletableFuture<ListObjectsV2Response> page(String next, String... keys) {
        return CompletableFuture.completedFuture(ListObjectsV2Response.builder()
                .isTruncated(next != null)
                .nextContinuationToken(next)
                .contents(List.of(keys).stream()
                        .map(key -> S3Object.builder().key(key).build())
                        .toList())
                .build());
    }

    private static CompletableFuture<ListObjectsV2Response> refused(int status) {
        return CompletableFuture.failedFuture(
                S3Exception.builder().statusCode(status).message("refused").build());
    }

    @Test
    void everyPageIsReadInItsOrder() {
        answers.add(page("after b", "a", "b"));
        answers.add(page("after nothing"));
        answers.add(page(null, "c"));

        assertThat(keys(listing())).containsExactly("a", "b", "c");
        assertThat(tokens).containsExactly(null, "after b", "after nothing");
        assertThat(failures).isEmpty();
    }

    @Test
    void pageThatFailsInPassingIsAskedForAgain() {
        answers.add(page("after a", "a"));
        answers.add(refused(503));
        answers.add(CompletableFuture.failedFuture(SdkClientException.create("connection reset")));
        answers.add(page(null, "b"));

        assertThat(keys(listing())).containsExactly("a", "b");
        assertThat(tokens).containsExactly(null, "after a", "after a", "after a");
        assertThat(failures).isEmpty();
    }

    @Test
    void pageThatIsRefusedEndsTheListingAndIsTold() {
        answers.add(page("after a", "a"));
        answers.add(refused(403));

        assertThat(keys(listing())).containsExactly("a");
        assertThat(failures).singleElement().isInstanceOf(S3Exception.class);
    }

    @Test
    void tokenThatLeadsBackToItselfEndsTheListing() {
        answers.add(page("again", "a"));
        answers.add(page("again", "b"));

        assertThat(keys(listing())).containsExactly("a", "b");
        assertThat(failures).singleElement().asString().contains("does not say after which token they come");
    }

    @Test
    void nothingIsGivenOutAfterAStopButWhatWasPromised() {
        answers.add(page(null, "a", "b", "c"));
        Listing listing = listing();
        assertThat(listing.next().key()).isEqualTo("a");
        assertThat(listing.hasNext()).isTrue();

        listing.stop();

        assertThat(listing.hasNext()).isTrue();
        assertThat(listing.next().key()).isEqualTo("b");
        assertThat(listing.hasNext()).isFalse();
        assertThat(failures).isEmpty();
    }

    @Test
    void stopEndsTheWaitForAPage() throws Exception {
        answers.add(new CompletableFuture<>());
        Listing listing = listing();
        CompletableFuture<Boolean> reader = CompletableFuture.supplyAsync(listing::hasNext);

        listing.stop();

        assertThat(reader.get()).isFalse();
    }
}

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
package io.s3copy.bulk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.parameter.CopyRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** A refusal in the middle of a run is waited for; one at its beginning is not. */
class PatientListingTest {

    private static final ListQuery QUERY = ListQuery.of("b", "");
    private static final Executor AT_ONCE = Runnable::run;

    private final Deque<CompletableFuture<ObjectPage>> answers = new ArrayDeque<>();
    private boolean stopping;

    private final ListCalls listing = new PatientListing(
            new ListCalls() {
                @Override
                public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
                    return answers.remove();
                }

                @Override
                public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
                    return answers.remove();
                }
            },
            AT_ONCE,
            () -> stopping);

    private static CompletableFuture<ObjectPage> page() {
        return CompletableFuture.completedFuture(ObjectPage.last(List.of()));
    }

    private static CompletableFuture<ObjectPage> refused(String code, int status) {
        return CompletableFuture.failedFuture(S3CallException.of(
                "ListObjectsV2",
                CopyRequest.builder().destination("b", "k").build(),
                Failure.of(code, status, "no"),
                null));
    }

    @Test
    void whatWasAnsweredBeforeIsWaitedFor() {
        answers.addAll(List.of(page(), refused("ExpiredToken", 400), refused("AccessDenied", 403), page()));
        assertThat(listing.listObjects(QUERY)).isCompleted();
        assertThat(listing.listVersions(QUERY).join().objects()).isEmpty();
        assertThat(answers).isEmpty();
    }

    @Test
    void aRefusalAtTheBeginningFailsAtOnce() {
        answers.addAll(List.of(refused("NoSuchBucket", 404), page()));
        assertThatThrownBy(() -> listing.listObjects(QUERY).join()).hasMessageContaining("NoSuchBucket");
        assertThat(answers).hasSize(1);
    }

    @Test
    void whatIsTheFaultOfTheRequestFails() {
        answers.addAll(List.of(page(), refused("InvalidArgument", 400)));
        listing.listObjects(QUERY).join();
        assertThatThrownBy(() -> listing.listObjects(QUERY).join()).hasMessageContaining("InvalidArgument");
    }

    @Test
    void nobodyWaitsInARunThatEnds() {
        answers.addAll(List.of(page(), refused("AccessDenied", 403)));
        listing.listObjects(QUERY).join();
        stopping = true;
        assertThatThrownBy(() -> listing.listObjects(QUERY).join()).hasCauseInstanceOf(CopyStoppedException.class);
    }
}

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
package io.s3copy.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.InvalidParameterException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a service, by whom, and for how long. */
class ServiceTraitsTest {

    private final AtomicLong now = new AtomicLong();
    private final ServiceTraits traits = ServiceTraits.unknown("minio.example.org:9000", now::get);

    @Test
    void awsHeedsAllAndIsNeverLearnt() {
        ServiceTraits aws = ServiceTraits.ofAws();
        aws.learn(Trait.partCondition, Answer.ignored);
        assertThat(Trait.values()).allMatch(aws::heeds);
        assertThat(aws.isDocumented()).isTrue();
    }

    @Test
    void whatWasLearntIsForgottenAfterAnHour() {
        traits.learn(Trait.deleteCondition, Answer.heeded);
        assertThat(traits.heeds(Trait.deleteCondition)).isTrue();
        now.addAndGet(ServiceTraits.KEPT_FOR.toNanos());
        assertThat(traits.isUnknown(Trait.deleteCondition)).isTrue();
    }

    @Test
    void whatTheUserSaysOutweighsWhatIsLearntAndIsNotSharedByOthers() {
        ServiceTraits told = traits.told("partCondition=heeded, deleteCondition = IGNORED");
        told.learn(Trait.partCondition, Answer.ignored);
        assertThat(told.heeds(Trait.partCondition)).isTrue();
        assertThat(told.answer(Trait.deleteCondition)).contains(Answer.ignored);
        assertThat(traits.isUnknown(Trait.partCondition)).isTrue();
        told.learn(Trait.createTags, Answer.ignored);
        assertThat(traits.answer(Trait.createTags)).contains(Answer.ignored);
    }

    @Test
    void aServiceThatIsSaidToBeAwsIsDocumented() {
        assertThat(traits.told("aws").isDocumented()).isTrue();
        assertThat(traits.told("auto")).isSameAs(traits);
        assertThat(ServiceTraits.ofAws().told("deleteCondition=ignored").isDocumented())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "partCondition", "partCondition=yes", "partcond=heeded", "a=b,c"})
    void whatIsNoTraitIsRefusedWithThoseThereAre(String text) {
        assertThatThrownBy(() -> traits.told(text))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("serviceTraits")
                .hasMessageContaining("deleteCondition=heeded");
    }

    @Test
    void oneRequestFindsOutHoweverManyCopiesBeginAtOnce() {
        AtomicInteger probes = new AtomicInteger();
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<String> first = traits.once(
                Trait.partCondition,
                () -> {
                    probes.incrementAndGet();
                    return answer;
                },
                () -> CompletableFuture.completedFuture("known"));
        CompletableFuture<String> second = traits.once(
                Trait.partCondition,
                () -> {
                    probes.incrementAndGet();
                    return answer;
                },
                () -> CompletableFuture.completedFuture("known"));
        assertThat(second).isNotDone();
        assertThat(probes).hasValue(1);
        traits.learn(Trait.partCondition, Answer.heeded);
        answer.complete("probed");
        assertThat(first).isCompletedWithValue("probed");
        assertThat(second).isCompletedWithValue("known");
        assertThat(probes).hasValue(1);
    }

    @Test
    void whoHasWaitedForAProbeThatFailsGoesOnByHimself() {
        CompletableFuture<String> lost = new CompletableFuture<>();
        CompletableFuture<String> first =
                traits.once(Trait.partCondition, () -> lost, () -> CompletableFuture.completedFuture("known"));
        CompletableFuture<String> second = traits.once(
                Trait.partCondition,
                () -> CompletableFuture.completedFuture("probed"),
                () -> CompletableFuture.completedFuture("not known"));
        lost.completeExceptionally(new IllegalStateException("no answer"));
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedWithValue("not known");
        assertThat(traits.once(
                        Trait.partCondition,
                        () -> CompletableFuture.completedFuture("probed"),
                        () -> CompletableFuture.completedFuture("not known")))
                .isCompletedWithValue("probed");
    }

    @Test
    void whoWaitsHearsOfTheTraitBeforeTheCopyThatTaughtItHasEnded() {
        CompletableFuture<String> copy = new CompletableFuture<>();
        CompletableFuture<String> first =
                traits.once(Trait.partCondition, () -> copy, () -> CompletableFuture.completedFuture("known"));
        CompletableFuture<String> second =
                traits.once(Trait.partCondition, () -> copy, () -> CompletableFuture.completedFuture("known"));
        traits.learn(Trait.partCondition, Answer.heeded);
        assertThat(second).isCompletedWithValue("known");
        assertThat(first).isNotDone();
    }

    @Test
    void aProbeThatCannotEvenBeginKeepsNobodyWaiting() {
        CompletableFuture<String> first = traits.once(
                Trait.partCondition,
                () -> {
                    throw new StackOverflowError();
                },
                () -> CompletableFuture.completedFuture("known"));
        assertThat(first).isCompletedExceptionally();
        assertThat(traits.once(
                        Trait.partCondition,
                        () -> CompletableFuture.completedFuture("probed"),
                        () -> CompletableFuture.completedFuture("known")))
                .isCompletedWithValue("probed");
    }
}

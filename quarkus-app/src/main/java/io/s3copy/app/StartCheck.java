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

import io.s3copy.app.config.SettingsException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.EncodingType;

/** Finds before the first copy what would keep all of them from being made: two requests. */
@ApplicationScoped
class StartCheck {

    /** A service that is only being started gets these; 7.5 s in all. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    /** A service that takes the connection and says nothing gets so long, over all attempts. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Settings settings;
    private final Service service;

    StartCheck(Settings settings, Service service) {
        this.settings = settings;
        this.service = service;
    }

    /** @throws SettingsException when the source cannot be listed, or the destination is not there */
    void check() {
        FaultAdvice advice = new FaultAdvice(settings);
        List<String> mistakes = new ArrayList<>();
        Fault ofSource = ask(() -> service.sourceClient()
                .listObjectsV2(list -> list.bucket(settings.source().bucket())
                        .prefix(settings.source().prefix().orElse(null))
                        .maxKeys(1)
                        .encodingType(EncodingType.URL)));
        if (ofSource != null && (ofSource.isUnanswered() || !ofSource.isPassing())) {
            mistakes.add(advice.ofSource(ofSource));
        }
        if (ofSource == null || !ofSource.isUnanswered()) {
            checkDestination(advice, mistakes);
        }
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes);
        }
    }

    /** A HEAD that is forbidden proves nothing: it needs a permission that copies do not. */
    private void checkDestination(FaultAdvice advice, List<String> mistakes) {
        Fault fault = ask(() -> service.destination()
                .headBucket(settings.destination().bucket(), service.options().getExpectedBucketOwner()));
        if (fault != null && (fault.isUnanswered() || fault.isFinalForABucket())) {
            mistakes.add(advice.ofDestination(fault));
        }
    }

    /** What went wrong, after some patience with what may pass; null for nothing. */
    private static Fault ask(Supplier<CompletableFuture<?>> request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Fault fault = once(request, PATIENCE.toNanos());
        for (Duration pause : PAUSES) {
            long left = deadline - System.nanoTime() - pause.toNanos();
            if (fault == null || !fault.isPassing() || left <= 0) {
                return fault;
            }
            pause(pause);
            fault = once(request, left);
        }
        return fault;
    }

    private static Fault once(Supplier<CompletableFuture<?>> request, long nanos) {
        try {
            request.get().orTimeout(nanos, TimeUnit.NANOSECONDS).join();
            return null;
        } catch (CompletionException e) {
            return Fault.of(e);
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the service did not answer", e);
        }
    }
}

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
package io.s3copy.flow;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.parameter.CopyRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A pause whose clock is moved, and looks that are refused as a test says. */
abstract class SystemicPauseFixture {
    static final String ROUTE = "copies";
    static final String COPIED = "copied";

    long now = -1; // nanoTime may be negative
    final Set<String> denied = new HashSet<>();
    final Set<String> ending = new HashSet<>();
    HoldLimit room = new HoldLimit(1_000);
    boolean allDenied;
    String code = "AccessDenied";
    int status = 403;
    final List<CompletableFuture<String>> sent = new ArrayList<>();
    final List<String> looked = new ArrayList<>();
    Set<String> suspended = Set.of();
    SystemicPause<String> pause = pause(Duration.ZERO);

    SystemicPause<String> pause(Duration limit) {
        return new SystemicPause<>(
                "inbox",
                COPIED::equals,
                limit,
                room,
                ending::contains,
                () -> now,
                () -> suspended = pause.pausedRoutes());
    }

    CompletableFuture<String> event(String key) {
        return event(key, () -> {
            looked.add(key);
            return allDenied || denied.contains(key)
                    ? CompletableFuture.failedFuture(refusal(key))
                    : CompletableFuture.completedFuture(COPIED);
        });
    }

    CompletableFuture<String> event(String key, Supplier<CompletableFuture<String>> look) {
        return pause.guard(new KeyGate.Place("archive", key), ROUTE, look);
    }

    Throwable refusal(String key) {
        CopyRequest request = CopyRequest.builder().destination("archive", key).build();
        return new CompletionException(
                S3CallException.of("CopyObject", request, new Failure(code, status, "no", null, null), null));
    }

    void pass(Duration time) {
        long end = now + time.toNanos();
        while (now - end < 0) {
            now += Duration.ofMillis(250).toNanos();
            pause.tick();
        }
    }
}

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
package io.s3copy.camel.event;

import io.s3copy.camel.event.EventResult.Done;
import io.s3copy.flow.KeyGate;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds nothing. */
final class NoopPauses implements EventPauses {

    @Override
    public CompletableFuture<Done> guard(
            String source,
            boolean deletion,
            KeyGate.Place place,
            @Nullable String route,
            Supplier<CompletableFuture<Done>> look) {
        return look.get();
    }

    @Override
    public boolean isPaused() {
        return false;
    }

    @Override
    public int held() {
        return 0;
    }

    @Override
    public void close() {
        // nothing is held
    }
}

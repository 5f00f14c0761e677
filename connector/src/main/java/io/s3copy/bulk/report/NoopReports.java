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
package io.s3copy.bulk.report;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** No report. */
public final class NoopReports implements ReportSink {

    @Override
    public CompletableFuture<Void> write(String name, byte[] content, String contentType) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<byte @Nullable []> read(String name) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Place place(String name) {
        return new Place(null, "");
    }

    @Override
    public boolean isKept() {
        return false;
    }
}

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
package io.s3copy.benchmark.way;

import io.s3copy.camel.S3ClientKind;
import java.util.function.Consumer;

/** (c) A Camel route with {@code s3copy:}, in which no thread waits. */
final class S3CopyRoute implements Way {

    private final CamelRoute route;
    private final CopiedObjects objects;

    /**
     * A route.
     *
     * @param kind of the client that the component builds
     */
    S3CopyRoute(Service service, CopiedObjects objects, int window, S3ClientKind kind) throws Exception {
        this.objects = objects;
        this.route = new CamelRoute(
                "s3copy:" + objects.bucket() + "?operation=copy&maxPending=" + window + "&s3Client=" + kind + "&"
                        + service.options(),
                camel -> {});
    }

    @Override
    public void begin(int number, Consumer<Throwable> ended) {
        route.copy(objects, number, ended);
    }

    @Override
    public void close() {
        route.close();
    }
}

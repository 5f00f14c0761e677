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

import java.util.function.Consumer;

/** (c) A Camel route with {@code s3copy:}, in which no thread waits. */
final class S3CopyRoute implements Way {

    private final Service.Client client;
    private final CopiedObjects objects;
    private final CamelRoute route;

    S3CopyRoute(Service service, CopiedObjects objects, int window) throws Exception {
        this.client = service.newClient();
        this.objects = objects;
        this.route = new CamelRoute(
                "s3copy:" + objects.bucket() + "?operation=copy&amazonS3AsyncClient=#client&maxPending=" + window,
                camel -> camel.getRegistry().bind("client", client.s3()));
    }

    @Override
    public void begin(int number, Consumer<Throwable> ended) {
        route.copy(objects, number, ended);
    }

    @Override
    public void close() {
        route.close();
        client.close();
    }
}

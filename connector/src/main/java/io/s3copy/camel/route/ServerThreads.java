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
package io.s3copy.camel.route;

import io.s3copy.parameter.InvalidParameterException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which Camel Main's server runs routes. A request that waits keeps one of them, so the places of all
 * webhooks together must leave some: otherwise nothing could tell senders that there are none.
 */
final class ServerThreads {

    private ServerThreads() {}

    /**
     * Refuses more places than threads.
     *
     * @param atOnce the places of one webhook
     * @param all those of all webhooks of the context
     */
    static void refuseTooMany(CamelContext camel, int atOnce, int all) {
        try {
            Integer threads = threads(camel);
            if (threads != null && all >= threads) {
                throw new InvalidParameterException(
                        "at-once of a webhook (atOnce of the Kamelet)",
                        atOnce,
                        "makes " + all + " places for the requests of all webhooks together, but the server has "
                                + threads
                                + " threads, and each place keeps one: there must be fewer places than threads",
                        "Lower at-once, so that the sum over all webhooks is at most " + (threads - 1)
                                + ", or bind an io.vertx.core.VertxOptions with a workerPoolSize of at least "
                                + (all + 1));
            }
        } catch (NoClassDefFoundError e) { // another server, with threads of its own
            return;
        }
    }

    /** How many there are; or null where that is not known. */
    private static @Nullable Integer threads(CamelContext camel) {
        Set<VertxOptions> options = camel.getRegistry().findByType(VertxOptions.class);
        if (!camel.getRegistry().findByType(Vertx.class).isEmpty() || options.size() > 1) {
            return null;
        } else if (options.size() == 1) {
            return options.iterator().next().getWorkerPoolSize();
        }
        boolean isMain = camel.getPropertiesComponent()
                .resolveProperty("camel.server.enabled")
                .map(Boolean::parseBoolean)
                .orElse(false);
        return isMain ? VertxOptions.DEFAULT_WORKER_POOL_SIZE : null;
    }
}

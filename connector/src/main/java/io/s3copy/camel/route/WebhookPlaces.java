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

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/**
 * How many requests may wait at all webhooks of a context together.
 *
 * @param byWebhook the places of each: by the id of its route, so that a route that is loaded again counts once
 */
record WebhookPlaces(Map<Object, Integer> byWebhook) {

    /** Sets the places of a webhook, and returns the sum of all. */
    static int add(CamelContext camel, Object webhook, int places) {
        WebhookPlaces all = camel.getCamelContextExtension().getContextPlugin(WebhookPlaces.class);
        if (all == null) {
            all = new WebhookPlaces(new ConcurrentHashMap<>());
            camel.getCamelContextExtension().addContextPlugin(WebhookPlaces.class, all);
        }
        all.byWebhook().put(webhook, places);
        return all.byWebhook().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Gives the places of a webhook back. */
    static void remove(CamelContext camel, Object webhook) {
        WebhookPlaces all = camel.getCamelContextExtension().getContextPlugin(WebhookPlaces.class);
        if (all != null) {
            all.byWebhook().remove(webhook);
        }
    }
}

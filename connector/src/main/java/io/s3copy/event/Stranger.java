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
package io.s3copy.event;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Senders of notifications that are known and not read, so that an error can name them. */
enum Stranger {
    /**
     * CloudEvents of an early draft.
     *
     * @see <a href="https://docs.oracle.com/en-us/iaas/Content/Events/Reference/eventsproducers.htm">Events producers</a>
     */
    OCI(
            "Oracle Cloud Infrastructure",
            message -> message.has("cloudEventsVersion") || message.begins("eventType", "com.oraclecloud.")),
    /**
     * Records of its own, by Kafka.
     *
     * @see <a href="https://www.ibm.com/docs/en/coss/3.20.1?topic=service-overview">Notification Service</a>
     */
    IBM(
            "IBM Cloud Object Storage",
            message -> message.begins("operation", "Object:") || message.begins("event_type", "Object:")),
    /**
     * Entries of its filer.
     *
     * @see <a href="https://github.com/seaweedfs/seaweedfs/wiki/Filer-Notification-Webhook">Filer notifications</a>
     */
    SEAWEEDFS(
            "SeaweedFS",
            message -> message.has("new_entry")
                    || message.has("newEntry")
                    || (message.hasText("event_type") && message.hasText("key"))),
    AZURE("Azure Blob Storage", message -> message.begins("eventType", "Microsoft.Storage.")),
    YANDEX(
            "Yandex Object Storage",
            message -> message.node().path("messages").path(0).has("event_metadata"));

    private final String name;
    private final Predicate<Element> wrote;

    Stranger(String name, Predicate<Element> wrote) {
        this.name = name;
        this.wrote = wrote;
    }

    static Optional<Stranger> of(Element message) {
        return Stream.of(values())
                .filter(stranger -> stranger.wrote.test(message))
                .findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}

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
package io.s3copy.camel.progress;

import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.EventFactory;
import org.apache.camel.spi.EventNotifier;
import org.apache.camel.spi.ManagementStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Camel's event notifiers. Without one, not even an event is made. */
final class Notifiers {

    private static final Logger LOG = LoggerFactory.getLogger(Notifiers.class);

    private Notifiers() {}

    /** As Camel tells its own: those that are started, and one that fails does not keep the others from hearing. */
    static void tell(Endpoint endpoint, Supplier<? extends CamelEvent> what) {
        ManagementStrategy management = endpoint.getCamelContext().getManagementStrategy();
        List<EventNotifier> notifiers = management == null ? null : management.getStartedEventNotifiers();
        if (notifiers == null || notifiers.isEmpty()) {
            return;
        }
        CamelEvent event = null;
        for (EventNotifier notifier : notifiers) {
            if (!notifier.isDisabled()) {
                event = event == null ? stamped(what.get(), management.getEventFactory()) : event;
                tell(notifier, event);
            }
        }
    }

    private static CamelEvent stamped(CamelEvent event, EventFactory factory) {
        if (factory != null && factory.isTimestampEnabled()) {
            event.setTimestamp(System.currentTimeMillis());
        }
        return event;
    }

    private static void tell(EventNotifier notifier, CamelEvent event) {
        try {
            if (notifier.isEnabled(event)) {
                notifier.notify(event);
            }
        } catch (Exception e) {
            LOG.warn("An event notifier failed; the work goes on", e);
        }
    }
}

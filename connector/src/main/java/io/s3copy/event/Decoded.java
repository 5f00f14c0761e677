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

import java.util.List;

/**
 * What a body held.
 *
 * @param events in the order of the body
 * @param testEvents how many {@code s3:TestEvent} there were, which S3 sends when a notification is configured: there is
 *     nothing to do about them but to acknowledge
 */
public record Decoded(List<ObjectEvent> events, int testEvents) {

    public Decoded {
        events = List.copyOf(events);
    }

    /** Whether there was nothing but test events. */
    public boolean isTest() {
        return events.isEmpty() && testEvents > 0;
    }
}

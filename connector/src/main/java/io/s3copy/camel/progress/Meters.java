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

import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/**
 * The meters of a context. Its components share them: two that copy to one bucket have the same gauges, which would otherwise
 * show one of them alone, and go when it stops.
 */
public final class Meters {

    private final CopyMeters copies = new CopyMeters();
    private final EventMeters events = new EventMeters();
    private final RunMeters runs = new RunMeters();

    private Meters() {}

    /** Those of a context. */
    public static Meters of(CamelContext camel) {
        ExtendedCamelContext context = camel.getCamelContextExtension();
        synchronized (Meters.class) {
            Meters there = context.getContextPlugin(Meters.class);
            if (there != null) {
                return there;
            }
            Meters ours = new Meters();
            context.addContextPlugin(Meters.class, ours);
            return ours;
        }
    }

    /** The meters of its copies. */
    public CopyMeters copies() {
        return copies;
    }

    /** The meters of its events. */
    public EventMeters events() {
        return events;
    }

    /** The meters of its runs on many objects. */
    public RunMeters runs() {
        return runs;
    }
}

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
package io.s3copy.app.route;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.text.Printable;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/** Counts what a route did. Thread-safe. */
final class RouteCounts extends RoutePolicySupport {

    private final String file;

    @GuardedBy("this")
    private long done;

    @GuardedBy("this")
    private long failed;

    @GuardedBy("this")
    private @Nullable Instant last;

    @GuardedBy("this")
    private String trouble = "";

    RouteCounts(String file) {
        this.file = file;
    }

    @Override
    public synchronized void onExchangeDone(Route route, Exchange exchange) {
        last = Instant.now();
        Exception failure = exchange.getException();
        if (failure == null) {
            done++;
        } else {
            failed++;
            trouble = Printable.of(String.valueOf(failure.getMessage()));
        }
    }

    String file() {
        return file;
    }

    synchronized OwnRoute of(String id, String state, int inFlight) {
        return new OwnRoute(id, file, state, inFlight, done, failed, last, trouble);
    }
}

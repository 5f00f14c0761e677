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
package io.s3copy.app;

import io.quarkus.runtime.QuarkusBindException;
import java.net.BindException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A port that another process has: one of those where the service would listen. */
final class TakenPort {

    private static final Pattern MANAGEMENT =
            Pattern.compile("Unable to start the management interface on \\S*:(\\d+)");

    private TakenPort() {}

    /** What a user is told, if that is what failed; null if it is not. */
    static @Nullable String explain(Throwable failure) {
        if (failure instanceof QuarkusBindException page) {
            return "port " + page.getPort() + " of the page: another process listens there. End it, or set"
                    + " quarkus.http.port (with TLS quarkus.http.ssl-port) to another port; 0 takes one that is free";
        }
        Matcher management = MANAGEMENT.matcher(String.valueOf(failure.getMessage()));
        return failure.getCause() instanceof BindException && management.matches()
                ? "quarkus.management.port=" + management.group(1)
                        + ": another process listens there. End it, or set it to another port; 0 takes one that is free"
                : null;
    }
}

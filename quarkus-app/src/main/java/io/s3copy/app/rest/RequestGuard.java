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
package io.s3copy.app.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.s3copy.app.job.Readiness;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what other pages make a browser ask: there is no authentication, and a browser on this machine reaches what listens
 * on loopback. A page of a stranger's name that leads here (DNS rebinding) has another Host; one that only sends says so by
 * Origin.
 */
@ApplicationScoped
public class RequestGuard {

    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;
    private static final int PRIORITY = 1_000;
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Everything the page loads is of its own: no inline script, no style attribute, no frame around it. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Readiness readiness;

    RequestGuard(Readiness readiness) {
        this.readiness = readiness;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, PRIORITY);
    }

    private void guard(RoutingContext call) {
        call.response()
                .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Cache-Control", "no-store");
        String why = refusal(call.request());
        if (why != null) {
            refuse(call, FORBIDDEN, "Forbidden", why);
        } else if (!readiness.isReady()) {
            call.response().putHeader("Retry-After", "1");
            refuse(call, UNAVAILABLE, "Service Unavailable", "The service begins: it reads how its jobs stand");
        } else {
            call.next();
        }
    }

    private static void refuse(RoutingContext call, int status, String title, String why) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .end("{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\""
                        + why + "\"}");
    }

    private static @Nullable String refusal(HttpServerRequest request) {
        // HTTP/2 has a pseudo header in its place
        HostAndPort asked = request.authority();
        if (asked == null || !HOSTS.contains(asked.host().toLowerCase(Locale.ROOT))) {
            return "The header Host must be 127.0.0.1 or localhost: other names may be those of strangers";
        }
        if (SAFE.contains(request.method())) {
            return null;
        }
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = (origin != null && !origin.equals("http://" + asked))
                || (site != null && !site.equals("same-origin") && !site.equals("none"));
        return foreign ? "Another page sent this" : null;
    }
}

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

import io.quarkus.security.ForbiddenException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.s3copy.app.access.TooManyException;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.job.Readiness;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what other pages make a browser ask: a browser on this machine reaches what listens on loopback, and sends on what
 * somebody signed in with. Where nobody signs in, a page of a stranger's name that leads here (DNS rebinding) has another Host;
 * one that only sends says so by Origin.
 */
@ApplicationScoped
public class RequestGuard {

    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;
    private static final int HTTPS = 443;
    private static final int PRIORITY = 1_000;
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Everything the page loads is of its own: no inline script, no style attribute, no frame around it. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** A year. For a host that serves this alone, on the port of https: it would hold for all ports, and for others' services. */
    private static final String STRICT_TRANSPORT = "max-age=31536000";

    private final Readiness readiness;
    private final Instance<Configuration> configuration;

    RequestGuard(Readiness readiness, Instance<Configuration> configuration) {
        this.readiness = readiness;
        this.configuration = configuration;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, PRIORITY);
    }

    /** Whoever signed in reads why that is not enough. */
    void explain(@Observes Router router) {
        router.route().failureHandler(call -> {
            if (call.failure() instanceof ForbiddenException && !call.response().headWritten()) {
                refuse(
                        call,
                        FORBIDDEN,
                        "Forbidden",
                        SAFE.contains(call.request().method())
                                ? "This needs the role viewer or operator"
                                : "This needs the role operator");
            } else if (call.failure() instanceof TooManyException
                    && !call.response().headWritten()) {
                call.response().putHeader("Retry-After", "5");
                refuse(call, UNAVAILABLE, "Service Unavailable", "Too many sign in at once. Try again soon");
            } else {
                call.next();
            }
        });
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
        if (!readiness.isReady()) {
            call.response().putHeader("Retry-After", "1");
            refuse(call, UNAVAILABLE, "Service Unavailable", "The service begins: it reads how its jobs stand");
            return;
        }
        if ("https".equals(call.request().scheme()) && isAtHome(call.request())) {
            call.response().putHeader("Strict-Transport-Security", STRICT_TRANSPORT);
        }
        String why = refusal(call.request(), configuration.get().access().isOpen());
        if (why != null) {
            refuse(call, FORBIDDEN, "Forbidden", why);
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

    /**
     * Why a request is not heard; null if it is.
     *
     * @param open whether nobody signs in: then the name of the host keeps strangers' pages out
     */
    private static @Nullable String refusal(HttpServerRequest request, boolean open) {
        if (open && !isOfThisMachine(request)) {
            return "The header Host must be 127.0.0.1 or localhost: other names may be those of strangers";
        }
        if (SAFE.contains(request.method())) {
            return null;
        }
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = (origin != null && !origin.equals(request.scheme() + "://" + request.authority()))
                || (site != null && !site.equals("same-origin") && !site.equals("none"));
        return foreign ? "Another page sent this" : null;
    }

    private static boolean isAtHome(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        return asked != null && (asked.port() <= 0 || asked.port() == HTTPS) && !isOfThisMachine(request);
    }

    private static boolean isOfThisMachine(HttpServerRequest request) {
        // HTTP/2 has a pseudo header in the place of Host
        HostAndPort asked = request.authority();
        return asked != null && HOSTS.contains(asked.host().toLowerCase(Locale.ROOT));
    }
}

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
package io.s3copy.app.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.Role;
import io.s3copy.app.config.WebhookPath;
import io.s3copy.text.Printable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Decides about every request: what reads is for viewers, and all else for operators. There is no list of paths, so that none
 * can be forgotten; only webhooks of jobs have a secret of their own. Where nobody signs in, whoever reaches the service is an operator.
 */
@ApplicationScoped
public class AccessPolicy implements HttpSecurityPolicy {

    private static final Logger LOG = Logger.getLogger(AccessPolicy.class);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Instance<Configuration> configuration;

    AccessPolicy(Instance<Configuration> configuration) {
        this.configuration = configuration;
    }

    /** The route of the job checks the secret of a webhook: who signs in is not asked. It is routed by the same path. */
    private boolean isWebhook(RoutingContext call) {
        return HttpMethod.POST.equals(call.request().method())
                && WebhookPath.job(configuration.get(), call.normalizedPath()) != null;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext call, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (configuration.get().access().isOpen() || isWebhook(call)) {
            return CheckResult.permit();
        }
        Role needed = READING.contains(call.request().method()) ? Role.VIEWER : Role.OPERATOR;
        return identity.map(who -> {
            boolean permitted =
                    Me.role(who).filter(role -> role.includes(needed)).isPresent();
            if (!who.isAnonymous() && (needed == Role.OPERATOR || !permitted)) {
                LOG.infof(
                        "%s %s: %s %s",
                        Printable.of(who.getPrincipal().getName()),
                        permitted ? "called" : "was refused",
                        call.request().method(),
                        Printable.of(call.request().path()));
            }
            return permitted ? CheckResult.PERMIT : CheckResult.DENY;
        });
    }
}

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

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.UserSpec;
import io.s3copy.text.Printable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets the users of the configuration sign in with a password. */
@ApplicationScoped
public class PasswordProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private static final Logger LOG = Logger.getLogger(PasswordProvider.class);

    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int SHOWN_LENGTH = 64;

    private final AtomicLong told = new AtomicLong();

    /** The command has this bean, too, and no configuration of a service. */
    private final Instance<Configuration> configuration;

    private @Nullable Passwords passwords;

    PasswordProvider(Instance<Configuration> configuration) {
        this.configuration = configuration;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request));
    }

    private SecurityIdentity identity(UsernamePasswordAuthenticationRequest request) {
        PasswordCredential given = request.getPassword();
        char[] password = given.getPassword();
        try {
            UserSpec user = passwords().find(request.getUsername(), password);
            if (user == null) {
                tell(request.getUsername());
                throw new AuthenticationFailedException();
            }
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(user.name()))
                    .addRole(user.role().text())
                    .addAttribute(Me.BY_PASSWORD, true)
                    .build();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** At most once a second, and of a long name its begin: whoever guesses does not fill a disk. */
    private void tell(String name) {
        long now = System.nanoTime();
        long last = told.get();
        if ((last == 0 || now - last > SILENCE_NANOS) && told.compareAndSet(last, now)) {
            LOG.warnf(
                    "Somebody signed in wrongly as %s",
                    Printable.of(name.length() > SHOWN_LENGTH ? name.substring(0, SHOWN_LENGTH) + "…" : name));
        }
    }

    private synchronized Passwords passwords() {
        if (passwords == null) {
            passwords = new Passwords(configuration.get().access().users());
        }
        return passwords;
    }
}

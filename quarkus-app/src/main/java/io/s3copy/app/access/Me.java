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
import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who sends the request that is answered. The page asks it by its name. */
@Named("me")
@RequestScoped
public class Me {

    /** What the identity of somebody says who signed in with a password. */
    static final String BY_PASSWORD = "s3copy.by-password";

    private final Configuration configuration;
    private final Instance<SecurityIdentity> identity;
    private final Optional<String> signOut;

    Me(
            Configuration configuration,
            Instance<SecurityIdentity> identity,
            @ConfigProperty(name = "quarkus.oidc.logout.path") Optional<String> signOut) {
        this.configuration = configuration;
        this.identity = identity;
        this.signOut = signOut;
    }

    /** Their name; empty where nobody signs in. */
    public String getName() {
        return isOpen() ? "" : identity.get().getPrincipal().getName();
    }

    /** What they may do. */
    public String getRole() {
        return (isOpen() ? Role.OPERATOR : role(identity.get()).orElse(Role.VIEWER)).text();
    }

    /** The path that signs them out; empty where there is none. */
    public String getSignOut() {
        // a password is the browser's, which nobody can make forget it
        return isOpen() || Boolean.TRUE.equals(identity.get().getAttribute(BY_PASSWORD)) ? "" : signOut.orElse("");
    }

    private boolean isOpen() {
        return configuration.access().isOpen();
    }

    /** What the roles of an identity let it do; nothing where it has none of ours. */
    static Optional<Role> role(SecurityIdentity who) {
        for (Role role : new Role[] {Role.OPERATOR, Role.VIEWER}) {
            if (who.hasRole(role.text())) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}

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
package io.s3copy.app.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads who may see the page and call the API, and refuses what would let strangers in. */
final class AccessReader {

    private static final String USERS = "s3copy.users.";
    private static final String HASH_FILE = "password-hash-file";

    /** As bcrypt writes it: version, cost, and 53 characters of salt and hash. A cost below 10 is soon guessed, and one above 14 keeps a core busy for seconds. */
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(1[0-4])\\$[./A-Za-z0-9]{53}");

    /** What the page may be asked for by where nobody signs in; others on loopback would be refused as strangers'. */
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::text).toList();

    private final ServiceSettings settings;
    private final Listening listening;
    private final List<String> mistakes;

    AccessReader(ServiceSettings settings, Listening listening, List<String> mistakes) {
        this.settings = settings;
        this.listening = listening;
        this.mistakes = mistakes;
    }

    Access read() {
        Map<String, UserSpec> users = new TreeMap<>();
        settings.users().forEach((name, user) -> {
            if (Configuration.isNamed(USERS, name, mistakes)) {
                user(name, user).ifPresent(spec -> users.put(name, spec));
            }
        });
        boolean behindProxy = Switches.read("s3copy.behind-proxy", Optional.of(settings.behindProxy()), mistakes);
        Access access = new Access(Map.copyOf(users), listening.openId());
        if (listening.openIdMeant()) {
            mistakes.add(
                    "quarkus.oidc.auth-server-url is missing, empty or switched off, and other properties of quarkus.oidc are"
                            + " set: the provider that they mean would sign nobody in. Set it, or leave all of quarkus.oidc out");
        }
        if (behindProxy && settings.users().isEmpty() && !listening.openId()) {
            mistakes.add(
                    "s3copy.behind-proxy=true: nobody has to sign in, and what the proxy lets through would be an"
                            + " operator's. Say who may sign in, by s3copy.users or quarkus.oidc.auth-server-url, or leave it out");
        }
        if (settings.users().isEmpty() && !listening.openId()) {
            checkOpen();
        } else if (!isLoopback() && !behindProxy && !(listening.certificate() && listening.encryptedOnly())) {
            mistakes.add(
                    "quarkus.http.host=" + listening.host() + ": other machines reach this address, and passwords and"
                            + " tokens would cross the network unencrypted. Give the service a certificate"
                            + " (quarkus.http.ssl.certificate.files and quarkus.http.ssl.certificate.key-files) and set"
                            + " quarkus.http.insecure-requests=disabled; or, where a proxy before it speaks TLS, set"
                            + " s3copy.behind-proxy=true");
        }
        return access;
    }

    private Optional<UserSpec> user(String name, ServiceSettings.User user) {
        String prefix = USERS + name + ".";
        int before = mistakes.size();
        Role role = role(prefix, user.role());
        String hash = hash(prefix, user.passwordHashFile());
        return mistakes.size() > before ? Optional.empty() : Optional.of(new UserSpec(name, role, hash));
    }

    private Role role(String prefix, Optional<String> text) {
        for (Role role : Role.values()) {
            if (text.isPresent() && text.get().equals(role.text())) {
                return role;
            }
        }
        String rule = " must be " + ROLES.stream().collect(Collectors.joining(" or "));
        mistakes.add(
                text.isEmpty()
                        ? prefix + "role is missing, and" + rule.replace(" must", " it must") + ". Set it"
                        : Configuration.mistake(
                                prefix + "role",
                                text.get(),
                                rule.strip(),
                                Configuration.didYouMean(text.get().toLowerCase(Locale.ROOT), ROLES)
                                        + "Write one of them"));
        return Role.VIEWER;
    }

    /** The hash itself is not told: it can be guessed at. */
    private String hash(String prefix, Optional<String> file) {
        if (file.isEmpty()) {
            mistakes.add(
                    prefix + HASH_FILE + " is missing. Set it to a file that holds what s3copy hash-password prints");
            return "";
        }
        try {
            String hash = KeySource.SecretFiles.read(Path.of(file.get()));
            if (BCRYPT.matcher(hash).matches()) {
                return hash;
            }
            mistakes.add(prefix + HASH_FILE + "=" + file.get()
                    + ": must hold one hash of bcrypt, of cost 10 to 14, and nothing"
                    + " else. Make it with s3copy hash-password");
        } catch (SettingsException e) {
            mistakes.add(prefix + HASH_FILE + "="
                    + String.valueOf(e.getMessage()).replace("must hold a key", "must hold a hash")
                    + ". Mend the file, or name another");
        }
        return "";
    }

    private void checkOpen() {
        List<String> reasons = new ArrayList<>();
        if (!isLoopback()) {
            reasons.add("other machines reach this address");
        } else if (!NAMES.contains(listening.host().toLowerCase(Locale.ROOT))) {
            reasons.add("a browser is only answered at 127.0.0.1, localhost or ::1");
        }
        reasons.forEach(reason -> mistakes.add("quarkus.http.host=" + listening.host() + ": " + reason
                + ", and nobody has to sign in. Set quarkus.http.host=127.0.0.1; or say who may sign in, by"
                + " s3copy.users (passwords) or quarkus.oidc.auth-server-url (an OpenID provider)"));
    }

    private boolean isLoopback() {
        try {
            return Arrays.stream(InetAddress.getAllByName(listening.host())).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            mistakes.add(Configuration.mistake(
                    "quarkus.http.host",
                    listening.host(),
                    "no address has this name",
                    "Set it to one of this machine's"));
            return true;
        }
    }
}

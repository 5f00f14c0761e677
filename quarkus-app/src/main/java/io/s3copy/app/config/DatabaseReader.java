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

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where the database of runs is, if it is not the file that the service makes itself. */
final class DatabaseReader {

    private static final String PREFIX = "s3copy.database.";
    private static final String EXAMPLE = "Write for example jdbc:postgresql://db.example.org/s3copy";

    /** Hosts, one or more with ports; the name of the database; parameters of the driver. */
    private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^/?@;\\s]+)/([^/?@;\\s]+)(?:\\?(\\S*))?");

    /** A port that is left out is that of PostgreSQL. */
    private static final Pattern HOSTS = Pattern.compile("(?:[^,:\\[\\]]+|\\[[^\\[\\]]+])(?::\\d{1,5})?(?:,(?!$)|$)");

    private static final Pattern IDENTITY = Pattern.compile("(?:^|&)(user|password)=", Pattern.CASE_INSENSITIVE);

    private final ServiceSettings.Database database;
    private final List<String> mistakes;
    private final int before;

    DatabaseReader(ServiceSettings.Database database, List<String> mistakes) {
        this.database = database;
        this.mistakes = mistakes;
        this.before = mistakes.size();
    }

    /** The database; null if it is the service's own, or something is wrong with it. */
    @Nullable
    DatabaseSpec read() {
        String url = database.url().orElse(null);
        if (url == null) {
            refuseUnread("username", database.username());
            refuseUnread("password-file", database.passwordFile());
            return null;
        }
        check(url);
        if (database.username().isEmpty()) {
            mistakes.add(PREFIX + "username is missing, and " + PREFIX
                    + "url needs it. Set it to the user of PostgreSQL that owns the tables");
        }
        Path file = passwordFile();
        return mistakes.size() > before
                ? null
                : new DatabaseSpec(url, database.username().orElseThrow(), file);
    }

    private void check(String url) {
        Matcher parts = URL.matcher(url);
        if (!url.toLowerCase(Locale.ROOT).startsWith("jdbc:postgresql:")) {
            refuse(url, "must begin with jdbc:postgresql://", EXAMPLE + ", or leave it out for a file in s3copy.data");
        } else if (url.contains("@")) {
            refuse(url, "must have no user name and no password", identityElsewhere());
        } else if (!parts.matches() || !areHosts(parts.group(1))) {
            refuse(url, "must be jdbc:postgresql://host/database or jdbc:postgresql://host:port/database", EXAMPLE);
        } else if (parts.group(3) != null && IDENTITY.matcher(parts.group(3)).find()) {
            refuse(url, "must have no parameter user or password", identityElsewhere());
        }
    }

    private static boolean areHosts(String text) {
        return HOSTS.matcher(text)
                        .results()
                        .mapToInt(host -> host.group().length())
                        .sum()
                == text.length();
    }

    private static String identityElsewhere() {
        return "Set " + PREFIX + "username, and write the password into the file " + PREFIX + "password-file";
    }

    private @Nullable Path passwordFile() {
        Path file = database.passwordFile().map(Path::of).orElse(null);
        if (file != null) {
            try {
                KeySource.SecretFiles.read(file, "a password");
            } catch (SettingsException e) {
                mistakes.add(PREFIX + "password-file=" + e.getMessage() + ". Mend the file, or name another");
            }
        }
        return file;
    }

    private void refuse(String url, String rule, String fix) {
        mistakes.add(Configuration.mistake(PREFIX + "url", shown(url), rule, fix));
    }

    private void refuseUnread(String property, Optional<String> value) {
        value.ifPresent(text -> mistakes.add(Configuration.mistake(
                PREFIX + property,
                text,
                "is not read without " + PREFIX + "url",
                "Set " + PREFIX + "url, or leave it out")));
    }

    /** A URL without what may be secret in it. */
    static String shown(String url) {
        return url.replaceAll("//.*@", "//***@").replaceAll("\\?.*", "");
    }
}

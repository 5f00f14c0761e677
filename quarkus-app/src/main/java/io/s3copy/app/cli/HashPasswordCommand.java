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
package io.s3copy.app.cli;

import io.s3copy.app.access.PasswordHash;
import io.s3copy.app.config.SettingsException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes what the configuration of the service has in the place of a password. */
@Command(
        name = "hash-password",
        description = {
            "Print the hash of a password, for the file that s3copy.users.NAME.password-hash-file names.",
            "Asks for it twice on a terminal; else reads one line of standard input."
        })
final class HashPasswordCommand implements Callable<Integer> {

    private final CliContext context;

    HashPasswordCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try {
            context.out().println(PasswordHash.of(password()));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(String.valueOf(e.getMessage()));
        }
        return CliExit.DONE.code();
    }

    /** Twice, as nobody sees what is typed. */
    private static String password() throws IOException {
        Optional<Console> console = Optional.ofNullable(System.console());
        if (console.isEmpty()) {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        }
        char[] first = console.get().readPassword("Password: ");
        char[] second = console.get().readPassword("Once more: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new SettingsException("The two are not the same. Begin again");
        }
        return new String(first);
    }
}

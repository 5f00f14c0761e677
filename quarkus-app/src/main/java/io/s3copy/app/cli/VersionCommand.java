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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which version this is. */
@Command(name = "version", description = "Say which version this is.")
public final class VersionCommand implements Callable<Integer> {

    private static final String FILE = "/io/s3copy/app/version.properties";

    private final CliContext context;

    VersionCommand(CliContext context) {
        this.context = context;
    }

    /** The version of the application. */
    public static String version() {
        try (InputStream file = VersionCommand.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Integer call() {
        context.out().println("s3copy " + version());
        return CliExit.DONE.code();
    }
}

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

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.s3copy.app.cli.Cli;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the application, and says in one line each what is wrong with its settings. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // the platform's own charset may lack what keys are made of
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        if (args.length > 0 && Cli.isCommand(args[0])) {
            System.exit(Cli.run(System.out, System.err, args));
        }
        try {
            Arguments arguments = Arguments.read(args);
            // before the settings are read: who asks how to set them has not set them
            if (arguments.help() || arguments.version()) {
                tell(arguments);
                return;
            }
            if (arguments.serve()) {
                Mode.serve();
            }
            Quarkus.run(arguments.serve() ? Serve.class : CopyJob.class, Main::end, args);
        } catch (RuntimeException | Error e) {
            // configuration is read in a static initialiser of Quarkus's
            end(ExitCode.NOT_STARTED.code(), e);
        }
    }

    private static void tell(Arguments arguments) {
        if (arguments.help()) {
            Usage.print(System.out);
        } else {
            Usage.printVersion(System.out);
        }
    }

    private static void end(int exitCode, Throwable failure) {
        if (failure == null) {
            System.exit(exitCode);
        }
        StartFailure.print(failure, System.err);
        System.exit(ExitCode.NOT_STARTED.code());
    }
}

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

import io.s3copy.app.config.SettingsException;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.text.Printable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.camel.PropertyBindingException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The commands of a terminal. None starts Quarkus, and what is said of a wrong command line starts nothing at all. */
public final class Cli {

    private static final String NAME = "s3copy";

    /** Known without Picocli: the service needs none of it. */
    private static final Set<String> NAMES = Set.of(
            "cp",
            "mv",
            "sync",
            "check",
            "cleanup",
            "jobs",
            "policy",
            "doctor",
            "hash-password",
            "completion",
            "version",
            "help",
            "prepare");

    private Cli() {}

    @Command(
            name = NAME,
            synopsisSubcommandLabel = "COMMAND",
            description = "Copies objects inside S3, on the server's side.",
            footer = {
                "",
                "serve (java -jar quarkus-run.jar serve, or s3copy serve) runs the jobs of a configuration and shows them on a page.",
                "Exit codes: 0 done, 1 failed or different, 2 wrong command line, 3 done with warnings. docs/cli.md says more."
            })
    static final class Root {}

    /** Whether a word is a command of this room. */
    public static boolean isCommand(String word) {
        return names().contains(word);
    }

    /** All commands. */
    public static Set<String> names() {
        return NAMES;
    }

    static CommandLine commandLine(PrintStream out, PrintStream err) {
        CliContext context = new CliContext(out, err, new CliConfig());
        CommandLine all = new CommandLine(new Root())
                .addSubcommand(new CopyCommand(context))
                .addSubcommand(new MoveCommand(context))
                .addSubcommand(new SyncCommand(context))
                .addSubcommand(new CheckCommand(context))
                .addSubcommand(new CleanupCommand(context))
                .addSubcommand(new JobsCommand(context))
                .addSubcommand(new PolicyCommand(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new HashPasswordCommand(context))
                .addSubcommand(new CompletionCommand(context))
                .addSubcommand(new VersionCommand(context))
                .addSubcommand(new PrepareCommand(context))
                .addSubcommand(new HelpCommand());
        all.getSubcommands().values().forEach(command -> {
            if (!(command.getCommand() instanceof HelpCommand)) {
                command.addMixin("help", new HelpOption());
            }
        });
        all.registerConverter(S3Uri.class, new S3Uri.Converter());
        all.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        all.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        all.setAbbreviatedOptionsAllowed(false);
        all.setUsageHelpAutoWidth(true);
        all.setParameterExceptionHandler((failure, arguments) -> misuse(failure));
        all.setExecutionExceptionHandler((failure, command, result) -> end(failure, command, err));
        return all;
    }

    /** Does what a command line says, and returns the exit code. */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        return commandLine(out, err).execute(arguments);
    }

    private static int misuse(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        Throwable cause = failure.getCause();
        String message = cause instanceof SettingsException || cause instanceof InvalidParameterException
                ? String.valueOf(cause.getMessage())
                : String.valueOf(failure.getMessage());
        err.println("s3copy: " + Printable.of(message));
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return CliExit.USAGE.code();
    }

    private static int end(Exception failure, CommandLine command, PrintStream err) {
        SettingsException settings = cause(failure, SettingsException.class);
        InvalidParameterException invalid = cause(failure, InvalidParameterException.class);
        PropertyBindingException binding = cause(failure, PropertyBindingException.class);
        if (settings != null) {
            settings.mistakes().forEach(mistake -> err.println("s3copy: " + Printable.of(mistake)));
        } else if (invalid != null) {
            err.println("s3copy: " + Printable.of(String.valueOf(invalid.getMessage())));
        } else if (binding != null) {
            // its message has the value, which may be a secret
            err.println("s3copy: " + Printable.of(String.valueOf(binding.getOptionKey()))
                    + " is no option of the component, or its value does not fit. Look it up on the component's page");
        } else {
            err.println("s3copy: " + command.getCommandName() + " failed: " + Printable.of(reason(failure)));
            return CliExit.FAILED.code();
        }
        return CliExit.USAGE.code();
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}

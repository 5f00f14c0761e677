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

import java.io.PrintStream;
import picocli.CommandLine.Option;

/** How results are told. */
final class OutputOptions {

    /** Set by the script: the JVM itself cannot tell whether standard error alone is a terminal. */
    private static final String TERMINAL = "s3copy.cli.terminal";

    @Option(names = "--json", description = "A JSON object a line on standard output: each result, then the summary.")
    private boolean json;

    @Option(
            names = {"--quiet", "-q"},
            description = "Say nothing about objects.")
    private boolean quiet;

    @Option(names = "--only-show-errors", description = "Tell of what is wrong alone.")
    private boolean onlyErrors;

    @Option(names = "--no-progress", description = "Show no progress bar. There is none unless on a terminal.")
    private boolean noProgress;

    Output open(PrintStream out, PrintStream err) {
        Output.Level level = quiet ? Output.Level.NONE : onlyErrors ? Output.Level.ERRORS : Output.Level.ALL;
        return new Output(out, err, json, level, !noProgress && !json && isTerminal());
    }

    private static boolean isTerminal() {
        return Boolean.getBoolean(TERMINAL);
    }
}

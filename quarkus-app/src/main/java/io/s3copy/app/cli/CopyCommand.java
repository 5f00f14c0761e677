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
import io.s3copy.camel.S3CopyOperation;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies one object, or all under a prefix. */
@Command(name = "cp", description = "Copy an object, or with --recursive or a wildcard many, on the server's side.")
class CopyCommand extends S3Command {

    @Mixin
    private Places places = new Places();

    @Option(names = "--recursive", description = "All objects under SRC.")
    private boolean recursive;

    @Option(
            names = {"--dryrun", "--dry-run"},
            description = "Write nothing, and say what would be done.")
    private boolean dryRun;

    @Mixin
    private CopyOptions copies = new CopyOptions();

    @Mixin
    private ManyOptions many = new ManyOptions();

    CopyCommand(CliContext context) {
        super(context);
    }

    String verb() {
        return "copy";
    }

    String name() {
        return "cp";
    }

    /** Adds what the command itself says, unless an option says otherwise. */
    void addTo(Map<String, String> options) {}

    /**
     * Looks at where it works.
     *
     * @throws SettingsException if that cannot be meant
     */
    void check(Scope scope) {}

    @Override
    final CliExit run(Output output) throws Exception {
        Scope scope = Scope.of(places.source(), places.destination(), recursive, many.raw);
        check(scope);
        Map<String, String> options = new TreeMap<>();
        copies.addTo(options);
        if (scope.many()) {
            many.addTo(options, scope);
            return new ManyObjects(context(), output, name(), S3CopyOperation.copyPrefix, many)
                    .run(verb(), scope, where(), all(options), dryRun);
        }
        many.refuseOfOne();
        return new SingleCopy(context(), output, verb()).run(scope, where(), all(options), dryRun);
    }

    private Map<String, String> all(Map<String, String> options) {
        Map<String, String> all = options(options);
        addTo(all);
        return all;
    }
}

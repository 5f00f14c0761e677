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

import io.s3copy.camel.S3CopyOperation;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares both sides. */
@Command(
        name = "check",
        description =
                "Say of each object whether both sides are equal, and change nothing. Exit code 1 for differences.")
final class CheckCommand extends S3Command {

    @Mixin
    private Places places = new Places();

    @Option(
            names = "--check",
            paramLabel = "WHAT",
            description = "size, listing, checksum, metadata, tags, versions; several with commas. Default: listing.")
    private @Nullable String check;

    @Mixin
    private ManyOptions many = new ManyOptions();

    CheckCommand(CliContext context) {
        super(context);
    }

    @Override
    CliExit run(Output output) throws Exception {
        Scope scope = Scope.ofMany(places.source(), places.destination(), many.raw);
        Map<String, String> options = new TreeMap<>();
        many.addTo(options, scope);
        ComponentOptions.put(options, "check", check);
        return new ManyObjects(context(), output, "check", S3CopyOperation.check, many)
                .run("check", scope, where(), options(options), false);
    }
}

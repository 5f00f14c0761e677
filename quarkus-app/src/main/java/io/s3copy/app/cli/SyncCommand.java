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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies what is missing or differs. */
@Command(
        name = "sync",
        description = "Copy what is missing at DST or differs; with --delete, delete what is only there.")
final class SyncCommand extends S3Command {

    /** What --delete may delete without --max-delete. */
    static final String MAX_DELETE = "25%";

    @Mixin
    private Places places = new Places();

    @Option(names = "--delete", description = "Delete what is at DST only, once all is copied, within --max-delete.")
    private boolean delete;

    @Option(
            names = "--max-delete",
            paramLabel = "N",
            description =
                    "How many objects --delete may delete, or which share of those at DST: 100, 5%%. If there are more,"
                            + " none is deleted. Default: 25%%.")
    private @Nullable String maxDelete;

    @Option(names = "--size-only", description = "Compare sizes alone.")
    private boolean sizeOnly;

    @Option(names = "--compare", paramLabel = "HOW", description = "auto, size, etag, checksum or time. Default: auto.")
    private @Nullable String compare;

    @Option(names = "--exact-timestamps", hidden = true)
    private boolean exactTimestamps;

    @Option(
            names = {"--dryrun", "--dry-run"},
            description = "Write nothing, and say what would be done.")
    private boolean dryRun;

    @Mixin
    private CopyOptions copies = new CopyOptions();

    @Mixin
    private ManyOptions many = new ManyOptions();

    SyncCommand(CliContext context) {
        super(context);
    }

    @Override
    CliExit run(Output output) throws Exception {
        Scope scope = Scope.ofMany(places.source(), places.destination(), many.raw);
        Map<String, String> options = new TreeMap<>();
        copies.addTo(options);
        many.addTo(options, scope);
        comparison(options);
        deletion(options);
        return new ManyObjects(context(), output, "sync", S3CopyOperation.sync, many)
                .run("copy", scope, where(), options(options), dryRun);
    }

    private void comparison(Map<String, String> options) {
        if (exactTimestamps) {
            throw new SettingsException(
                    "--exact-timestamps: is of downloads, where a local file keeps its time; a copy in S3"
                            + " always has a time of its own. Leave it out: sizes and ETags are compared. --compare checksum"
                            + " compares more");
        } else if (sizeOnly && compare != null) {
            throw new SettingsException("--size-only stands beside --compare. Leave one of them out");
        }
        ComponentOptions.put(options, "compare", sizeOnly ? "size" : compare);
    }

    private void deletion(Map<String, String> options) {
        if (!delete && maxDelete != null) {
            throw new SettingsException("--max-delete is read with --delete alone. Add it, or leave this out");
        } else if (delete) {
            options.put("delete", "true");
            options.put("maxDelete", maxDelete == null ? MAX_DELETE : maxDelete);
        }
    }
}

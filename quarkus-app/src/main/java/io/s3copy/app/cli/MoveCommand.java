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
import java.util.Map;
import picocli.CommandLine.Command;

/** Copies, and deletes each source once its copy is proven. */
@Command(
        name = "mv",
        description = "As cp, and delete each source once its copy is proven and the source is still what was copied.")
final class MoveCommand extends CopyCommand {

    MoveCommand(CliContext context) {
        super(context);
    }

    @Override
    String verb() {
        return "move";
    }

    @Override
    String name() {
        return "mv";
    }

    @Override
    void addTo(Map<String, String> options) {
        if ("never".equals(options.putIfAbsent("deleteSource", "marker"))) {
            throw new SettingsException("-o deleteSource=never: a move deletes its source. Leave it out, or use cp");
        }
    }

    @Override
    void check(Scope scope) {
        if (!scope.many() && scope.source().equals(scope.destination())) {
            throw new SettingsException(
                    "'" + S3Uri.text(scope.source()) + "' is source and destination. Write another destination");
        }
    }
}

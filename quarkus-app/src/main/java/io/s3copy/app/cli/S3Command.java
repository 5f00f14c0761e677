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
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that asks S3. */
abstract class S3Command implements Callable<Integer> {

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions outputOptions = new OutputOptions();

    @Mixin
    private ComponentOptions componentOptions = new ComponentOptions();

    private final CliContext context;

    S3Command(CliContext context) {
        this.context = context;
    }

    CliContext context() {
        return context;
    }

    @Override
    public final Integer call() throws Exception {
        Output output = outputOptions.open(context.out(), context.err());
        LogLines.Before before = LogLines.to(output);
        try {
            return run(output).code();
        } finally {
            output.endProgress();
            before.close();
        }
    }

    /**
     * Does it.
     *
     * @throws SettingsException if what was written is wrong
     */
    abstract CliExit run(Output output) throws Exception;

    ServiceOptions.Where where() {
        return service.read(context.config());
    }

    /** The component's options: those that the command adds, and those that were given by their own names. */
    Map<String, String> options(Map<String, String> said) {
        Map<String, String> all = new TreeMap<>(said);
        componentOptions.addTo(all);
        return all;
    }
}

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

import io.s3copy.app.cli.Cli;
import io.s3copy.app.config.SettingsException;
import io.s3copy.parameter.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The command line.
 *
 * @param help whether to say how the application is used, and end
 * @param version whether to say which version this is, and end
 * @param exit whether the process ends with the job
 * @param serve whether to run the jobs of the configuration and show them, rather than to copy once
 */
record Arguments(boolean help, boolean version, boolean exit, boolean serve) {

    static final String EXIT = "--exit";
    static final String HELP = "--help";
    static final String VERSION = "--version";
    static final String SERVE = "serve";

    private static final Set<String> HELPS = Set.of(HELP, "-h", "-?", "help");
    private static final List<String> ALL = List.of(EXIT, HELP, VERSION, SERVE);
    private static final Pattern VALUE = Pattern.compile("=.*", Pattern.DOTALL);

    /** @throws SettingsException for an argument that there is not; its value, which may be a secret, is not told */
    static Arguments read(String... arguments) {
        boolean help = false;
        boolean version = false;
        boolean exit = false;
        boolean serve = false;
        for (String argument : arguments) {
            if (HELPS.contains(argument)) {
                help = true;
            } else if (argument.equals(VERSION)) {
                version = true;
            } else if (argument.equals(EXIT)) {
                exit = true;
            } else if (argument.equals(SERVE)) {
                serve = true;
            } else {
                throw new SettingsException(unknown(argument));
            }
        }
        if (serve && exit) {
            throw new SettingsException("Argument " + EXIT + " is one of the command, and " + SERVE
                    + " runs jobs until it is told to end. Leave one of them out");
        }
        return new Arguments(help, version, exit, serve);
    }

    private static String unknown(String argument) {
        String name = VALUE.matcher(argument).replaceFirst("");
        String plain = name.replaceFirst("^--?(D(?=s3copy|camel|quarkus))?", "");
        if (plain.startsWith("camel.") || plain.startsWith("quarkus.")) {
            return "Argument " + name + " is unknown: properties are given as -D" + plain + "=… before -jar";
        }
        List<String> known = new ArrayList<>(ALL);
        known.addAll(Cli.names());
        Optional<String> nearest = Nearest.to(name, known);
        Optional<String> setting = SettingNames.nearestProperty(plain);
        if (nearest.isEmpty() && setting.isPresent()) {
            String property = setting.get();
            return "Argument " + name + " is unknown: settings are no arguments. Set " + property + " as -D" + property
                    + "=… before -jar, or in the environment as " + SettingNames.environmentName(property);
        }
        return "Argument " + name + " is unknown. "
                + nearest.map(near -> "The nearest is " + near + "; ").orElse("") + HELP
                + " tells all arguments and settings";
    }
}

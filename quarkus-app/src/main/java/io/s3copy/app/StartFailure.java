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

import io.s3copy.parameter.InvalidParameterException;
import io.smallrye.config.ConfigValidationException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a user is told of a failed start: the mistakes in the settings where there are some, else everything. */
final class StartFailure {

    private static final Pattern CODE = Pattern.compile("SRCFG\\d+: ");
    private static final Pattern CONVERSION = Pattern.compile(
            "The config property (\\S+) with the config value \"(.*)\" threw an Exception whilst being"
                    + " converted (.*)",
            Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("The config property (\\S+) is required but .*");

    private StartFailure() {}

    static void print(Throwable failure, PrintStream err) {
        List<String> mistakes = mistakes(failure);
        if (mistakes.isEmpty()) {
            err.println("s3copy did not start:");
            failure.printStackTrace(err);
        }
        mistakes.forEach(mistake -> err.println("s3copy cannot start: " + mistake));
        err.flush();
    }

    private static List<String> mistakes(Throwable failure) {
        List<String> found = new ArrayList<>();
        for (Throwable cause = failure; cause != null && found.isEmpty(); cause = cause.getCause()) {
            if (cause instanceof ConfigValidationException all) {
                for (int i = 0; i < all.getProblemCount(); i++) {
                    found.add(explain(all.getProblem(i).getMessage()));
                }
            } else if (cause instanceof SettingsException || cause instanceof InvalidParameterException) {
                found.add(cause.getMessage());
            }
        }
        return found;
    }

    /** SmallRye's words, less its codes and class names, with where the setting goes. */
    private static String explain(String problem) {
        String plain = CODE.matcher(problem).replaceAll("").replaceAll("[a-z.]+\\.[A-Z]\\w*Exception: ", "");
        Matcher missing = MISSING.matcher(plain);
        if (missing.matches()) {
            String property = missing.group(1);
            return property + " is missing, and it has no default. Set it as -D" + property
                    + "=… or in the environment as " + environmentName(property);
        }
        Matcher conversion = CONVERSION.matcher(plain);
        return conversion.matches()
                ? conversion.group(1) + "=" + withoutPassword(conversion.group(2)) + ": " + conversion.group(3)
                : plain;
    }

    private static String withoutPassword(String url) {
        return url.replaceAll("//[^/]*@", "//***@");
    }

    private static String environmentName(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}

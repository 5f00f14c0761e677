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

import io.s3copy.app.config.SettingsException;
import io.s3copy.parameter.S3CopyException;
import io.s3copy.text.Printable;
import io.smallrye.config.ConfigValidationException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.PropertyBindingException;

/** What a user is told of a failed start: the mistakes in the settings where there are some, else everything. */
final class StartFailure {

    private static final Pattern CODE = Pattern.compile("SRCFG\\d+: ");
    private static final Pattern CONVERSION = Pattern.compile(
            "The config property (\\S+) with the config value \"(.*)\" threw an Exception whilst being"
                    + " converted (.*)",
            Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("The config property (\\S+) is required but .*");
    private static final Pattern UNKNOWN = Pattern.compile("(\\S+) in .* does not map to any root");

    private StartFailure() {}

    static void print(Throwable failure, PrintStream err) {
        List<String> mistakes = mistakes(failure);
        if (mistakes.isEmpty()) {
            err.println("s3copy did not start:");
            failure.printStackTrace(err);
        }
        mistakes.forEach(mistake -> err.println("s3copy cannot start: " + Printable.of(mistake)));
        err.flush();
    }

    private static List<String> mistakes(Throwable failure) {
        List<String> found = new ArrayList<>();
        for (Throwable cause = failure; cause != null && found.isEmpty(); cause = cause.getCause()) {
            if (cause instanceof ConfigValidationException all) {
                for (int i = 0; i < all.getProblemCount(); i++) {
                    found.add(explain(all.getProblem(i).getMessage()));
                }
                // a required setting may be missing because its variable is mistyped
                found.addAll(SettingNames.mistakes(System.getenv().keySet()));
            } else if (cause instanceof SettingsException settings) {
                found.addAll(settings.mistakes());
            } else if (cause instanceof S3CopyException) {
                found.add(cause.getMessage());
            } else if (TakenPort.explain(cause) != null) {
                found.add(TakenPort.explain(cause));
            } else if (cause instanceof PropertyBindingException binding && !hasReason(binding)) {
                // its message has the value, which may be a secret
                found.add("property " + binding.getOptionPrefix() + binding.getOptionKey()
                        + " is no option of the component, or its value does not fit."
                        + " Look the option up on the component's page");
            }
        }
        return found;
    }

    private static boolean hasReason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof S3CopyException) {
                return true;
            }
        }
        return false;
    }

    /** SmallRye's words, less its codes and class names, with where the setting goes. */
    private static String explain(String problem) {
        String plain = CODE.matcher(problem).replaceAll("").replaceAll("[a-z.]+\\.[A-Z]\\w*Exception: ", "");
        Matcher missing = MISSING.matcher(plain);
        if (missing.matches()) {
            String property = missing.group(1);
            return property + " is missing, and it has no default. Set it as -D" + property
                    + "=… or in the environment as " + SettingNames.environmentName(property);
        }
        Matcher unknown = UNKNOWN.matcher(plain);
        if (unknown.matches()) {
            return SettingNames.unknownProperty(unknown.group(1));
        }
        Matcher conversion = CONVERSION.matcher(plain);
        return conversion.matches()
                ? conversion.group(1) + "=" + withoutPassword(conversion.group(2)) + ": " + conversion.group(3)
                : plain;
    }

    private static String withoutPassword(String url) {
        return url.replaceAll("//[^/]*@", "//***@");
    }
}

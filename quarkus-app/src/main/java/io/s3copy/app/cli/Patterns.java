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
import io.s3copy.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Patterns as aws cli and s5cmd have them, made into those of the component: they are of the whole key below the source's
 * prefix, and a star is any number of characters, slashes too.
 */
final class Patterns {

    private static final String SPECIAL = "\\[]{}*?";

    private Patterns() {}

    /** One filter of the command line: one of both is there. */
    record Filter(@Nullable String include, @Nullable String exclude) {}

    /**
     * The options of the component for filters in the order in which they were written.
     *
     * @param folder what the keys of all objects begin with
     * @param wildcard the pattern of the source, if it has one
     */
    static Map<String, String> options(String folder, @Nullable String wildcard, List<Filter> filters) {
        List<String> includes = new ArrayList<>();
        List<String> excludes = new ArrayList<>();
        if (wildcard != null) {
            includes.add(wildcard);
        }
        boolean begun = false;
        for (Filter filter : filters) {
            String include = filter.include();
            String exclude = filter.exclude();
            if (exclude != null && isAll(exclude) && !begun) {
                // the habit of aws cli: --exclude "*" --include "*.jpg". An include alone means the same here
                begun = true;
                if (filters.stream().noneMatch(one -> one.include() != null)) {
                    excludes.add(anchored(folder, "--exclude", exclude));
                }
            } else if (exclude != null) {
                begun = true;
                excludes.add(anchored(folder, "--exclude", exclude));
            } else if (include != null) {
                refuseInclude(include, wildcard, !excludes.isEmpty());
                begun = true;
                includes.add(anchored(folder, "--include", include));
            }
        }
        return Map.of("include", String.join(",", includes), "exclude", String.join(",", excludes));
    }

    private static void refuseInclude(String include, @Nullable String wildcard, boolean excluded) {
        if (wildcard != null) {
            throw new SettingsException(
                    "--include=" + Printable.of(include) + ": the source has a pattern already, and keys"
                            + " would match either. Write one of them, and narrow it by --exclude");
        } else if (excluded) {
            throw new SettingsException(
                    "--include=" + Printable.of(include) + ": comes after an --exclude, and would bring"
                            + " back what that left out, which s3copy cannot do: an exclude always wins. Write the includes first,"
                            + " or begin with --exclude \"*\"");
        }
    }

    private static boolean isAll(String pattern) {
        return pattern.equals("*") || pattern.equals("**");
    }

    /** The pattern of whole keys. */
    static String anchored(String folder, String option, String pattern) {
        if (pattern.isBlank() || pattern.contains(",") || !pattern.equals(pattern.strip())) {
            throw new SettingsException(option + "=" + Printable.of(pattern)
                    + ": a pattern is not empty, holds no comma, and neither begins nor ends with a space. Write ? for"
                    + " such a character");
        }
        StringBuilder whole = new StringBuilder("/");
        for (int i = 0; i < folder.length(); i++) {
            char c = folder.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                whole.append('\\');
            }
            // a comma separates patterns; as the listing is of this prefix, nothing else stands there
            whole.append(c == ',' ? '?' : c);
        }
        return whole + pattern.replaceAll("\\*+", "**");
    }
}

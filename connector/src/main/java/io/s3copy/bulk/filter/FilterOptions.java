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
package io.s3copy.bulk.filter;

import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Sizes;
import io.s3copy.parameter.Timestamps;
import io.s3copy.text.FormEncoding;
import io.s3copy.text.Glob;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options of a filter, as texts. An option that is null or empty asks for nothing. Every method throws an
 * {@link InvalidParameterException} that names the option, its value, the rule and the fix.
 */
public final class FilterOptions {

    private static final Pattern AGE = Pattern.compile("(\\d{1,9})\\s*(s|m|h|d|w)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));

    private List<Glob> includes = List.of();
    private List<Glob> excludes = List.of();
    private long minSize;
    private long maxSize = Long.MAX_VALUE;
    private @Nullable Instant newerThan;
    private @Nullable Instant olderThan;
    private @Nullable Duration minAge;
    private @Nullable Duration maxAge;
    private List<String> storageClasses = List.of();
    private Map<String, String> tags = Map.of();

    /** Patterns of keys, separated by commas; one must match. {@code *.jpg,/2026/**}, see {@link Glob}. */
    public FilterOptions include(@Nullable String patterns) {
        includes = globs("include", patterns);
        return this;
    }

    /** Patterns of keys, separated by commas; none must match. */
    public FilterOptions exclude(@Nullable String patterns) {
        excludes = globs("exclude", patterns);
        return this;
    }

    /** The smallest size, in bytes or with a unit: {@code 64KiB}. */
    public FilterOptions minSize(@Nullable String text) {
        minSize = text == null || text.isBlank() ? 0 : Sizes.parse("option minSize", text);
        return this;
    }

    /** The largest size, in bytes or with a unit. */
    public FilterOptions maxSize(@Nullable String text) {
        maxSize = text == null || text.isBlank() ? Long.MAX_VALUE : Sizes.parse("option maxSize", text);
        return this;
    }

    /** A time after which an object was written; ISO-8601, RFC 1123 or epoch milliseconds. */
    public FilterOptions newerThan(@Nullable String text) {
        newerThan = text == null || text.isBlank() ? null : Timestamps.parse("option modifiedAfter", text);
        return this;
    }

    /** A time before which an object was written; ISO-8601, RFC 1123 or epoch milliseconds. */
    public FilterOptions olderThan(@Nullable String text) {
        olderThan = text == null || text.isBlank() ? null : Timestamps.parse("option modifiedBefore", text);
        return this;
    }

    /** How old an object is at least when the run begins: {@code 30d}, {@code 12h}, {@code P1DT12H}. */
    public FilterOptions minAge(@Nullable String text) {
        minAge = text == null || text.isBlank() ? null : age("minAge", text);
        return this;
    }

    /** How old an object is at most when the run begins. */
    public FilterOptions maxAge(@Nullable String text) {
        maxAge = text == null || text.isBlank() ? null : age("maxAge", text);
        return this;
    }

    /** Storage classes, separated by commas, in upper or lower case; an object is of one of them. */
    public FilterOptions storageClasses(@Nullable String names) {
        storageClasses = list(names).map(name -> name.toUpperCase(Locale.ROOT)).toList();
        for (String name : storageClasses) {
            if (!name.matches("[A-Z0-9_]{1,64}")) {
                throw new InvalidParameterException(
                        "option storageClasses", name, "is no storage class", "Write them as STANDARD_IA,GLACIER_IR");
            }
        }
        return this;
    }

    /** Tags as a query string, {@code team=a&env=prod}, URL-encoded; an object has all of them. */
    public FilterOptions tags(@Nullable String query) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String pair : query == null || query.isBlank() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 1 ? null : FormEncoding.decode(pair.substring(0, equals));
            String value = equals < 1 ? null : FormEncoding.decode(pair.substring(equals + 1));
            if (name == null || value == null) {
                throw new InvalidParameterException(
                        "option filterTags", query, "is no list of tags", "Write name=value&name=value, URL-encoded");
            } else if (read.put(name, value) != null) {
                throw new InvalidParameterException(
                        "option filterTags",
                        query,
                        "names a tag twice, and an object has one value of it",
                        "Name it once");
            }
        }
        tags = read;
        return this;
    }

    /**
     * The filter.
     *
     * @param now when the run began, from which ages are counted; a run that is resumed began when it did first
     */
    public ObjectFilter build(Instant now) {
        if (minSize > maxSize) {
            throw new InvalidParameterException(
                    "option minSize", minSize, "is larger than maxSize (" + maxSize + ")", "Give a range of sizes");
        }
        // newerThan and olderThan are no part of their range
        Instant from = latest(newerThan == null ? null : newerThan.plusNanos(1), before("maxAge", now, maxAge));
        Instant to = earliest(olderThan == null ? null : olderThan.minusNanos(1), before("minAge", now, minAge));
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidParameterException(
                    newerThan != null ? "option modifiedAfter" : "option maxAge",
                    newerThan != null ? newerThan : maxAge,
                    "leaves no time at all, together with modifiedBefore or minAge",
                    "Give a range of times");
        }
        return new ObjectFilter(
                includes,
                excludes,
                minSize,
                maxSize,
                from,
                to,
                storageClasses.stream().collect(Collectors.toUnmodifiableSet()),
                tags);
    }

    private static @Nullable Instant before(String option, Instant now, @Nullable Duration age) {
        try {
            return age == null ? null : now.minus(age);
        } catch (DateTimeException | ArithmeticException e) {
            throw new InvalidParameterException(
                    "option " + option, age, "is longer than time is", "Give a shorter age");
        }
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static Duration age(String option, String text) {
        String written = text.strip();
        Matcher matcher = AGE.matcher(written);
        if (matcher.matches()) {
            Duration unit = Objects.requireNonNull(UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT)));
            return unit.multipliedBy(Long.parseLong(matcher.group(1)));
        }
        try {
            Duration duration = Duration.parse(written);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // said below, in the words of the option
        }
        throw new InvalidParameterException(
                "option " + option, text, "is no age", "Write a whole number with s, m, h, d or w (30d), or PT12H");
    }

    private static List<Glob> globs(String option, @Nullable String patterns) {
        return list(patterns).map(pattern -> glob(option, pattern)).toList();
    }

    private static Glob glob(String option, String pattern) {
        try {
            return Glob.of(pattern);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(
                    "option " + option, pattern, String.valueOf(e.getMessage()), "Correct it");
        }
    }

    private static Stream<String> list(@Nullable String text) {
        return text == null
                ? Stream.of()
                : Arrays.stream(text.split(",")).map(String::strip).filter(one -> !one.isEmpty());
    }
}

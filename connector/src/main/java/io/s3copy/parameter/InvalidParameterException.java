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
package io.s3copy.parameter;

import io.s3copy.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that S3 would refuse or silently ignore, found before a request was sent.
 *
 * <p>The message names the option or header, its value (never a secret one), the rule and the fix. Sending the same
 * message again cannot succeed.
 */
public final class InvalidParameterException extends S3CopyException {

    private static final long serialVersionUID = 1L;

    /** Values of hostile messages end up in logs: this many characters of them are enough. */
    private static final int SHOWN_LENGTH = 200;

    /** User name and password of a URL. A password may have a slash within. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=https?://)\\S*@", Pattern.CASE_INSENSITIVE);

    private final String parameter;
    private final String rule;
    private final String fix;

    /**
     * @param parameter the option, header or parameter, as its {@link Origin} names it
     * @param value what was given; null for nothing to show, as for a secret
     * @param rule what it breaks
     * @param fix what to do about it
     */
    public InvalidParameterException(String parameter, @Nullable Object value, String rule, String fix) {
        super(
                Printable.of(parameter + (value == null ? "" : " = '" + shown(value) + "'") + ": " + rule + ". " + fix
                        + "."),
                null);
        this.parameter = parameter;
        this.rule = rule;
        this.fix = fix;
    }

    /** The option, header or parameter that is wrong. */
    public String parameter() {
        return parameter;
    }

    /** The rule that it breaks. */
    public String rule() {
        return rule;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }

    /** The value as an error shows it: not all of a long one, no password of a URL, nothing unprintable. */
    static String shown(Object value) {
        String text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
        text = USER_INFO.matcher(text).replaceFirst("***@");
        return Printable.of(text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH) + "…" : text);
    }
}

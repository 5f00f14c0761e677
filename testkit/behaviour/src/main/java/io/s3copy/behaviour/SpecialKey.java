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
package io.s3copy.behaviour;

import java.util.Locale;

/** Keys that something on the way likes to read as anything but a key. */
enum SpecialKey {
    SPACES("two  words and one more "),
    PLUS("one+two+three"),
    PERCENT("100% of it"),
    ENCODED("%41%2F%20"),
    VERSION_QUERY("report?versionId=x"),
    FRAGMENT("#first#second"),
    AMPERSAND("a&b=c&d"),
    QUOTES("\"double\" 'single' <angle>"),
    BACKSLASH("back\\slash"),
    EMOJI("h\u00e9llo-\ud83d\ude80-\u6f22"),
    SIMPLE_LANGUAGE("${header.secret}"),
    PLACEHOLDER("{{placeholder}}"),
    RAW_MARK("RAW(inner)"),
    LEADING_SLASH("/leading/slash"),
    DOTS("up/../down"),
    DOUBLE_SLASH("twice//slash"),
    TRAILING_SLASH("folder/"),
    NEWLINE("line\nbreak"),
    LONGEST("k".repeat(1020) + "\ud83d\ude80");

    private final String key;

    SpecialKey(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    Capability capability() {
        return Capability.valueOf("KEY_" + name());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

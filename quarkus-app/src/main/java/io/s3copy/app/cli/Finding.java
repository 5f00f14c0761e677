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

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What doctor found out about one thing.
 *
 * @param about what was looked at
 * @param level how it is
 * @param what in words
 * @param fix what to do about it; empty for what is well
 */
record Finding(String about, Level level, String what, String fix) {

    /** How something is. */
    enum Level {
        OK,
        WARNING,
        ERROR,
        /** Nobody can say, as the service does not tell, or not to us. */
        UNKNOWN
    }

    static Finding ok(String about, String what) {
        return new Finding(about, Level.OK, what, "");
    }

    static Finding warning(String about, String what, String fix) {
        return new Finding(about, Level.WARNING, what, fix);
    }

    static Finding error(String about, String what, String fix) {
        return new Finding(about, Level.ERROR, what, fix);
    }

    static Finding unknown(String about, String what, String fix) {
        return new Finding(about, Level.UNKNOWN, what, fix);
    }

    String line() {
        String word = level.name().toLowerCase(Locale.ROOT);
        return word + " ".repeat(9 - word.length()) + about + ": " + what + (fix.isEmpty() ? "" : ". " + fix);
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "finding");
        fields.put("about", about);
        fields.put("level", level.name().toLowerCase(Locale.ROOT));
        fields.put("message", what);
        fields.put("fix", fix);
        return fields;
    }

    /** What it means for the command. */
    CliExit exit() {
        return switch (level) {
            case OK -> CliExit.DONE;
            case WARNING, UNKNOWN -> CliExit.WARNINGS;
            case ERROR -> CliExit.FAILED;
        };
    }
}

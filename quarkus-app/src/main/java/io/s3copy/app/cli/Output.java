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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.text.Printable;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command prints: results on standard output, as text or as a JSON object a line; what is wrong, and how far it is, on
 * standard error. Thread-safe.
 */
final class Output {

    /** What is printed. */
    enum Level {
        ALL,
        /** What is wrong alone. */
        ERRORS,
        /** Nothing about objects. */
        NONE
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLEAR = "\r\033[K";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final Level level;
    private final boolean bar;
    private boolean barShown;

    /**
     * Prints.
     *
     * @param bar whether progress is shown
     */
    Output(PrintStream out, PrintStream err, boolean json, Level level, boolean bar) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.level = level;
        this.bar = bar && level == Level.ALL;
    }

    boolean isJson() {
        return json;
    }

    boolean hasBar() {
        return bar;
    }

    /** Something was done: a line for people, which may hold keys; and the same for programs. */
    synchronized void done(String line, Map<String, ?> fields) {
        if (level == Level.ALL) {
            print(out, json ? write(fields) : Printable.of(line));
        }
    }

    /** Something is wrong with an object. Programs read of it where they read of the others. */
    synchronized void wrong(String line, Map<String, ?> fields) {
        if (level != Level.NONE && json) {
            print(out, write(fields));
        } else if (level != Level.NONE) {
            print(err, Printable.of(line));
        }
    }

    /** What the command came to. */
    synchronized void summary(String line, Map<String, ?> fields) {
        if (json && level != Level.NONE) {
            print(out, write(fields));
        } else if (level == Level.ALL) {
            print(err, Printable.of(line));
        }
    }

    /** A message of the command itself, or of the log. It is printed at any level. */
    synchronized void say(String line) {
        print(err, Printable.of(line));
    }

    /** Shows how far it is, in the place of what was shown before. */
    synchronized void progress(String text) {
        if (bar) {
            err.print(CLEAR + Printable.of(text));
            err.flush();
            barShown = true;
        }
    }

    /** Takes away what was shown. */
    synchronized void endProgress() {
        clear();
    }

    private void print(PrintStream to, String line) {
        clear();
        to.println(line);
    }

    private void clear() {
        if (barShown) {
            err.print(CLEAR);
            err.flush();
            barShown = false;
        }
    }

    private static String write(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result cannot be written as JSON", e);
        }
    }
}

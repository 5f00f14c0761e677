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

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;

/** Prints warnings of libraries as lines of the command. */
final class LogLines extends Handler {

    private static final String ROOT = "";

    private final Output output;
    private final SimpleFormatter formatter = new SimpleFormatter();

    private LogLines(Output output) {
        this.output = output;
    }

    /** From here on the log goes there, until what is returned is closed. */
    static Before to(Output output) {
        Logger root = LogContext.getLogContext().getLogger(ROOT);
        Before before = new Before(root.getLevel(), List.of(root.clearHandlers()));
        root.setLevel(Level.WARNING);
        root.addHandler(new LogLines(output));
        return before;
    }

    /** Where the log went before. */
    record Before(Level level, List<Handler> handlers) implements AutoCloseable {

        @Override
        public void close() {
            Logger root = LogContext.getLogContext().getLogger(ROOT);
            root.setLevel(level);
            root.setHandlers(handlers.toArray(Handler[]::new));
        }
    }

    @Override
    public void publish(LogRecord line) {
        if (isLoggable(line)) {
            Throwable thrown = line.getThrown();
            output.say((line.getLevel().intValue() >= Level.SEVERE.intValue() ? "error: " : "warning: ")
                    + formatter.formatMessage(line)
                    + (thrown == null ? "" : " (" + thrown + ")"));
        }
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        // the streams are those of the process
    }
}

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
package io.s3copy.testkit;

import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** All that the given loggers say at the given levels, exceptions included, until it is closed. */
public final class CapturedLog implements AutoCloseable {

    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Runnable end;
    private final Collector collector = new Collector();

    public CapturedLog(Map<String, Level> levels) {
        end = () -> levels.keySet().forEach(context.getConfiguration()::removeLogger);
        collector.start();
        Configuration configuration = context.getConfiguration();
        levels.forEach((name, level) -> {
            LoggerConfig logger = new LoggerConfig(name, level, false);
            logger.addAppender(collector, level, null);
            configuration.addLogger(name, logger);
        });
        context.updateLoggers();
    }

    private CapturedLog(Level level) {
        LoggerConfig root = context.getConfiguration().getRootLogger();
        end = () -> root.removeAppender(collector.getName());
        collector.start();
        root.addAppender(collector, level, null);
        context.updateLoggers();
    }

    /** What any logger says at a level that the configuration of the tests lets through, or above. */
    public static CapturedLog ofAll(Level level) {
        return new CapturedLog(level);
    }

    public String text() {
        return collector.text();
    }

    /** The beginnings of what was said at WARN or above: a line each, without the lines that follow in one message. */
    public List<String> warnings() {
        return text().lines()
                .filter(line -> line.startsWith("WARN ") || line.startsWith("ERROR ") || line.startsWith("FATAL "))
                .toList();
    }

    @Override
    public void close() {
        end.run();
        context.updateLoggers();
        collector.stop();
    }

    private static final class Collector extends AbstractAppender {

        private final StringBuilder text = new StringBuilder();

        Collector() {
            super(
                    "captured",
                    null,
                    PatternLayout.newBuilder()
                            .withPattern("%p %c %m%n%throwable")
                            .build(),
                    true,
                    Property.EMPTY_ARRAY);
        }

        @Override
        public synchronized void append(LogEvent event) {
            text.append(getLayout().toSerializable(event));
        }

        synchronized String text() {
            return text.toString();
        }
    }
}

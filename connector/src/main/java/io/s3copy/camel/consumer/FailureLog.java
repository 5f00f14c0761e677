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
package io.s3copy.camel.consumer;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.text.Printable;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what the consumer cannot do, at WARN in one line each: the failures of {@value #LINES} exchanges of a poll, and then
 * how many more there were; and of polls that fail alike the first. The rest is logged at DEBUG, and so is the failure of an
 * exchange that Camel's error handler has had: it logged it.
 */
public final class FailureLog implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private static final int LINES = 20;

    private final String bucket;

    @GuardedBy("this")
    private int lines;

    @GuardedBy("this")
    private @Nullable String lastOfPoll;

    /**
     * Logs nothing yet.
     *
     * @param bucket that is polled
     */
    public FailureLog(String bucket) {
        this.bucket = Printable.of(bucket);
    }

    /**
     * A poll is done.
     *
     * @param well whether it did not fail
     */
    public synchronized void polled(boolean well) {
        if (lines > LINES) {
            LOG.warn("{} more exchanges of objects of {} failed in this poll", lines - LINES, bucket);
        }
        lines = 0;
        if (well) {
            lastOfPoll = null;
        }
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(@Nullable String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public synchronized void handleException(
            @Nullable String message, @Nullable Exchange exchange, Throwable exception) {
        String what = Printable.of(String.valueOf(exception));
        if (exchange == null && what.equals(lastOfPoll)) {
            LOG.debug("The poll of {} failed as the one before: {}", bucket, what);
        } else if (exchange == null) {
            lastOfPoll = what;
            LOG.warn(
                    "The poll of {} failed, and is repeated; its next failures are logged if they differ: {}",
                    bucket,
                    what);
            LOG.debug("It failed here", exception);
        } else if (exchange.getExchangeExtension().isErrorHandlerHandledSet()) {
            LOG.debug("An object of {} is left for a later poll: {}", bucket, what);
        } else {
            ofObject(exception);
        }
    }

    /** Something failed that is about an object, and not about the poll. */
    public synchronized void ofObject(Throwable exception) {
        String what = Printable.of(String.valueOf(exception));
        if (++lines <= LINES) {
            LOG.warn("An object of {} is left for a later poll: {}", bucket, what);
        } else {
            LOG.debug("An object of {} is left for a later poll: {}", bucket, what);
        }
    }
}

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
package io.s3copy.camel.progress;

import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyTask;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.text.Printable;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an endpoint says of its copies in the log. A failure is one line: where an exchange ends with it, that of Camel's
 * error handler; otherwise a WARN here. Copies are lines at debug, or at INFO where that is wanted.
 */
public final class CopyLog implements CopyListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CopyLog.class);

    /** Of warnings in a minute: when everything fails, all fail alike. */
    static final int MOST = 60;

    private final boolean handled;
    private final boolean made;
    private final LineBudget warnings;

    /**
     * A log of an endpoint.
     *
     * @param handled whether failures that routes handle are warned of
     * @param made whether copies that are made or skipped are told at INFO
     */
    public CopyLog(boolean handled, boolean made) {
        this(handled, made, System::nanoTime);
    }

    CopyLog(boolean handled, boolean made, LongSupplier nanoTime) {
        this.handled = handled;
        this.made = made;
        this.warnings = new LineBudget(MOST, nanoTime);
    }

    @Override
    public void finished(CopyTask copy, CopyResult result) {
        if (made) {
            LOG.info("{}", line(result));
        } else if (LOG.isDebugEnabled()) {
            LOG.debug("{}", line(result));
        }
    }

    @Override
    public void failed(CopyTask copy, Throwable failure, Duration duration, int requests) {
        LOG.debug(
                "Not copied ({}) after {} requests in {} ms: {}",
                ErrorClass.of(failure),
                requests,
                duration.toMillis(),
                message(failure));
    }

    /** A call of the endpoint begins. */
    public void begins(Exchange exchange) {
        UnsaidFailure.settle(exchange);
    }

    /** A call of the endpoint failed, and so does the exchange. */
    public void failed(Exchange exchange, Throwable failure) {
        if (handled) {
            UnsaidFailure.remember(exchange, failure, this::warn);
        }
    }

    private void warn(Throwable failure) {
        long omitted = warnings.take();
        if (omitted == 0) {
            LOG.warn("Not copied, and handled by the route: {}", message(failure));
        } else if (omitted > 0) {
            LOG.warn("Not copied, and handled by the route, as {} more before it: {}", omitted, message(failure));
        }
    }

    /** Logs how many failures were left out. */
    @Override
    public void close() {
        long omitted = warnings.omitted();
        if (omitted > 0) {
            LOG.warn("{} more were not copied, and handled by the route", omitted);
        }
    }

    private static String message(Throwable failure) {
        return Printable.of(String.valueOf(failure.getMessage()));
    }

    private static String line(CopyResult result) {
        return Printable.of(result.source() + " to " + result.bucket() + "/" + result.key() + ": "
                + (result.dryRun() ? "would be " : "") + result.way()
                + (result.skipped() == null ? "" : " (" + result.skipped() + ")")
                + ", bytes " + result.bytes() + ", parts " + result.parts() + ", verified " + result.verified()
                + ", not carried " + result.notCarried() + ", source deleted " + result.sourceDeleted()
                + ", requests " + result.requests() + ", " + result.duration().toMillis() + " ms");
    }
}

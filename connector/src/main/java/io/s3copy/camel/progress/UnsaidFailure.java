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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The failure of an exchange, until it is logged. An exchange that ends with it hands it to Camel's error handler or
 * to the caller: they tell it. One that ends without it was handled, by a dead letter channel, {@code handled} or {@code
 * doCatch}, and Camel logs nothing: then it is told here.
 */
public final class UnsaidFailure extends SynchronizationAdapter {

    private static final String PROPERTY = "CamelS3CopyUnsaidFailure";

    private final Consumer<Throwable> log;

    /** Null once it is over: an exchange that is redelivered for a day keeps one of these for each try. */
    @GuardedBy("this")
    private @Nullable Throwable failure;

    private UnsaidFailure(Throwable failure, Consumer<Throwable> log) {
        this.failure = failure;
        this.log = log;
    }

    /** Remembers the failure that an exchange gets now. */
    static void remember(Exchange exchange, Throwable failure, Consumer<Throwable> log) {
        settle(exchange);
        UnsaidFailure unsaid = new UnsaidFailure(failure, log);
        exchange.setProperty(PROPERTY, unsaid);
        exchange.getExchangeExtension().addOnCompletion(unsaid);
    }

    /** The exchange goes on to another copy: what failed before was handled, unless this is another try of it. */
    static void settle(Exchange exchange) {
        UnsaidFailure before = exchange.getProperty(PROPERTY, UnsaidFailure.class);
        if (before != null) {
            exchange.removeProperty(PROPERTY);
            Integer tries = exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, Integer.class);
            if (tries == null || tries == 0) {
                before.say();
            } else {
                before.drop();
            }
        }
    }

    /** The failure of this exchange has been logged elsewhere. */
    public static void said(Exchange exchange) {
        UnsaidFailure unsaid = exchange.getProperty(PROPERTY, UnsaidFailure.class);
        if (unsaid != null) {
            exchange.removeProperty(PROPERTY);
            unsaid.drop();
        }
    }

    @Override
    public void onComplete(Exchange exchange) {
        say();
    }

    @Override
    public void onFailure(Exchange exchange) {
        if (isToldBy(exchange.getException())) {
            drop();
        } else {
            say();
        }
    }

    private synchronized boolean isToldBy(@Nullable Throwable thrown) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (one == failure) {
                return true;
            }
        }
        return false;
    }

    private void say() {
        Throwable unsaid = take();
        if (unsaid != null) {
            log.accept(unsaid);
        }
    }

    private void drop() {
        var unused = take();
    }

    /** The failure, if it is still to be said; then it is over. */
    private synchronized @Nullable Throwable take() {
        Throwable unsaid = failure;
        failure = null;
        return unsaid;
    }
}

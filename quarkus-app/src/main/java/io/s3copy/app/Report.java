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
package io.s3copy.app;

import io.quarkus.arc.Unremovable;
import io.s3copy.engine.S3CallException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.Printable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Exchange;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says on standard output what became of each object, and in the end of all. */
@ApplicationScoped
@Named("report")
@Unremovable
public class Report {

    /** Exchange properties: the object that is copied, and when it set off. */
    private static final String OBJECT = "s3copy.object";

    private static final String START = "s3copy.start";

    private static final double NANOS = 1e9;
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final PrintStream out = System.out;
    private final LongAdder copied = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final Settings settings;
    private volatile long jobStart;
    private volatile boolean running;

    Report(Settings settings) {
        this.settings = settings;
    }

    /** The job begins. */
    public void begin() {
        jobStart = System.nanoTime();
        running = true;
    }

    /** An object sets off. The exchange's own clock will not do: a split exchange has that of the whole. */
    public void copying(Exchange exchange) {
        exchange.setProperty(OBJECT, exchange.getMessage().getBody(SourceObject.class));
        exchange.setProperty(START, System.nanoTime());
    }

    /** An object was copied. */
    public void copied(Exchange exchange) {
        SourceObject object = object(exchange);
        copied.increment();
        bytes.add(object.size());
        out.println("copied  " + object.from() + " -> " + object.to() + "  ETag "
                + result(exchange, CopyParameter.RESULT_ETAG) + "  version "
                + result(exchange, CopyParameter.RESULT_VERSION_ID) + "  " + object.size() + " bytes  "
                + millis(exchange) + " ms");
    }

    /** An object was not copied. */
    public void failed(Exchange exchange) {
        SourceObject object = object(exchange);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        failed.increment();
        out.println("FAILED  " + object.from() + " -> " + object.to() + "  " + reason(failure));
    }

    /** The bucket could not be listed to its end. */
    void listingFailed(Throwable failure) {
        failed.increment();
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String reason = cause instanceof S3Exception s3
                ? s3.statusCode() + " " + s3.awsErrorDetails().errorCode() + ": "
                        + s3.awsErrorDetails().errorMessage()
                : cause.toString();
        out.println("FAILED  listing of " + settings.source().bucket() + "  " + Printable.of(reason));
    }

    /** The application was told to end. */
    void stopping() {
        if (running) {
            out.println("Stopping: waiting for the copies in flight");
        }
    }

    /** Whether all went well so far. */
    boolean clean() {
        return failed.sum() == 0;
    }

    /** The job is done. */
    public void summary() {
        running = false;
        double seconds = (System.nanoTime() - jobStart) / NANOS;
        out.println(String.format(
                Locale.ROOT,
                "copied %d, failed %d, %d bytes, %.1f s, %.1f copies/s",
                copied.sum(),
                failed.sum(),
                bytes.sum(),
                seconds,
                copied.sum() / seconds));
        out.flush();
    }

    private static String reason(Throwable failure) {
        if (failure instanceof S3CallException s3 && s3.code() != null) {
            return s3.status() + " " + s3.code() + ": " + Printable.of(s3.getMessage());
        }
        return Printable.of(String.valueOf(failure.getMessage()));
    }

    private static long millis(Exchange exchange) {
        return (System.nanoTime() - exchange.getProperty(START, Long.class)) / NANOS_IN_MILLI;
    }

    private static SourceObject object(Exchange exchange) {
        return exchange.getProperty(OBJECT, SourceObject.class);
    }

    private static String result(Exchange exchange, CopyParameter member) {
        return exchange.getMessage().getHeader(member.header(), "-", String.class);
    }
}

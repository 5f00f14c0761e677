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
package io.s3copy.camel.route;

import io.s3copy.event.Decoded;
import io.s3copy.event.DecoderOptions;
import io.s3copy.event.EventDecoder;
import io.s3copy.event.EventFormatException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a webhook answer in time, whatever its copies take. At most so many requests wait for their answers at once, and
 * as many copies go on behind them; whoever comes beyond that is told at once to send again. A copy that outlasts its
 * request goes on, and a sender that sends the same notification again waits for that copy, and gets its outcome.
 *
 * <p>The outcome is the exchange property {@link #STATUS}: the status of HTTP for the answer, as text.
 *
 * <p>Two notifications are the same when their bytes are, and each of their events tells its time: what tells none is
 * applied each time.
 */
public final class Deliveries {

    /** The exchange property with the status of HTTP. */
    public static final String STATUS = "s3copy-status";

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final String DIGEST = "s3copy-delivery";
    private static final String DONE = "200";
    private static final String AGAIN = "503";
    /** How many outcomes are kept that their senders have not fetched. */
    private static final int OUTCOMES = 1000;

    private static final EventDecoder DECODER = new EventDecoder(DecoderOptions.DEFAULT);

    private final Map<String, CompletableFuture<String>> known = new LinkedHashMap<>(); // guarded by itself

    private Semaphore requests = new Semaphore(16);
    private Semaphore copies = new Semaphore(16);
    private Duration answerWithin = Duration.ofSeconds(10);

    /** Sets how many requests wait, and how many notifications are copied, at once; by default 16. */
    public void setAtOnce(int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException(atOnce + " requests at once: write 1 or more");
        }
        requests = new Semaphore(atOnce);
        copies = new Semaphore(atOnce);
    }

    /** Sets how long a notification that is sent again waits for its copy, in ms; by default 10 s. */
    public void setAnswerWithin(Duration answerWithin) {
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new IllegalArgumentException(
                    "An answer within " + answerWithin + ": write a time of more than nothing");
        }
        this.answerWithin = answerWithin;
    }

    /**
     * Takes a place for a request until its answer is sent.
     *
     * @throws RefusedRequestException 503 when there is none
     */
    public void enter(Exchange exchange) {
        take(requests, "requests", exchange, new SynchronizationAdapter());
    }

    /**
     * Whether a notification is to be copied now. When it is not, as it was sent before, {@link #STATUS} tells what came
     * of it, or 503 where its copy still goes on.
     */
    public boolean isNew(Exchange exchange) throws InterruptedException {
        String digest = digest(exchange);
        exchange.setProperty(DIGEST, digest);
        exchange.setProperty(STATUS, AGAIN);
        CompletableFuture<String> before;
        synchronized (known) {
            before = known.get(digest);
        }
        if (before == null) {
            return true;
        }
        String outcome = outcome(before);
        LOG.debug("A notification came again: {}", outcome);
        exchange.setProperty(STATUS, outcome);
        return !outcome.equals(DONE) && before.isDone();
    }

    private String outcome(CompletableFuture<String> copy) throws InterruptedException {
        try {
            return copy.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return AGAIN;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The copy of a notification begins, in an exchange of its own.
     *
     * @throws RefusedRequestException 503 when as many go on as may
     */
    public void begin(Exchange exchange) {
        String digest = exchange.getProperty(DIGEST, String.class);
        CompletableFuture<String> copy = new CompletableFuture<>();
        take(copies, "copies", exchange, new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                String status = done.isFailed() ? AGAIN : done.getProperty(STATUS, AGAIN, String.class);
                copy.complete(status);
                if (!status.equals(DONE)) {
                    forget(digest, copy);
                }
            }
        });
        if (tellsItsTime(exchange)) {
            synchronized (known) {
                known.put(digest, copy);
                forgetTheOldest();
            }
        }
    }

    /** The answer follows: what came of the copy is told by it, and need not be kept. */
    public void answered(Exchange exchange) {
        String digest = exchange.getProperty(DIGEST, String.class);
        synchronized (known) {
            CompletableFuture<String> copy = known.get(digest);
            if (copy != null && copy.isDone() && DONE.equals(exchange.getProperty(STATUS, String.class))) {
                known.remove(digest);
            }
        }
    }

    private void forget(String digest, CompletableFuture<String> copy) {
        synchronized (known) {
            known.remove(digest, copy);
        }
    }

    /** Of the outcomes. What goes on is bounded by its places. */
    private void forgetTheOldest() {
        int over = known.size() - OUTCOMES;
        Iterator<CompletableFuture<String>> all = known.values().iterator();
        while (over > 0 && all.hasNext()) {
            if (all.next().isDone()) {
                all.remove();
                over--;
            }
        }
    }

    private static void take(Semaphore places, String what, Exchange exchange, SynchronizationAdapter then) {
        if (!places.tryAcquire()) {
            throw new RefusedRequestException(503, "as many " + what + " are under way as may be");
        }
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                places.release();
                then.onDone(done);
            }
        });
    }

    private static boolean tellsItsTime(Exchange exchange) {
        try {
            Decoded decoded = DECODER.decode(exchange.getMessage().getBody(byte[].class), Map.of());
            return decoded.events().stream().allMatch(event -> event.origin().time() != null);
        } catch (EventFormatException e) {
            return false;
        }
    }

    private static String digest(Exchange exchange) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(exchange.getMessage().getBody(byte[].class));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) { // every JDK has it
            throw new IllegalStateException(e);
        }
    }
}

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
package io.s3copy.camel;

import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.camel.consumer.AfterReadStep;
import io.s3copy.camel.consumer.BucketPass;
import io.s3copy.camel.consumer.ConsumerOptions;
import io.s3copy.camel.consumer.DeleteOrMove;
import io.s3copy.camel.consumer.FailureLog;
import io.s3copy.camel.consumer.InFlight;
import io.s3copy.camel.consumer.NewObjects;
import io.s3copy.camel.consumer.PollFaults;
import io.s3copy.camel.consumer.SeenObjects;
import io.s3copy.camel.consumer.Tag;
import io.s3copy.camel.operation.RequestWindows;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.text.Printable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.BridgeExceptionHandlerToErrorHandler;
import org.apache.camel.support.EmptyAsyncCallback;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.CastUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists a bucket, and sends an exchange for each new or changed object. Nothing is downloaded. A poll lists page by page, and
 * ends when its exchanges have ended.
 */
public class S3CopyConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(S3CopyConsumer.class);

    /** Objects of one batch, and exchanges in flight: those of a page. */
    private static final int PAGE = ListQuery.MAX_KEYS;

    private final String bucket;
    private final FailureLog failureLog;
    private final PollFaults faults;
    private final InFlight inFlight = new InFlight(PAGE);
    private final @Nullable IdempotentRepository seen;
    private @Nullable Work work;

    /** What a started consumer works with. */
    private record Work(
            NewObjects objects,
            AfterReadStep afterRead,
            Requests requests,
            ObjectCopier copier,
            RequestWindows.Use window,
            ScheduledExecutorService timer) {}

    S3CopyConsumer(S3CopyEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        S3CopyConfiguration configuration = endpoint.getConfiguration();
        bucket = endpoint.getBucketNameOrArn();
        failureLog = new FailureLog(bucket);
        faults = new PollFaults(configuration.getMaxDenied());
        seen = repository(configuration);
        setMaxMessagesPerPoll(configuration.getMaxMessagesPerPoll());
        // an option of the endpoint replaces it
        setExceptionHandler(failureLog);
    }

    private static @Nullable IdempotentRepository repository(S3CopyConfiguration configuration) {
        if (!configuration.isIdempotent()) {
            return null;
        }
        IdempotentRepository given = configuration.getIdempotentRepository();
        return given == null ? new SeenObjects(configuration.getRememberedObjects()) : given;
    }

    @Override
    public S3CopyEndpoint getEndpoint() {
        return (S3CopyEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        work = open();
        ServiceHelper.startService(seen);
        super.doStart();
    }

    private Work open() {
        S3CopyEndpoint endpoint = getEndpoint();
        S3CopyConfiguration configuration = endpoint.getConfiguration();
        S3Calls s3 = endpoint.clients().destination();
        ScheduledExecutorService timer = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(endpoint, "S3CopyConsumerRetries");
        RequestWindows.Use window = endpoint.getComponent()
                .shared()
                .windows()
                .use(endpoint.clients().destinationClient(), bucket, configuration.getMaxPending());
        Requests requests = new Requests(
                window.window(),
                new Retries(ConsumerOptions.retryFor(configuration), timer),
                () -> "the poll of " + Printable.of(bucket),
                Requests.Retried.NONE);
        PrefixListing listing = new PrefixListing(s3, requests, ConsumerOptions.query(bucket, configuration), false);
        CopyRequest common = ConsumerOptions.common(configuration);
        ObjectCopier copier = ObjectCopier.builder(s3, window.window(), timer, ConsumerOptions.settings(configuration))
                .traits(endpoint.running().traits())
                .build();
        NewObjects objects = new NewObjects(
                bucket,
                () -> new BucketPass(listing),
                now -> ListingFilter.of(configuration, now),
                object -> requests.send(() -> s3.getObjectTagging(ObjectQuery.ofSource(
                        common.toBuilder().source(bucket, object.key()).build()))),
                seen,
                inFlight);
        AfterReadStep afterRead = switch (configuration.getAfterRead()) {
            case none -> AfterReadStep.NONE;
            case delete -> new DeleteOrMove(copier, bucket, common, null);
            case move -> new DeleteOrMove(copier, bucket, common, ConsumerOptions.destination(configuration));
            case tag -> new Tag(s3, requests, bucket, common, ConsumerOptions.tags(configuration));
        };
        return new Work(objects, afterRead, requests, copier, window, timer);
    }

    @Override
    protected void doStop() throws Exception {
        Work ended = work;
        if (ended != null) {
            // a poll that waits for a page waits no longer
            ended.requests().end(() -> new CopyStoppedException("the consumer is stopped: nothing is listed"));
            ended.requests().hurry();
        }
        super.doStop();
        if (ended != null) {
            ended.copier().close();
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(ended.timer());
            ended.window().close();
            work = null;
        }
        if (seen != null && getEndpoint().getConfiguration().getIdempotentRepository() != null) {
            ServiceHelper.stopService(seen);
        }
    }

    private boolean goesOn() {
        return isBatchAllowed() && isRunAllowed() && !isSuspendingOrSuspended() && !faults.endPoll();
    }

    @Override
    protected int poll() throws Exception {
        Work now = work;
        if (now == null) {
            return 0;
        }
        shutdownRunningTask = null;
        pendingExchanges = 0;
        faults.begin();
        boolean well = false;
        try {
            int sent = send(now);
            inFlight.awaitNone(this::isRunAllowed);
            faults.done();
            well = true;
            // what failed must not make a greedy consumer poll without end
            return sent - Math.min(sent, faults.failures());
        } catch (CopyStoppedException | InterruptedException e) {
            if (isRunAllowed()) {
                throw e;
            }
            LOG.debug("The poll of {} ended because the consumer stops", bucket);
            return 0;
        } finally {
            if (!well) {
                now.objects().restart();
            }
            failureLog.polled(well);
        }
    }

    private int send(Work now) throws Exception {
        int sent = 0;
        while (goesOn()) {
            int room = maxMessagesPerPoll > 0 ? Math.min(PAGE, maxMessagesPerPoll - sent) : PAGE;
            if (room == 0) {
                break;
            }
            List<ListedObject> next = now.objects().take(room, this::goesOn);
            if (next.isEmpty()) {
                return sent;
            }
            sent += processBatch(CastUtils.cast(new ArrayDeque<Object>(next)));
        }
        now.objects().pause();
        return sent;
    }

    /** Sends listed objects. Those that are not sent any more are given back. */
    @Override
    public int processBatch(Queue<Object> exchanges) throws Exception {
        Work now = work;
        if (now == null) {
            return 0;
        }
        int total = exchanges.size();
        int index = 0;
        try {
            while (!exchanges.isEmpty() && goesOn()) {
                ListedObject object = (ListedObject) exchanges.element();
                if (!inFlight.enter(object.key(), this::goesOn)) {
                    break;
                }
                exchanges.remove();
                pendingExchanges = total - index - 1;
                process(now, object, index++, total);
            }
        } finally {
            exchanges.forEach(left -> now.objects().giveBack((ListedObject) left));
            pendingExchanges = 0;
        }
        return index;
    }

    private void process(Work now, ListedObject object, int index, int total) {
        Exchange exchange = createExchange(true);
        describe(exchange.getMessage(), object);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, total);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == total - 1);
        exchange.getExchangeExtension().addOnCompletion(new End(now, object));
        LOG.debug("Sends {}", Printable.of(object.key()));
        getAsyncProcessor().process(exchange, EmptyAsyncCallback.get());
    }

    /**
     * The source of a copy, in the headers of the producer; and in those of aws2-s3, from which the producer knows size and
     * ETag. Nothing about a destination. Keys are only values.
     */
    private void describe(Message message, ListedObject object) {
        message.setBody(object);
        message.setHeader(CopyParameter.COPY_SOURCE_BUCKET.header(), bucket);
        message.setHeader(CopyParameter.COPY_SOURCE_KEY.header(), object.key());
        message.setHeader("CamelAwsS3BucketName", bucket);
        message.setHeader("CamelAwsS3Key", object.key());
        if (!ETags.bare(object.eTag()).isEmpty()) {
            message.setHeader("CamelAwsS3ETag", ETags.bare(object.eTag()));
        }
        if (object.size() != ListedObject.UNKNOWN_SIZE) {
            message.setHeader("CamelAwsS3ContentLength", object.size());
        }
        if (object.lastModified() != null) {
            message.setHeader("CamelAwsS3LastModified", object.lastModified());
            message.setHeader(Exchange.MESSAGE_TIMESTAMP, object.lastModified().toEpochMilli());
        }
    }

    /** The end of an exchange. The exchange itself may be used for another object right after. */
    private final class End implements Synchronization {

        private final Work now;
        private final ListedObject object;

        private End(Work now, ListedObject object) {
            this.now = now;
            this.object = object;
        }

        @Override
        public void onComplete(Exchange exchange) {
            if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
                failed(exchange, null);
                return;
            }
            faults.succeeded();
            Futures.whenDone(step(), (done, failure) -> {
                try {
                    ended(failure);
                } finally {
                    inFlight.leave(object.key());
                }
            });
        }

        private CompletableFuture<Void> step() {
            try {
                return now.afterRead().take(object);
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        private void ended(@Nullable Throwable failure) {
            if (failure == null) {
                now.objects().confirm(object);
            } else {
                // it is sent again, as Camel does with a file that it cannot move
                faults.failed(failure);
                now.objects().giveBack(object);
                report(failure);
            }
        }

        private void report(Throwable failure) {
            if (getExceptionHandler() == failureLog) {
                failureLog.ofObject(failure);
            } else {
                getExceptionHandler().handleException("afterRead failed. The object is sent again", failure);
            }
        }

        @Override
        public void onFailure(Exchange exchange) {
            failed(exchange, exchange.getException());
        }

        private void failed(Exchange exchange, @Nullable Throwable failure) {
            try {
                faults.failed(failure);
                now.objects().giveBack(object);
                // the error handler of the route has had it
                if (failure != null && !(getExceptionHandler() instanceof BridgeExceptionHandlerToErrorHandler)) {
                    getExceptionHandler()
                            .handleException(
                                    "The exchange of an object failed. The object is sent again", exchange, failure);
                }
            } finally {
                inFlight.leave(object.key());
            }
        }
    }
}

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
package io.s3copy.testkit.fault;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.StubServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A simulated S3 over HTTP, on loopback, that keeps state and breaks by plan. Objects have any size, as they have no
 * bytes. It checks what S3 checks of a copy (sizes, conditions, parts, checksums), and no signature.
 */
public final class FaultyS3 implements S3Server {

    static final String REGION = "us-east-1";
    static final String ACCESS_KEY = "faulty-access";

    private final Store store = new Store();
    private final Set<Quirk> quirks = Collections.synchronizedSet(EnumSet.noneOf(Quirk.class));
    private final Calls calls = new Calls(store, quirks);
    private final SourceChanges sources = new SourceChanges(store);
    private final List<S3Operation> operations = new ArrayList<>();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final Injection injection = new Injection(store, calls.uploads, sources, calls::answer);
    private volatile FaultPlan plan = FaultPlan.NONE;
    private volatile RateLimit limit;
    private final StubServer server = StubServer.start("faulty-s3", this::received);

    private FaultyS3() {}

    public static FaultyS3 start() {
        return new FaultyS3();
    }

    /** What goes wrong from now on. */
    public FaultyS3 plan(FaultPlan faults) {
        plan = faults;
        return this;
    }

    /** How many requests are taken from now on; null for all. */
    public FaultyS3 limit(RateLimit rate) {
        limit = rate;
        return this;
    }

    public FaultyS3 with(Quirk... more) {
        quirks.addAll(List.of(more));
        return this;
    }

    /** Takes a quirk away again. */
    public FaultyS3 without(Quirk quirk) {
        quirks.remove(quirk);
        return this;
    }

    /** Has the quirks of a server of the field, besides those that it has already. */
    public FaultyS3 playing(ServerPart part) {
        quirks.addAll(part.quirks());
        return this;
    }

    /** CopyObject of more than so many bytes is 400 EntityTooLarge from now on; 0 for S3's limit of 5 GiB. */
    public FaultyS3 copyLimit(long bytes) {
        calls.objects.copyLimit(bytes);
        return this;
    }

    public FaultyS3 bucket(String name) {
        return bucket(name, false);
    }

    public FaultyS3 bucket(String name, boolean versioned) {
        synchronized (store) {
            store.create(name, versioned);
        }
        return this;
    }

    /** What GetBucketLifecycleConfiguration answers; without it, 404. */
    public FaultyS3 lifecycle(String bucket, String xml) {
        calls.buckets.lifecycle(bucket, xml);
        return this;
    }

    /** Puts an object with content that no other has. */
    public StoredObject put(String bucket, String key, long size) {
        return put(bucket, key, size, object -> object);
    }

    /** The same, with more than its size said of it. */
    public StoredObject put(String bucket, String key, long size, UnaryOperator<StoredObject> described) {
        synchronized (store) {
            return store.put(bucket, key, described.apply(StoredObject.of(store.newContent(bucket, key, size))));
        }
    }

    /** Puts the content of an object once more: the same ETag, LastModified at least one second later. */
    public StoredObject putAgain(String bucket, String key) {
        return putAgain(bucket, key, object -> object);
    }

    /** The same, with other tags or metadata than before. */
    public StoredObject putAgain(String bucket, String key, UnaryOperator<StoredObject> described) {
        return sources.putAgain(bucket, key, described);
    }

    /** The object that is visible under a key. */
    public Optional<StoredObject> object(String bucket, String key) {
        synchronized (store) {
            return store.get(bucket, key);
        }
    }

    /** All that ever was visible under a key, oldest first: one entry for each write. */
    public List<StoredObject> writes(String bucket, String key) {
        synchronized (store) {
            return store.states(bucket, key);
        }
    }

    /** The ids of uploads that have been neither completed nor aborted. */
    public List<String> openUploads() {
        synchronized (store) {
            return store.uploads().stream().map(upload -> upload.id).toList();
        }
    }

    /** The uploads whose id no client ever got to know, as the answer to Create was lost. */
    public Set<String> unheardUploads() {
        return injection.unheardUploads();
    }

    /** How many writes of a key took effect without the client being told. */
    public int lostAnswers(String bucket, String key) {
        return injection.lostAnswers(bucket, key);
    }

    /** How often a fault was injected. */
    public long injected(Fault fault) {
        return injection.count(fault);
    }

    /** How many bytes of the content of objects have been sent so far, those in the system's buffers included. */
    public long contentSent() {
        return server.contentSent();
    }

    /** The operations asked for, in order of arrival, those that were refused included. */
    public List<S3Operation> operations() {
        synchronized (operations) {
            return List.copyOf(operations);
        }
    }

    /** Forgets the operations; attempts are counted on. */
    public void forgetOperations() {
        synchronized (operations) {
            operations.clear();
        }
    }

    private Response received(RecordedRequest request) {
        synchronized (operations) {
            operations.add(request.operation());
        }
        RateLimit rate = limit;
        if (rate != null && !rate.admits()) {
            return Refusals.slowDown();
        }
        int number = attempts.merge(FaultPlan.identity(request), 1, Integer::sum);
        try {
            return injection.answer(plan, new FaultPlan.Attempt(request, number));
        } catch (RuntimeException e) {
            // A bug of the stub or of a test's plan: no retry may hide it
            return Response.error(400, "StubFailed", request + ": " + e);
        }
    }

    @Override
    public String name() {
        return "faulty stub";
    }

    @Override
    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public String accessKey() {
        return ACCESS_KEY;
    }

    @Override
    public String secretKey() {
        return "faulty-secret";
    }

    @Override
    public String region() {
        return REGION;
    }

    @Override
    public void close() {
        server.close();
    }
}

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
package io.s3copy.testkit.synthetic;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Xml;
import io.s3copy.testkit.StubServer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * An S3 over HTTP, on loopback, whose objects are computed: it lists, heads, copies and deletes them. A copy is a number in
 * a set, so that it can be told of a million copies that each was made, and how often. It checks no signature.
 */
public final class SyntheticS3 implements S3Server {

    private final Map<String, SyntheticBucket> buckets = new ConcurrentHashMap<>();
    private final Map<S3Operation, LongAdder> requests = new ConcurrentHashMap<>();
    private volatile long latency;
    private final StubServer server = StubServer.start("synthetic-s3", this::received);

    private SyntheticS3() {}

    /** Starts a server without buckets. */
    public static SyntheticS3 start() {
        return new SyntheticS3();
    }

    /** Puts a bucket there, in place of another of that name. */
    public SyntheticS3 bucket(String name, SyntheticBucket bucket) {
        buckets.put(name, bucket);
        return this;
    }

    /** Each page of a listing is sent so long after it was asked for, from now on. */
    public SyntheticS3 latency(Duration ofPage) {
        latency = ofPage.toMillis();
        return this;
    }

    /** How many requests of a kind there were. */
    public long requests(S3Operation operation) {
        LongAdder count = requests.get(operation);
        return count == null ? 0 : count.sum();
    }

    private Response received(RecordedRequest request) {
        requests.computeIfAbsent(request.operation(), any -> new LongAdder()).increment();
        try {
            return answer(request);
        } catch (RuntimeException e) {
            // a bug of the stub, or a request that it does not take: no retry may hide it
            return Response.error(400, "StubFailed", request + ": " + e);
        }
    }

    private Response answer(RecordedRequest request) {
        SyntheticBucket bucket = buckets.get(request.bucket());
        if (bucket == null) {
            return request.method().equals("HEAD")
                    ? Response.empty(404)
                    : Response.error(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        return switch (request.operation()) {
            case LIST_OBJECTS_V2 -> later(SyntheticListings.objects(request, bucket));
            case LIST_OBJECT_VERSIONS -> later(SyntheticListings.versions(request, bucket));
            case HEAD_BUCKET -> Response.empty(200).withHeader("x-amz-bucket-region", region());
            case HEAD_OBJECT -> head(bucket, bucket.space().indexOf(request.key()));
            case COPY_OBJECT -> copy(request, bucket);
            case DELETE_OBJECT -> delete(request, bucket);
            default -> Response.error(501, "NotImplemented", "The stub has no answer to " + request);
        };
    }

    private Response later(Response page) {
        return latency == 0
                ? page
                : page.heldUntil(new CompletableFuture<Void>().completeOnTimeout(null, latency, TimeUnit.MILLISECONDS));
    }

    private static Response head(SyntheticBucket bucket, long index) {
        if (index < 0 || !bucket.has(index)) {
            return Response.empty(404);
        }
        Instant time = Instant.ofEpochSecond(bucket.space().lastModified(index));
        return Response.empty(200)
                .withHeader("Content-Length", Long.toString(bucket.space().objectSize(index)))
                .withHeader("ETag", bucket.space().eTag(index))
                .withHeader("Content-Type", "binary/octet-stream")
                .withHeader(
                        "Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
    }

    private Response copy(RecordedRequest request, SyntheticBucket to) {
        String source = request.header("x-amz-copy-source").orElseThrow().replaceFirst("^/", "");
        String[] named = source.split("/", 2);
        SyntheticBucket from = buckets.get(decoded(named[0]));
        if (from == null) {
            return Response.error(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        long index = from.space().indexOf(decoded(named[1]));
        if (index < 0 || !from.has(index)) {
            return Response.error(404, "NoSuchKey", "The specified key does not exist.");
        }
        String eTag = from.space().eTag(index);
        long there = to.space().indexOf(request.key());
        if (there < 0) {
            return Response.error(400, "StubKey", "The bucket has no room for " + request);
        } else if (isUnmet(request, "x-amz-copy-source-if-match", eTag)
                || (to.has(there) && request.headers().contains("If-None-Match"))) {
            return Response.error(412, "PreconditionFailed", "At least one of the pre-conditions did not hold");
        } else if (!to.space().eTag(there).equals(eTag)) {
            return Response.error(400, "StubSource", "This key is for another object than is copied by " + request);
        }
        to.put(there);
        char[] time = PageXml.time(to.space().lastModified(there));
        return Response.xml(
                200,
                S3Xml.document(
                        "CopyObjectResult",
                        S3Xml.element("LastModified", new String(time)) + S3Xml.element("ETag", eTag)));
    }

    private static Response delete(RecordedRequest request, SyntheticBucket bucket) {
        long index = bucket.space().indexOf(request.key());
        if (index >= 0 && bucket.has(index)) {
            if (isUnmet(request, "If-Match", bucket.space().eTag(index))) {
                return Response.error(412, "PreconditionFailed", "At least one of the pre-conditions did not hold");
            }
            bucket.delete(index);
        }
        return Response.empty(204);
    }

    private static boolean isUnmet(RecordedRequest request, String header, String eTag) {
        return request.header(header)
                .filter(wanted -> !wanted.replace("\"", "").equals(eTag.replace("\"", "")))
                .isPresent();
    }

    /** In a header as in a path, "+" is itself. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return "synthetic S3";
    }

    @Override
    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public String accessKey() {
        return "synthetic-access";
    }

    @Override
    public String secretKey() {
        return "synthetic-secret";
    }

    @Override
    public void close() {
        server.close();
    }
}

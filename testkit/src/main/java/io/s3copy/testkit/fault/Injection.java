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
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets requests take effect, or goes wrong instead, and keeps account of both. */
final class Injection {

    private static final Pattern UPLOAD_ID = Pattern.compile("<UploadId>(.*?)</UploadId>");

    private final Store store;
    private final UploadCalls uploads;
    private final SourceChanges sources;
    private final Function<RecordedRequest, Response> effect;
    private final Map<Fault, AtomicLong> counts = new EnumMap<>(Fault.class);
    private final Map<String, Integer> lost = new ConcurrentHashMap<>();
    private final Set<String> unheardUploads = ConcurrentHashMap.newKeySet();

    Injection(Store store, UploadCalls uploads, SourceChanges sources, Function<RecordedRequest, Response> effect) {
        this.store = store;
        this.uploads = uploads;
        this.sources = sources;
        this.effect = effect;
        for (Fault fault : Fault.values()) {
            counts.put(fault, new AtomicLong());
        }
    }

    Response answer(FaultPlan plan, FaultPlan.Attempt attempt) {
        RecordedRequest request = attempt.request();
        Fault fault = plan.decide(attempt).orElse(null);
        if (fault == null) {
            return effect.apply(request);
        }
        counts.get(fault).incrementAndGet();
        return switch (fault) {
            case SLOW_DOWN -> Refusals.slowDown();
            case INTERNAL_ERROR -> Refusals.internalError();
            case SERVICE_UNAVAILABLE -> Refusals.serviceUnavailable();
            case CUT_BEFORE -> Response.connectionCut();
            case CUT_AFTER -> lost(request, effect.apply(request));
            case LATE_ERROR -> Refusals.lateInternalError();
            case CONFLICT -> Refusals.conflict();
            case ACCESS_DENIED -> Response.error(403, "AccessDenied", "Access Denied");
            case PRECONDITION_FAILED -> Refusals.unmet();
            case NOT_MODIFIED -> Response.empty(304);
            case DELAY -> effect.apply(request).heldUntil(after(plan.delay(attempt)));
            case SOURCE_CHANGES -> {
                sources.change(request);
                yield effect.apply(request);
            }
            case SOURCE_REPLACED -> {
                sources.replace(request);
                yield effect.apply(request);
            }
            case SOURCE_PUT_BACK -> {
                sources.putBack(request);
                yield effect.apply(request);
            }
            case NO_SUCH_KEY -> Refusals.noSuchKey();
            case DROP_PART -> locked(() -> uploads.dropPart(request));
            case LATE_PART -> {
                Response landing = locked(() -> uploads.copyPartLate(request));
                yield landing.status() == 200 ? Response.connectionCut() : landing;
            }
            default -> ForeignAnswers.of(fault);
        };
    }

    private Response locked(Supplier<Response> call) {
        synchronized (store) {
            return call.get();
        }
    }

    private Response lost(RecordedRequest request, Response answer) {
        boolean writes = request.operation() == S3Operation.COPY_OBJECT
                || request.operation() == S3Operation.COMPLETE_MULTIPART_UPLOAD;
        if (answer.status() == 200 && writes) {
            lost.merge(request.bucket() + "/" + request.key(), 1, Integer::sum);
        } else if (answer.status() == 200 && request.operation() == S3Operation.CREATE_MULTIPART_UPLOAD) {
            Matcher id = UPLOAD_ID.matcher(answer.body());
            if (id.find()) {
                unheardUploads.add(id.group(1));
            }
        }
        return Response.connectionCut();
    }

    /** A stage that completes later, and holds no thread until then. */
    private static CompletableFuture<Void> after(Duration delay) {
        return new CompletableFuture<Void>().completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    long count(Fault fault) {
        return counts.get(fault).get();
    }

    int lostAnswers(String bucket, String key) {
        return lost.getOrDefault(bucket + "/" + key, 0);
    }

    Set<String> unheardUploads() {
        return Set.copyOf(unheardUploads);
    }
}

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
package io.s3copy.bulk.run;

import io.s3copy.bulk.check.ToldAttributes;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.ObjectAttributes;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one side of a run for the attributes of objects. A refusal is no failure of the run: it leaves a key unprovable. A
 * service that does not know the call is not asked again, and a side that only refuses it is not asked any more by this run.
 * Thread-safe.
 */
public final class AttributeLook {

    private static final Logger LOG = LoggerFactory.getLogger(AttributeLook.class);

    /** So many refusals, with no answer between them, are enough. */
    static final int IN_VAIN = 10;

    private static final String ACCESS_DENIED = "AccessDenied";

    private final S3Calls calls;
    private final Requests requests;
    private final RunRequests counted;
    private final ServiceTraits traits;
    private final AtomicInteger inVain = new AtomicInteger();

    /** Asks by these calls. */
    public AttributeLook(S3Calls calls, Requests requests, RunRequests counted, ServiceTraits traits) {
        this.calls = calls;
        this.requests = requests;
        this.counted = counted;
        this.traits = traits;
    }

    /** The attributes of an object. Fails only with what says nothing of them: a fault that passes, or one of the caller. */
    public CompletableFuture<ToldAttributes> of(ObjectQuery query) {
        if (traits.refuses(Trait.objectAttributes)) {
            return told("the service does not know GetObjectAttributes");
        } else if (inVain.get() >= IN_VAIN) {
            return told("GetObjectAttributes was refused " + IN_VAIN + " times, and is not asked for any more");
        }
        return all(query, new ArrayList<>())
                .thenApply(attributes -> {
                    inVain.set(0);
                    return ToldAttributes.of(attributes);
                })
                .exceptionallyCompose(failure -> refused(Causes.of(failure)));
    }

    private static CompletableFuture<ToldAttributes> told(String why) {
        return CompletableFuture.completedFuture(ToldAttributes.refused(why));
    }

    private CompletableFuture<ObjectAttributes> all(ObjectQuery query, List<Long> before) {
        counted.made("GetObjectAttributes", 1);
        return requests.send(() -> calls.objectAttributes(query, before.size())).thenCompose(page -> {
            before.addAll(page.partSizes());
            boolean more = page.more() && !page.partSizes().isEmpty() && before.size() < Limits.MAX_PARTS;
            return more ? all(query, before) : CompletableFuture.completedFuture(page.withPartSizes(before));
        });
    }

    private CompletableFuture<ToldAttributes> refused(Throwable why) {
        boolean unknown = S3CallException.isNotUnderstood(why);
        boolean denied = S3CallException.isSaid(why, ACCESS_DENIED);
        boolean ofObject = ErrorClass.of(why) == ErrorClass.OBJECT && !S3CallException.isMissing(why);
        if (!(why instanceof S3CallException call) || !(unknown || denied || ofObject)) {
            throw new CompletionException(why);
        }
        if (unknown) {
            // some servers answer with the object itself, which is not to be downloaded for each key
            traits.learn(Trait.objectAttributes, Answer.refused);
        } else if (inVain.incrementAndGet() == IN_VAIN) {
            LOG.info("GetObjectAttributes is not asked for any more, as it is always refused: {}", call.getMessage());
        }
        return told(
                "GetObjectAttributes was refused: " + call.status() + (call.code() == null ? "" : " " + call.code()));
    }
}

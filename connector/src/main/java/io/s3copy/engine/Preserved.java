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
package io.s3copy.engine;

import io.s3copy.engine.CopySettings.Preserve;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.ObjectGrants;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A request with what no S3 copy carries by itself, read from the source. What the caller said outweighs it.
 *
 * @param notCarried what was to be preserved and no request can say
 */
record Preserved(CopyRequest request, List<String> notCarried) {

    static CompletableFuture<Preserved> of(
            SourceReader reader, CopyRequest request, ObjectHead source, CopySettings settings) {
        boolean readsAcl = settings.preserves(Preserve.acl)
                && !request.has(CopyParameter.ACL)
                && !request.has(CopyParameter.GRANT_FULL_CONTROL)
                && !request.has(CopyParameter.GRANT_READ)
                && !request.has(CopyParameter.GRANT_READ_ACP)
                && !request.has(CopyParameter.GRANT_WRITE_ACP);
        if (!readsAcl) {
            return CompletableFuture.completedFuture(of(request, source, settings, null));
        }
        return reader.grants()
                .thenApply(grants -> of(request, source, settings, grants))
                .exceptionally(failure -> {
                    if (!S3CallException.isNotUnderstood(failure)) {
                        throw new CompletionException(Causes.of(failure));
                    }
                    Preserved others = of(request, source, settings, null);
                    List<String> notCarried = new ArrayList<>(others.notCarried());
                    notCarried.add("ACL (the service does not tell it)");
                    return new Preserved(others.request(), List.copyOf(notCarried));
                });
    }

    private static Preserved of(
            CopyRequest request, ObjectHead source, CopySettings settings, @Nullable ObjectGrants grants) {
        Collector values = new Collector(request);
        if (settings.preserves(Preserve.storageClass)) {
            values.carry(CopyParameter.STORAGE_CLASS, source.storageClass());
        }
        if (settings.preserves(Preserve.websiteRedirect)) {
            values.carry(CopyParameter.WEBSITE_REDIRECT_LOCATION, source.websiteRedirect());
        }
        if (settings.preserves(Preserve.objectLock)) {
            carryLock(values, source.lock());
        }
        if (grants != null) {
            values.carry(CopyParameter.GRANT_FULL_CONTROL, grants.fullControl());
            values.carry(CopyParameter.GRANT_READ, grants.read());
            values.carry(CopyParameter.GRANT_READ_ACP, grants.readAcp());
            values.carry(CopyParameter.GRANT_WRITE_ACP, grants.writeAcp());
            if (grants.notExpressible() > 0) {
                values.notCarried.add("ACL (" + grants.notExpressible() + " grants that no request can say)");
            }
        }
        return new Preserved(values.builder.build(), List.copyOf(values.notCarried));
    }

    /** A retention that has ended keeps nothing, and S3 refuses dates in the past. */
    private static void carryLock(Collector values, ObjectHead.Lock lock) {
        boolean retained = lock.mode() != null
                && lock.retainUntil() != null
                && lock.retainUntil().isAfter(Instant.now());
        boolean said =
                values.said(CopyParameter.OBJECT_LOCK_MODE) || values.said(CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE);
        if (retained && !said) {
            values.carry(CopyParameter.OBJECT_LOCK_MODE, lock.mode());
            values.carry(CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE, lock.retainUntil());
        }
        if ("ON".equals(lock.legalHold())) {
            values.carry(CopyParameter.OBJECT_LOCK_LEGAL_HOLD_STATUS, lock.legalHold());
        }
    }

    /** What is added to a request. */
    private static final class Collector {

        private final CopyRequest request;
        private final CopyRequest.Builder builder;
        private final List<String> notCarried = new ArrayList<>();

        private Collector(CopyRequest request) {
            this.request = request;
            this.builder = request.toBuilder();
        }

        private boolean said(CopyParameter row) {
            return request.has(row);
        }

        private void carry(CopyParameter row, @Nullable Object value) {
            if (value == null || said(row)) {
                return;
            }
            try {
                builder.set(row, value);
            } catch (InvalidParameterException e) {
                // a class or a grantee of a server's own, that S3 does not know
                notCarried.add(row.member());
            }
        }
    }
}

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
package io.s3copy.camel.operation;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.client.S3Clients;
import io.s3copy.engine.s3.Limits;
import io.s3copy.parameter.BucketKind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * Warns, once for each client and bucket, if no lifecycle rule aborts the uploads that a killed process leaves. Asks in
 * the background, and only for endpoints that copy in parts what one call could copy. Other endpoints rarely copy in
 * parts, so their start costs no request.
 */
public final class LifecycleAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(LifecycleAdvice.class);

    @GuardedBy("this")
    private final Map<S3AsyncClient, Set<String>> asked = new WeakHashMap<>();

    /** Asks S3, once. Never waits, and never fails. */
    void give(String bucket, S3CopyConfiguration configuration, S3Clients clients) {
        if (!copiesInParts(configuration)
                || BucketKind.of(bucket) != BucketKind.GENERAL_PURPOSE
                || !isFirst(clients.destinationClient(), bucket)) {
            return;
        }
        var unused = clients.destination()
                .abortsIncompleteUploads(bucket, configuration.getExpectedBucketOwner())
                .handle((aborts, failure) -> {
                    if (failure != null) {
                        LOG.debug("Cannot tell whether bucket {} aborts incomplete uploads", bucket, failure);
                    } else if (!aborts) {
                        LOG.warn(
                                "Bucket {} has no lifecycle rule that aborts incomplete uploads: what a killed process"
                                        + " leaves is charged until somebody aborts it. Add to its lifecycle configuration"
                                        + " the rule {\"ID\": \"abort-incomplete-uploads\", \"Status\": \"Enabled\","
                                        + " \"Filter\": {}, \"AbortIncompleteMultipartUpload\":"
                                        + " {\"DaysAfterInitiation\": 7}}, or run operation=cleanup",
                                bucket);
                    }
                    return null;
                });
    }

    private static boolean copiesInParts(S3CopyConfiguration configuration) {
        return !configuration.isDryRun()
                && (CopyOptions.read(configuration).multipartThreshold() < Limits.MAX_SINGLE_COPY
                        || configuration.getPartSize().equalsIgnoreCase("source"));
    }

    private synchronized boolean isFirst(S3AsyncClient client, String bucket) {
        return asked.computeIfAbsent(client, any -> new HashSet<>()).add(bucket);
    }
}

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

import java.time.Duration;

/**
 * How managed copies are made; what belongs to an endpoint, never to a message.
 *
 * @param multipartThreshold above how many bytes a copy is made in parts: 5 MiB to 5 GiB
 * @param partSize how large the parts are
 * @param ifExists what becomes of a copy whose destination exists
 * @param onMissing what becomes of a copy whose source does not exist
 * @param onArchived what becomes of a copy whose source must be restored first
 * @param onTagsDenied what becomes of a copy in parts when the source's tags may not be read
 * @param strict whether a copy fails, before it becomes visible, when something cannot be carried
 * @param retryFor how long transient failures are retried
 */
public record CopySettings(
        long multipartThreshold,
        PartSize partSize,
        IfExists ifExists,
        OnMissing onMissing,
        OnArchived onArchived,
        OnTagsDenied onTagsDenied,
        boolean strict,
        Duration retryFor) {

    /** What becomes of a copy whose destination exists. */
    public enum IfExists {
        /** It replaces what is there. */
        overwrite,
        /** It is skipped; one HEAD more for each copy. */
        skip,
        /** It fails with 412 PreconditionFailed; no request more. */
        fail
    }

    /** What becomes of a copy whose source does not exist. */
    public enum OnMissing {
        fail,
        skip
    }

    /** What becomes of a copy whose source is in an archive. */
    public enum OnArchived {
        fail,
        skip
    }

    /** What becomes of a copy in parts when the source's tags may not be read. */
    public enum OnTagsDenied {
        fail,
        /** It is made without tags, which the result says. */
        ignore
    }

    /** The defaults: one atomic call up to 5 GiB, nothing skipped, nothing ignored, retries for an hour. */
    public static CopySettings defaults() {
        return new CopySettings(
                Limits.MAX_SINGLE_COPY,
                new PartSize.Auto(),
                IfExists.overwrite,
                OnMissing.fail,
                OnArchived.fail,
                OnTagsDenied.fail,
                false,
                Duration.ofHours(1));
    }
}

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
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** The conditions of requests, by S3's rules; an answer where one is not met. */
final class Conditions {

    private static final String SOURCE = "x-amz-copy-source-";

    private final Set<Quirk> quirks;

    Conditions(Set<Quirk> quirks) {
        this.quirks = quirks;
    }

    /** Of a copy on its source: anything unmet is 412. */
    Optional<Response> ofSource(RecordedRequest request, StoredObject source) {
        boolean part = request.operation() == S3Operation.UPLOAD_PART_COPY;
        if (quirks.contains(Quirk.IGNORES_SOURCE_CONDITIONS)
                || (part && quirks.contains(Quirk.IGNORES_PART_SOURCE_CONDITIONS))) {
            return Optional.empty();
        }
        return isUnmet(request, SOURCE, source) || isUnmodified(request, SOURCE, source)
                ? Optional.of(Refusals.unmet())
                : Optional.empty();
    }

    /** Of a HEAD or GET: what is unchanged is 304, and has no body. */
    Optional<Response> ofRead(RecordedRequest request, StoredObject object) {
        if (isUnmet(request, "", object)) {
            return Optional.of(Refusals.unmet());
        }
        return isUnmodified(request, "", object) ? Optional.of(Response.empty(304)) : Optional.empty();
    }

    /** Of a write on what it would replace. */
    Optional<Response> ofDestination(RecordedRequest request, Optional<StoredObject> there) {
        boolean copy = request.operation() == S3Operation.COPY_OBJECT;
        if (quirks.contains(Quirk.IGNORES_DESTINATION_CONDITIONS)
                || (copy && quirks.contains(Quirk.IGNORES_DESTINATION_CONDITIONS_ON_COPY))) {
            return Optional.empty();
        }
        return unmetByWhatIsThere(request, there);
    }

    /**
     * Of a DELETE on what it would delete.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html">S3's rules</a>
     */
    Optional<Response> ofDelete(RecordedRequest request, Optional<StoredObject> there) {
        return quirks.contains(Quirk.IGNORES_DELETE_CONDITIONS) ? Optional.empty() : unmetByWhatIsThere(request, there);
    }

    private Optional<Response> unmetByWhatIsThere(RecordedRequest request, Optional<StoredObject> there) {
        Optional<String> match = request.header("If-Match");
        if (match.isPresent() && there.isEmpty()) {
            return Optional.of(Refusals.noSuchKey());
        }
        boolean other = match.isPresent() && !matches(match.get(), there.get());
        boolean exists = request.header("If-None-Match").isPresent() && there.isPresent();
        return other || exists ? Optional.of(Refusals.unmet()) : Optional.empty();
    }

    /** An If-Match that is met outweighs If-Unmodified-Since. */
    private boolean isUnmet(RecordedRequest request, String prefix, StoredObject object) {
        Optional<String> match = request.header(prefix + "if-match");
        if (match.isPresent()) {
            return !matches(match.get(), object);
        }
        return request.header(prefix + "if-unmodified-since")
                .map(since -> object.lastModified().isAfter(date(since)))
                .orElse(false);
    }

    /** An If-None-Match, met or not, outweighs If-Modified-Since. */
    private boolean isUnmodified(RecordedRequest request, String prefix, StoredObject object) {
        Optional<String> noneMatch = request.header(prefix + "if-none-match");
        if (noneMatch.isPresent()) {
            return isSame(noneMatch.get(), object);
        }
        return request.header(prefix + "if-modified-since")
                .map(since -> !object.lastModified().isAfter(date(since)))
                .orElse(false);
    }

    private boolean matches(String eTag, StoredObject object) {
        boolean segmented = !object.partSizes().isEmpty();
        return isSame(eTag, object) && !(segmented && quirks.contains(Quirk.SEGMENTED_SOURCE_NEVER_MATCHES));
    }

    private static boolean isSame(String eTag, StoredObject object) {
        return eTag.equals("*") || eTag.replace("\"", "").equals(object.eTag().replace("\"", ""));
    }

    private static Instant date(String httpDate) {
        return ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }
}

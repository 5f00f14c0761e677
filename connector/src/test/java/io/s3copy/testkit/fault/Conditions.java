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
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The conditions of requests, by S3's rules; an answer where one is not met. */
final class Conditions {

    private static final String SOURCE = "x-amz-copy-source-";

    private Conditions() {}

    /** Of a copy on its source: anything unmet is 412. */
    static Optional<Response> ofSource(RecordedRequest request, StoredObject source) {
        return isUnmet(request, SOURCE, source) || isUnmodified(request, SOURCE, source)
                ? Optional.of(Refusals.unmet())
                : Optional.empty();
    }

    /** Of a HEAD: what is unchanged is 304, and has no body. */
    static Optional<Response> ofHead(RecordedRequest request, StoredObject object) {
        if (isUnmet(request, "", object)) {
            return Optional.of(Response.empty(412));
        }
        return isUnmodified(request, "", object) ? Optional.of(Response.empty(304)) : Optional.empty();
    }

    /** Of a write on what it would replace. */
    static Optional<Response> ofDestination(RecordedRequest request, Optional<StoredObject> there) {
        Optional<String> match = request.header("If-Match");
        if (match.isPresent() && there.isEmpty()) {
            return Optional.of(Refusals.noSuchKey());
        }
        boolean other = match.isPresent() && !isSame(match.get(), there.get());
        boolean exists = request.header("If-None-Match").isPresent() && there.isPresent();
        return other || exists ? Optional.of(Refusals.unmet()) : Optional.empty();
    }

    /** An If-Match that is met outweighs If-Unmodified-Since. */
    private static boolean isUnmet(RecordedRequest request, String prefix, StoredObject object) {
        Optional<String> match = request.header(prefix + "if-match");
        if (match.isPresent()) {
            return !isSame(match.get(), object);
        }
        return request.header(prefix + "if-unmodified-since")
                .map(since -> object.lastModified().isAfter(date(since)))
                .orElse(false);
    }

    /** An If-None-Match, met or not, outweighs If-Modified-Since. */
    private static boolean isUnmodified(RecordedRequest request, String prefix, StoredObject object) {
        Optional<String> noneMatch = request.header(prefix + "if-none-match");
        if (noneMatch.isPresent()) {
            return isSame(noneMatch.get(), object);
        }
        return request.header(prefix + "if-modified-since")
                .map(since -> !object.lastModified().isAfter(date(since)))
                .orElse(false);
    }

    private static boolean isSame(String eTag, StoredObject object) {
        return eTag.equals("*") || eTag.replace("\"", "").equals(object.eTag().replace("\"", ""));
    }

    private static Instant date(String httpDate) {
        return ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }
}

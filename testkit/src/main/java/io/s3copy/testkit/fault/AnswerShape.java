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

import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.GET_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;

import io.s3copy.testkit.Oddity;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Says what S3 would say in another server's way. */
final class AnswerShape {

    private static final Pattern ETAG = Pattern.compile("<ETag>.*?</ETag>", Pattern.DOTALL);
    private static final Pattern LAST_MODIFIED = Pattern.compile("<LastModified>(.*?)</LastModified>");
    private static final Set<S3Operation> COPIES = Set.of(COPY_OBJECT, UPLOAD_PART_COPY);
    private static final Set<S3Operation> RESULTS = Set.of(COPY_OBJECT, UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD);

    /** Of the answers to these calls, with a status between these. */
    private record Row(Quirk quirk, Set<S3Operation> calls, int from, int to, UnaryOperator<Response> change) {}

    // spotless:off
    private static final List<Row> ROWS = List.of(
            new Row(Quirk.DATE_RFC1123_IN_XML, COPIES, 200, 200, AnswerShape::withHttpDate),
            new Row(Quirk.UNQUOTED_ETAG, COPIES, 200, 200, answer -> answer.withBody(answer.body().replace("&quot;", ""))),
            new Row(Quirk.EMPTY_ETAG_ON_COMPLETE, Set.of(COMPLETE_MULTIPART_UPLOAD), 200, 200, answer -> answer.withBody(ETAG.matcher(answer.body()).replaceAll("<ETag></ETag>"))),
            new Row(Quirk.NO_VERSION_IN_RESULTS, RESULTS, 200, 200, answer -> answer.withoutHeaders(name -> name.endsWith("version-id"))),
            new Row(Quirk.BLANK_BEFORE_XML, RESULTS, 200, 200, answer -> answer.ledByWhiteSpace(1)),
            new Row(Quirk.NO_ENCRYPTION_ECHO, Set.of(HEAD_OBJECT, GET_OBJECT), 200, 299, answer -> answer.withoutHeaders(name -> name.startsWith(Encryption.PREFIX))),
            new Row(Quirk.STRAY_BYTES_AFTER_HEAD, Set.of(HEAD_OBJECT), 404, 404, answer -> Refusals.noSuchKey().with(Oddity.STRAY_BODY)),
            new Row(Quirk.HEAD_WITHOUT_LENGTH, Set.of(HEAD_OBJECT), 200, 299, answer -> answer.withoutHeaders("content-length"::equals).with(Oddity.NO_LENGTH)),
            new Row(Quirk.HEAD_WITHOUT_ETAG, Set.of(HEAD_OBJECT), 200, 299, answer -> answer.withoutHeaders("etag"::equals)),
            new Row(Quirk.HEAD_WITHOUT_REQUEST_ID, Set.of(HEAD_OBJECT), 200, 599, answer -> answer.with(Oddity.NO_REQUEST_ID)));
    // spotless:on

    private final Set<Quirk> quirks;

    AnswerShape(Set<Quirk> quirks) {
        this.quirks = quirks;
    }

    Response of(RecordedRequest request, Response answer) {
        Response shaped = answer;
        for (Row row : ROWS) {
            boolean fits =
                    row.calls.contains(request.operation()) && answer.status() >= row.from && answer.status() <= row.to;
            if (fits && quirks.contains(row.quirk)) {
                shaped = row.change.apply(shaped);
            }
        }
        return shaped;
    }

    private static Response withHttpDate(Response answer) {
        return answer.withBody(LAST_MODIFIED
                .matcher(answer.body())
                .replaceAll(date -> "<LastModified>"
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                Instant.parse(date.group(1)).atZone(ZoneOffset.UTC))
                        + "</LastModified>"));
    }
}

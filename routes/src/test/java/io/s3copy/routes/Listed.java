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
package io.s3copy.routes;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a stub answers to a listing: pages of up to 1,000 keys, in order. */
final class Listed {

    private static final int PAGE = 1_000;

    private Listed() {}

    static Function<RecordedRequest, Response> keys(Collection<String> keys) {
        List<String> sorted = keys.stream().sorted().toList();
        return request -> {
            String after = request.queryParameter("continuation-token")
                    .or(() -> request.queryParameter("start-after"))
                    .orElse("");
            List<String> left =
                    sorted.stream().filter(key -> key.compareTo(after) > 0).toList();
            List<String> page = left.subList(0, Math.min(PAGE, left.size()));
            boolean more = page.size() < left.size();
            return Response.xml(
                    200,
                    "<ListBucketResult><Name>" + request.bucket() + "</Name><IsTruncated>" + more + "</IsTruncated>"
                            + (more ? "<NextContinuationToken>" + page.get(PAGE - 1) + "</NextContinuationToken>" : "")
                            + page.stream().map(Listed::object).collect(Collectors.joining()) + "</ListBucketResult>");
        };
    }

    private static String object(String key) {
        return "<Contents><Key>" + key + "</Key><LastModified>2026-04-01T10:00:00.000Z</LastModified><ETag>"
                + RecordingS3.ETAG + "</ETag><Size>1024</Size><StorageClass>STANDARD</StorageClass></Contents>";
    }
}

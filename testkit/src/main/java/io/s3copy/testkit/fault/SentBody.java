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
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The body of a PutObject, whether it is sent whole or in the chunks that AWS signs one by one.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Chunked uploads</a>
 */
final class SentBody {

    private SentBody() {}

    static byte[] of(RecordedRequest request) {
        boolean chunked = request.header("x-amz-content-sha256").orElse("").startsWith("STREAMING-");
        return chunked ? joined(request.body()) : request.body();
    }

    /** Each chunk begins with a line of its size in hex and its signature, and ends with an empty line. */
    private static byte[] joined(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (body[end] != '\r') {
                end++;
            }
            String line = new String(body, at, end - at, StandardCharsets.US_ASCII);
            int size = Integer.parseInt(line.split(";", 2)[0], 16);
            if (size == 0) {
                break;
            }
            whole.write(body, end + 2, size);
            at = end + 2 + size + 2;
        }
        return whole.toByteArray();
    }
}

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
package io.s3copy.behaviour;

import static io.s3copy.camel.S3CopyOperation.completeMultipartUpload;
import static io.s3copy.camel.S3CopyOperation.createMultipartUpload;
import static io.s3copy.camel.S3CopyOperation.uploadPartCopy;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_BUCKET;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_KEY;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_RANGE;
import static io.s3copy.parameter.CopyParameter.KEY;
import static io.s3copy.parameter.CopyParameter.PART_NUMBER;
import static io.s3copy.parameter.CopyParameter.RESULT_ETAG;
import static io.s3copy.parameter.CopyParameter.RESULT_PARTS;
import static io.s3copy.parameter.CopyParameter.RESULT_UPLOAD_ID;
import static io.s3copy.parameter.CopyParameter.UPLOAD_ID;

import io.s3copy.camel.S3CopyOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterEach;

/** An upload of a test, driven by the raw operations, and aborted after it whatever became of it. */
abstract class PartsBehaviour extends Behaviour {

    static final int PART = 5 << 20;
    static final String FIRST = "bytes=0-" + (PART - 1);

    private String destination;
    private String uploadId;

    @AfterEach
    void abort() {
        if (uploadId != null) {
            bench().s3()
                    .abortMultipartUpload(abort ->
                            abort.bucket(bench().destination()).key(destination).uploadId(uploadId))
                    .handle((done, alreadyEnded) -> null)
                    .join();
        }
    }

    /** The key that the upload is for. */
    final String key() {
        return destination;
    }

    final Call create() {
        return call(createMultipartUpload, bench().destination());
    }

    final void begin() {
        begin(create());
    }

    final void begin(Call create) {
        destination = bench().newKey();
        uploadId = create.with(KEY, destination).result(RESULT_UPLOAD_ID);
    }

    final Call ofUpload(S3CopyOperation operation) {
        return call(operation, bench().destination()).with(KEY, destination).with(UPLOAD_ID, uploadId);
    }

    final Call partCall(int number) {
        return ofUpload(uploadPartCopy)
                .with(COPY_SOURCE_BUCKET, bench().source())
                .with(COPY_SOURCE_KEY, bench().large())
                .with(PART_NUMBER, number);
    }

    final Map<String, Object> part(int number, String range) {
        String eTag = partCall(number).with(COPY_SOURCE_RANGE, range).result(RESULT_ETAG);
        return Map.of("PartNumber", number, "ETag", eTag);
    }

    final Call complete(List<Map<String, Object>> parts) {
        return ofUpload(completeMultipartUpload).body(parts);
    }

    /** Number and ETag of the parts that a page lists; not every server puts all ETags into quotes. */
    static List<Map.Entry<Object, Object>> parts(Message page) {
        List<Map.Entry<Object, Object>> parts = new ArrayList<>();
        for (Object listed : (List<?>) page.getHeader(RESULT_PARTS.header())) {
            Map<?, ?> part = (Map<?, ?>) listed;
            parts.add(Map.entry(part.get("PartNumber"), bare(part.get("ETag"))));
        }
        return parts;
    }

    static String bare(Object eTag) {
        return String.valueOf(eTag).replace("\"", "");
    }
}

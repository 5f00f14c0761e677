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
package io.s3copy.camel.mirror;

import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;

/** Answers to calls of uploads that nobody began, and that no call ends. */
public final class EndlessUploads {

    private EndlessUploads() {}

    /** Forgets what the server recorded, and has it take any upload id any number of times. */
    public static void on(RecordingS3 server) {
        server.reset();
        server.answer(
                        S3Operation.COMPLETE_MULTIPART_UPLOAD,
                        request -> Response.completeMultipartUploadResult(
                                request.bucket(), request.key(), RecordingS3.ETAG))
                .answer(S3Operation.ABORT_MULTIPART_UPLOAD, request -> Response.empty(204));
    }
}

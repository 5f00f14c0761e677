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
package io.s3copy.parameter.rule;

import static io.s3copy.parameter.CopyParameter.CHECKSUM_ALGORITHM;
import static io.s3copy.parameter.CopyParameter.CHECKSUM_TYPE;

import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;

/**
 * Checksums of multipart uploads.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html">Checking
 *     object integrity</a>
 */
final class ChecksumRules {

    private ChecksumRules() {}

    static void fullObjectNeedsCrc(S3Call call, CopyRequest request) {
        String algorithm = request.text(CHECKSUM_ALGORITHM);
        if (call != S3Call.CREATE_MULTIPART_UPLOAD || !request.has(CHECKSUM_TYPE)) {
            return;
        } else if (algorithm == null) {
            throw request.invalid(CHECKSUM_TYPE, "needs a checksum algorithm", "Set checksumAlgorithm too");
        }
        if ("FULL_OBJECT".equals(request.text(CHECKSUM_TYPE)) && algorithm.startsWith("SHA")) {
            throw request.invalid(
                    CHECKSUM_TYPE,
                    "FULL_OBJECT does not go with " + algorithm,
                    "Use COMPOSITE, or CRC32, CRC32C or CRC64NVME");
        } else if ("COMPOSITE".equals(request.text(CHECKSUM_TYPE)) && "CRC64NVME".equals(algorithm)) {
            throw request.invalid(CHECKSUM_TYPE, "CRC64NVME is always FULL_OBJECT", "Use FULL_OBJECT");
        }
    }
}

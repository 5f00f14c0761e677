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

import static io.s3copy.parameter.CopyParameter.SERVER_SIDE_ENCRYPTION;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.SSE_KMS_ENCRYPTION_CONTEXT;
import static io.s3copy.parameter.CopyParameter.SSE_KMS_KEY_ID;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.List;

/** One kind of encryption for a copy. */
final class EncryptionRules {

    private static final List<CopyParameter> OF_KMS = List.of(SSE_KMS_KEY_ID, SSE_KMS_ENCRYPTION_CONTEXT);

    private EncryptionRules() {}

    static void oneKindOfEncryption(S3Call call, CopyRequest request) {
        for (CopyParameter row : List.of(SERVER_SIDE_ENCRYPTION, SSE_KMS_KEY_ID)) {
            if (request.has(SSE_CUSTOMER_KEY) && request.has(row)) {
                throw request.invalid(
                        row,
                        "stands beside a customer key, and an object has one kind of encryption",
                        "Leave out this or " + request.nameOf(SSE_CUSTOMER_KEY));
            }
        }
    }

    static void kmsParametersNeedKms(S3Call call, CopyRequest request) {
        String encryption = request.text(SERVER_SIDE_ENCRYPTION);
        boolean kms = encryption != null && encryption.startsWith("aws:kms");
        for (CopyParameter row : OF_KMS) {
            if (request.has(row) && !kms) {
                throw request.invalid(
                        row,
                        "needs serverSideEncryption aws:kms or aws:kms:dsse",
                        "Set serverSideEncryption=aws:kms (header " + SERVER_SIDE_ENCRYPTION.header() + ")");
            }
        }
    }
}

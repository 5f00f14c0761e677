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
package io.s3copy.engine.http;

import io.s3copy.engine.answer.Dates;
import io.s3copy.engine.answer.Proof;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the results of the calls of a copy, by row. */
final class ResultReader {

    /** In S3's spelling, by the name in lower case. */
    private static final Map<String, CopyParameter> HEADERS = new HashMap<>();

    static {
        header("x-amz-version-id", CopyParameter.RESULT_VERSION_ID);
        header("x-amz-copy-source-version-id", CopyParameter.RESULT_COPY_SOURCE_VERSION_ID);
        header("x-amz-expiration", CopyParameter.RESULT_EXPIRATION);
        header("x-amz-server-side-encryption", CopyParameter.RESULT_SERVER_SIDE_ENCRYPTION);
        header("x-amz-server-side-encryption-customer-algorithm", CopyParameter.RESULT_SSE_CUSTOMER_ALGORITHM);
        header("x-amz-server-side-encryption-customer-key-md5", CopyParameter.RESULT_SSE_CUSTOMER_KEY_MD5);
        header("x-amz-server-side-encryption-aws-kms-key-id", CopyParameter.RESULT_SSE_KMS_KEY_ID);
        header("x-amz-server-side-encryption-context", CopyParameter.RESULT_SSE_KMS_ENCRYPTION_CONTEXT);
        header("x-amz-server-side-encryption-bucket-key-enabled", CopyParameter.RESULT_BUCKET_KEY_ENABLED);
        header("x-amz-request-charged", CopyParameter.RESULT_REQUEST_CHARGED);
        header("x-amz-abort-date", CopyParameter.RESULT_ABORT_DATE);
        header("x-amz-abort-rule-id", CopyParameter.RESULT_ABORT_RULE_ID);
        header("x-amz-checksum-algorithm", CopyParameter.RESULT_CHECKSUM_ALGORITHM);
        header("x-amz-checksum-type", CopyParameter.RESULT_CHECKSUM_TYPE);
    }

    private ResultReader() {}

    private static void header(String name, CopyParameter row) {
        HEADERS.put(name, row);
    }

    /**
     * The result of a call that S3 says to have done.
     *
     * @throws io.s3copy.engine.failure.S3CallException if the answer is a refusal after all, or does not prove a result
     */
    static S3Result read(S3Call call, CopyRequest request, HttpCall http, RawAnswer answer) {
        if (answer.isRefusal()) {
            throw RefusalReader.read(call.api(), request, http, answer);
        }
        Map<CopyParameter, Object> members = new EnumMap<>(CopyParameter.class);
        for (Map.Entry<String, String> header : answer.headers()) {
            CopyParameter row = HEADERS.get(lower(header.getKey()));
            if (row != null && isOf(call, row)) {
                put(row, header.getValue(), members);
            }
        }
        CopyParameter proof = Proof.of(call);
        if (proof == null) {
            Proof.requireOfS3(call.api(), () -> request, answer);
            return new S3Result(members, answer.requestId(), answer);
        }
        if (answer.body().length > 0) {
            try {
                Xml.read(answer.body(), xml -> readBody(call, request, http, answer, xml, members));
            } catch (Xml.UnreadableXmlException e) {
                throw RefusalReader.unreadable(call.api(), request, answer, String.valueOf(e.getMessage()));
            }
        }
        if (members.get(proof) == null) {
            throw Proof.missing(call.api(), request, answer, answer.requestId(), proof.member());
        }
        return new S3Result(members, answer.requestId(), answer);
    }

    /** Upload and checksums' algorithm are told of what is begun, and their values of what is done. */
    private static boolean isOf(S3Call call, CopyParameter row) {
        return switch (row) {
            case RESULT_ABORT_DATE, RESULT_ABORT_RULE_ID, RESULT_CHECKSUM_ALGORITHM, RESULT_CHECKSUM_TYPE ->
                call == S3Call.CREATE_MULTIPART_UPLOAD;
            default -> true;
        };
    }

    private static @Nullable Void readBody(
            S3Call call,
            CopyRequest request,
            HttpCall http,
            RawAnswer answer,
            Xml xml,
            Map<CopyParameter, Object> members) {
        if (xml.name().equals("Error")) {
            throw RefusalReader.readInSuccess(call.api(), request, http, answer, xml);
        }
        for (String name = xml.child(); name != null; name = xml.child()) {
            CopyParameter row = CopyParameter.resultByMember(name).orElse(null);
            if (row == null) {
                xml.skip();
            } else {
                put(row, xml.text(), members);
            }
        }
        return null;
    }

    /** In the type of the member. What is no date is left out: no copy needs it. */
    private static void put(CopyParameter row, String text, Map<CopyParameter, Object> members) {
        switch (row) {
            case RESULT_LAST_MODIFIED, RESULT_ABORT_DATE -> Dates.read(text).ifPresent(time -> members.put(row, time));
            case RESULT_BUCKET_KEY_ENABLED -> members.put(row, Boolean.valueOf(text.strip()));
            default -> members.put(row, text);
        }
    }

    private static String lower(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (Character.isUpperCase(name.charAt(at))) {
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return name;
    }
}

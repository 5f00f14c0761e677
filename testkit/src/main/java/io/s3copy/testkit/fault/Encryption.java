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
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who encrypts an object, as headers tell it. Objects are encrypted with S3's own keys unless a write says otherwise;
 * answers say what was done.
 */
final class Encryption {

    static final String PREFIX = "x-amz-server-side-encryption";

    private static final String KMS_KEY = PREFIX + "-aws-kms-key-id";
    private static final String CONTEXT = PREFIX + "-context";
    private static final String BUCKET_KEY = PREFIX + "-bucket-key-enabled";
    private static final String CUSTOMER = PREFIX + "-customer-";
    private static final String ALGORITHM = "algorithm";
    private static final String KEY_MD5 = "key-MD5";
    private static final String SOURCE_CUSTOMER = "x-amz-copy-source-server-side-encryption-customer-";
    private static final String KMS_KEYS = "arn:aws:kms:" + FaultyS3.REGION + ":111111111111:key/";

    private final Set<Quirk> quirks;

    Encryption(Set<Quirk> quirks) {
        this.quirks = quirks;
    }

    /** Changes the headers of an object into what the request asks of its encryption. */
    void describe(RecordedRequest request, Map<String, String> headers) {
        if (quirks.contains(Quirk.NO_ENCRYPTION_ECHO)) {
            headers.keySet().removeIf(name -> name.startsWith(PREFIX));
            return;
        }
        request.header(PREFIX).ifPresent(algorithm -> {
            headers.put(PREFIX, algorithm);
            if (algorithm.startsWith("aws:kms")) {
                headers.put(KMS_KEY, arn(request.header(KMS_KEY).orElse("alias/aws/s3")));
                request.header(BUCKET_KEY)
                        .filter(Boolean::parseBoolean)
                        .ifPresent(enabled -> headers.put(BUCKET_KEY, "true"));
            }
        });
        Optional<String> customer = request.header(CUSTOMER + ALGORITHM);
        if (customer.isPresent() && takesCustomerKeyOf(request)) {
            headers.remove(PREFIX);
            headers.put(CUSTOMER + ALGORITHM, customer.get());
            headers.put(CUSTOMER + KEY_MD5, request.header(CUSTOMER + KEY_MD5).orElse(""));
        }
    }

    private boolean takesCustomerKeyOf(RecordedRequest request) {
        return !quirks.contains(Quirk.IGNORES_CUSTOMER_KEYS)
                && !(quirks.contains(Quirk.IGNORES_CUSTOMER_KEY_ON_COPY)
                        && request.operation() == S3Operation.COPY_OBJECT);
    }

    /** S3 answers with the key's ARN, whatever name of the key it was given. */
    private static String arn(String name) {
        if (name.startsWith("arn:") && name.contains(":key/")) {
            return name;
        }
        return KMS_KEYS
                + (name.contains("alias/") ? UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) : name);
    }

    /** An answer that says how what was written is encrypted; that to Complete says nothing of keys of the customer. */
    Response said(RecordedRequest request, Response answer, StoredObject written) {
        S3Operation operation = request.operation();
        if (operation == S3Operation.COPY_OBJECT && quirks.contains(Quirk.NO_ENCRYPTION_ECHO_ON_COPY)) {
            return answer;
        }
        Map<String, String> said = new TreeMap<>(written.headers());
        said.keySet().removeIf(name -> !name.startsWith(PREFIX));
        if (operation == S3Operation.COMPLETE_MULTIPART_UPLOAD) {
            said.keySet().removeIf(name -> name.startsWith(CUSTOMER));
        } else if (operation != S3Operation.UPLOAD_PART_COPY && said.containsKey(KMS_KEY)) {
            request.header(CONTEXT).ifPresent(context -> said.put(CONTEXT, context));
        }
        Response saying = answer;
        for (Map.Entry<String, String> header : said.entrySet()) {
            saying = saying.withHeader(header.getKey(), header.getValue());
        }
        return saying;
    }

    /** Why the object cannot be read with the keys of the request. */
    Optional<Response> unreadable(RecordedRequest request, StoredObject object) {
        return refusal(request, CUSTOMER, object, "The object was stored using a form of Server Side Encryption.");
    }

    /** Why the source cannot be read with the keys of the request. */
    Optional<Response> unreadableSource(RecordedRequest request, StoredObject source) {
        return refusal(
                request,
                SOURCE_CUSTOMER,
                source,
                "The copy source object was stored using a form of Server Side Encryption.");
    }

    /** Why a part does not go into an upload that was begun with another key of the customer, or with none. */
    Optional<Response> unfitPart(RecordedRequest request, Upload upload) {
        return refusal(request, CUSTOMER, upload.becomes, "The multipart upload initiate requested encryption.");
    }

    private Optional<Response> refusal(RecordedRequest request, String prefix, StoredObject object, String why) {
        Optional<String> wanted = Optional.ofNullable(object.headers().get(CUSTOMER + KEY_MD5));
        Optional<String> given = request.header(prefix + KEY_MD5);
        boolean ignored = quirks.contains(Quirk.NO_ENCRYPTION_ECHO)
                || quirks.contains(Quirk.IGNORES_CUSTOMER_KEYS)
                || quirks.contains(Quirk.IGNORES_CUSTOMER_KEY_ON_COPY);
        boolean claimed = given.isEmpty() && quirks.contains(Quirk.CLAIMS_CUSTOMER_KEYS);
        if (wanted.equals(given) || claimed || (wanted.isEmpty() && ignored)) {
            return Optional.empty();
        } else if (wanted.isEmpty()) {
            return Optional.of(Refusals.invalidRequest("The encryption parameters are not applicable to this object."));
        }
        return Optional.of(
                given.isEmpty()
                        ? Refusals.invalidRequest(
                                why + " The correct parameters must be provided to retrieve the object.")
                        : Response.error(403, "AccessDenied", "Access Denied"));
    }
}

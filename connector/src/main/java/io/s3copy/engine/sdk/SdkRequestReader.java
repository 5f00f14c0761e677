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
package io.s3copy.engine.sdk;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Wire;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Request;

/** Reads requests that a route's author made with the SDK, so that they pass the same rules as any other. */
public final class SdkRequestReader {

    private static final Map<String, CopyParameter> ROWS = new HashMap<>();
    private static final Map<String, CopyParameter> SOURCE_FIELDS = Map.of(
            "SourceBucket", CopyParameter.COPY_SOURCE_BUCKET,
            "SourceKey", CopyParameter.COPY_SOURCE_KEY,
            "SourceVersionId", CopyParameter.COPY_SOURCE_VERSION_ID);

    static {
        CopyParameter.requestRows().stream()
                .filter(row -> row.wire().place() != Wire.Place.ALIAS)
                .forEach(row -> ROWS.put(SdkRequests.place(row.wire()), row));
    }

    private SdkRequestReader() {}

    /**
     * The parameters of an SDK request.
     *
     * @throws InvalidParameterException when the request brings its own client configuration, which no message may, or
     *     a member that s3copy does not know
     */
    public static CopyRequest read(S3Request sdk) {
        String type = sdk.getClass().getSimpleName();
        if (sdk.overrideConfiguration().isPresent()) {
            throw new InvalidParameterException(
                    type + ".overrideConfiguration",
                    null,
                    "a message may not bring credentials, headers or timeouts of its own",
                    "Set them on the endpoint or on its client");
        }
        CopyRequest.Builder builder = CopyRequest.builder();
        for (SdkField<?> field : sdk.sdkFields()) {
            Object value = field.getValueOrDefault(sdk);
            if (value == null || value instanceof SdkAutoConstructMap) {
                continue;
            }
            CopyParameter source = SOURCE_FIELDS.get(field.memberName());
            CopyParameter row = source != null ? source : ROWS.get(SdkRequests.place(field));
            if (row == null) {
                throw new InvalidParameterException(
                        type + "." + field.memberName(), null, "is not a member that s3copy knows", "Leave it out");
            }
            builder.set(row, said(row, value), "parameter " + field.memberName());
        }
        return builder.build();
    }

    private static Object said(CopyParameter row, Object value) {
        if (row == CopyParameter.COPY_SOURCE) {
            // the SDK wants this member URL-encoded, alone of all its members
            return decoded(value.toString());
        }
        return value instanceof CompletedMultipartUpload upload ? parts(upload.parts()) : value;
    }

    private static String decoded(String source) {
        try {
            return URLDecoder.decode(source, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(
                    "parameter CopySource",
                    source,
                    "the SDK's copySource is URL-encoded, and this is not",
                    "Use sourceBucket, sourceKey and sourceVersionId");
        }
    }

    /** Parts in S3's words; whatever the SDK calls a part (CompletedPart, Part) is turned into a map. */
    public static List<Object> parts(List<?> parts) {
        return parts.stream()
                .map(part -> part instanceof SdkPojo pojo ? members(pojo) : part)
                .map(Object.class::cast)
                .toList();
    }

    static Map<String, Object> members(SdkPojo pojo) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null) {
                members.put(field.memberName(), value);
            }
        }
        return members;
    }
}

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

import io.s3copy.parameter.ByteRange;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.CustomerKey;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.S3Call;
import io.s3copy.parameter.Wire;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/**
 * Requests in the SDK's types. A parameter finds its member by its place on the wire; one that this version of the SDK
 * lacks is sent as a raw header, which is signed like any other. So nothing can be dropped by a name that differs.
 */
final class SdkRequests {

    private static final Map<S3Call, Map<CopyParameter, SdkField<?>>> MEMBERS = new EnumMap<>(S3Call.class);

    static {
        for (S3Call call : S3Call.values()) {
            MEMBERS.put(call, membersOf(call, builder(call)));
        }
    }

    private static final Map<String, SdkField<?>> PART_MEMBERS = new HashMap<>();

    static {
        software.amazon.awssdk.services.s3.model.CompletedPart.builder()
                .build()
                .sdkFields()
                .forEach(field -> PART_MEMBERS.put(field.memberName(), field));
    }

    private SdkRequests() {}

    /** The parameters of the call that this SDK has members for, with those members. */
    static Map<CopyParameter, SdkField<?>> members(S3Call call) {
        return MEMBERS.getOrDefault(call, Map.of());
    }

    private static S3Request.Builder builder(S3Call call) {
        return switch (call) {
            case COPY_OBJECT -> CopyObjectRequest.builder();
            case UPLOAD_PART_COPY -> UploadPartCopyRequest.builder();
            case CREATE_MULTIPART_UPLOAD -> CreateMultipartUploadRequest.builder();
            case COMPLETE_MULTIPART_UPLOAD -> CompleteMultipartUploadRequest.builder();
            case ABORT_MULTIPART_UPLOAD -> AbortMultipartUploadRequest.builder();
            case LIST_PARTS -> ListPartsRequest.builder();
        };
    }

    /** Builds the request of a call from what the call carries. */
    static S3Request toSdk(S3Call call, CopyRequest request) {
        S3Request.Builder builder = builder(call);
        Map<CopyParameter, SdkField<?>> members = members(call);
        AwsRequestOverrideConfiguration.Builder raw = null;
        for (CopyParameter row : request.rows()) {
            if (row.wire().place() == Wire.Place.SOURCE || row == CopyParameter.COPY_SOURCE) {
                continue;
            }
            SdkField<?> member = members.get(row);
            // a text that is no date, as the source of a copy has it
            Object value = Objects.requireNonNull(request.get(row));
            boolean asText = value instanceof String && row.type().javaType() == Instant.class;
            if (member != null && !asText) {
                member.set(builder, row == CopyParameter.MULTIPART_UPLOAD ? parts(request) : wireValue(value));
            } else {
                raw = raw == null ? AwsRequestOverrideConfiguration.builder() : raw;
                raw.putHeader(row.wire().name(), wireValue(value).toString());
            }
        }
        SdkField<?> copySource = members.get(CopyParameter.COPY_SOURCE);
        if (copySource != null) {
            copySource.set(
                    builder, request.source().map(CopySource::headerValue).orElse(null));
        }
        return (S3Request) (raw == null ? builder : builder.overrideConfiguration(raw.build())).build();
    }

    private static Object wireValue(Object value) {
        if (value instanceof CustomerKey key) {
            return key.base64();
        }
        return value instanceof ByteRange range ? range.toString() : value;
    }

    private static CompletedMultipartUpload parts(CopyRequest request) {
        List<?> parts = (List<?>) Objects.requireNonNull(request.get(CopyParameter.MULTIPART_UPLOAD));
        return CompletedMultipartUpload.builder()
                .parts(parts.stream()
                        .map(part -> part(request, (CompletedPart) part))
                        .toList())
                .build();
    }

    private static software.amazon.awssdk.services.s3.model.CompletedPart part(
            CopyRequest request, CompletedPart part) {
        software.amazon.awssdk.services.s3.model.CompletedPart.Builder builder =
                software.amazon.awssdk.services.s3.model.CompletedPart.builder()
                        .partNumber(part.partNumber())
                        .eTag(part.eTag());
        part.checksums().forEach((name, value) -> {
            SdkField<?> member = PART_MEMBERS.get(name);
            if (member == null) {
                // a part travels in the body, where no raw header can help
                throw new InvalidParameterException(
                        request.nameOf(CopyParameter.MULTIPART_UPLOAD),
                        null,
                        "part " + part.partNumber() + " has a " + name
                                + ", which this version of the AWS SDK cannot send",
                        "Use software.amazon.awssdk:s3 2.54.13 or newer, or another checksum algorithm");
            }
            member.set(builder, value);
        });
        return builder.build();
    }

    private static Map<CopyParameter, SdkField<?>> membersOf(S3Call call, S3Request.Builder builder) {
        Map<String, SdkField<?>> byPlace = new HashMap<>();
        ((SdkPojo) builder).sdkFields().forEach(field -> byPlace.put(place(field), field));
        Map<CopyParameter, SdkField<?>> members = new EnumMap<>(CopyParameter.class);
        for (CopyParameter row : CopyParameter.requestRows()) {
            SdkField<?> member = byPlace.get(place(row.wire()));
            if (member != null && row.calls().contains(call)) {
                members.put(row, member);
            }
        }
        return members;
    }

    static String place(SdkField<?> field) {
        return place(placeOf(field.location()), field.locationName());
    }

    static String place(Wire wire) {
        Wire.Place place = wire.place() == Wire.Place.HEADER_PREFIX ? Wire.Place.HEADER : wire.place();
        return place(place, wire.name());
    }

    private static String place(Wire.Place place, String name) {
        return place + ":" + name.toLowerCase(Locale.ROOT);
    }

    private static Wire.Place placeOf(MarshallLocation location) {
        return switch (location) {
            case HEADER -> Wire.Place.HEADER;
            case QUERY_PARAM -> Wire.Place.QUERY;
            case PATH, GREEDY_PATH -> Wire.Place.PATH;
            default -> Wire.Place.PAYLOAD;
        };
    }
}

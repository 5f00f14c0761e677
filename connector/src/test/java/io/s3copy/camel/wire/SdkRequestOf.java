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
package io.s3copy.camel.wire;

import io.s3copy.camel.mirror.Sample;
import io.s3copy.parameter.ByteRange;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.CustomerKey;
import io.s3copy.parameter.S3Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** The request that a user of the SDK would make of the samples, made without the code under test. */
final class SdkRequestOf {

    private SdkRequestOf() {}

    /** The request; empty when this SDK lacks a member for one of the samples. */
    static Optional<S3Request> samples(S3Call call, List<Sample> samples) {
        S3Request.Builder builder = builder(call);
        for (Sample sample : samples) {
            CopyParameter row = sample.row();
            Optional<SdkField<?>> field = ((SdkPojo) builder)
                    .sdkFields().stream()
                            .filter(each -> namesInSdk(row).contains(each.memberName()))
                            .findFirst();
            if (field.isEmpty()) {
                return Optional.empty();
            }
            Object typed =
                    CopyRequest.builder().set(row, sample.given()).build().get(valueRow(row));
            field.get()
                    .set(builder, row == CopyParameter.COPY_SOURCE ? ((CopySource) typed).headerValue() : sdk(typed));
        }
        return Optional.of(builder.build());
    }

    private static CopyParameter valueRow(CopyParameter row) {
        return row == CopyParameter.TAGS ? CopyParameter.TAGGING : row;
    }

    /** The SDK calls some members by another name in the calls that copy. */
    private static Set<String> namesInSdk(CopyParameter row) {
        return switch (row) {
            case BUCKET -> Set.of("Bucket", "DestinationBucket");
            case KEY -> Set.of("Key", "DestinationKey");
            case COPY_SOURCE_BUCKET -> Set.of("SourceBucket");
            case COPY_SOURCE_KEY -> Set.of("SourceKey");
            case COPY_SOURCE_VERSION_ID -> Set.of("SourceVersionId");
            default -> Set.of(valueRow(row).member());
        };
    }

    private static Object sdk(Object typed) {
        if (typed instanceof CustomerKey key) {
            return key.base64();
        } else if (typed instanceof List<?> parts) {
            return CompletedMultipartUpload.builder()
                    .parts(parts.stream()
                            .map(CompletedPart.class::cast)
                            .map(part -> software.amazon.awssdk.services.s3.model.CompletedPart.builder()
                                    .partNumber(part.partNumber())
                                    .eTag(part.eTag())
                                    .build())
                            .toList())
                    .build();
        }
        return typed instanceof ByteRange range ? range.toString() : typed;
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
}

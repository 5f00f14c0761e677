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
package io.s3copy.camel;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.S3Call;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;

/** What the SDK on the class path says of the calls, in the names of the S3 API. */
final class SdkMirror {

    /** The SDK that Camel 4.18 pins. */
    private static final String OF_CAMEL = "2.41.28";

    /** In the model of S3, and in neither SDK that the tests run on. */
    private static final Set<String> IN_NEITHER =
            Set.of("ObjectLockEventHold", "ObjectLockEventHoldDurationDays", "ObjectLockEventHoldDurationYears");

    private static final Set<String> NOT_IN_CAMELS = Set.of(
            "AnnotationDirective",
            "ChecksumSHA512",
            "ChecksumMD5",
            "ChecksumXXHASH64",
            "ChecksumXXHASH3",
            "ChecksumXXHASH128");

    /** The members that the SDK calls by names of its own; the source's three parts are its own invention. */
    private static final Map<String, String> NAMES = Map.of(
            "DestinationBucket", "Bucket",
            "DestinationKey", "Key",
            "SourceBucket", "CopySourceBucket",
            "SourceKey", "CopySourceKey",
            "SourceVersionId", "CopySourceVersionId");

    private static final Set<String> NESTED_RESULTS = Set.of("CopyObjectResult", "CopyPartResult");

    private SdkMirror() {}

    /** Read at run time: javac would inline the constant of the SDK it compiled against. */
    static String version() {
        try {
            return (String) VersionInfo.class.getField("SDK_VERSION").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which of the rows this SDK has no member for. */
    static Set<String> lacking(Collection<CopyParameter> rows) {
        return rows.stream()
                .map(CopyParameter::member)
                .filter(member ->
                        IN_NEITHER.contains(member) || (version().equals(OF_CAMEL) && NOT_IN_CAMELS.contains(member)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String member(SdkField<?> field) {
        return NAMES.getOrDefault(field.memberName(), field.memberName());
    }

    static List<SdkField<?>> requestFields(S3Call call) {
        return request(call).sdkFields();
    }

    static Set<String> requestMembers(S3Call call) {
        return requestFields(call).stream().map(SdkMirror::member).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The members of a response, and in place of the one that wraps the XML of a copy what is in it. */
    static Set<String> responseMembers(S3Call call) {
        return responses(call).stream()
                .flatMap(response -> response.sdkFields().stream())
                .map(SdkField::memberName)
                .filter(member -> !NESTED_RESULTS.contains(member))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The setters of a request's builder: those whose name is a member's, in the SDK's spelling. */
    static Set<String> builderMethods(S3Call call) {
        Set<String> members =
                requestFields(call).stream().map(SdkField::memberName).collect(Collectors.toSet());
        return Arrays.stream(builder(call).getMethods())
                .map(Method::getName)
                .filter(name -> members.stream().anyMatch(name::equalsIgnoreCase))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values of the SDK's enum for the row; none where the SDK has no such member, or takes any text. */
    static List<String> knownValues(S3Call call, CopyParameter row) {
        return Arrays.stream(builder(call).getMethods())
                .filter(method -> method.getName().equalsIgnoreCase(row.member()))
                .filter(method -> method.getParameterCount() == 1 && method.getParameterTypes()[0].isEnum())
                .findFirst()
                .map(method -> Arrays.stream(method.getParameterTypes()[0].getEnumConstants())
                        .map(Object::toString)
                        .filter(value -> !value.equals("null"))
                        .toList())
                .orElse(List.of());
    }

    private static Class<?> builder(S3Call call) {
        return Arrays.stream(request(call).getClass().getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow();
    }

    private static SdkPojo request(S3Call call) {
        return switch (call) {
            case COPY_OBJECT -> CopyObjectRequest.builder().build();
            case UPLOAD_PART_COPY -> UploadPartCopyRequest.builder().build();
            case CREATE_MULTIPART_UPLOAD ->
                CreateMultipartUploadRequest.builder().build();
            case COMPLETE_MULTIPART_UPLOAD ->
                CompleteMultipartUploadRequest.builder().build();
            case ABORT_MULTIPART_UPLOAD -> AbortMultipartUploadRequest.builder().build();
            case LIST_PARTS -> ListPartsRequest.builder().build();
        };
    }

    private static List<SdkPojo> responses(S3Call call) {
        return switch (call) {
            case COPY_OBJECT ->
                List.of(
                        CopyObjectResponse.builder().build(),
                        CopyObjectResult.builder().build());
            case UPLOAD_PART_COPY ->
                List.of(
                        UploadPartCopyResponse.builder().build(),
                        CopyPartResult.builder().build());
            case CREATE_MULTIPART_UPLOAD ->
                List.of(CreateMultipartUploadResponse.builder().build());
            case COMPLETE_MULTIPART_UPLOAD ->
                List.of(CompleteMultipartUploadResponse.builder().build());
            case ABORT_MULTIPART_UPLOAD ->
                List.of(AbortMultipartUploadResponse.builder().build());
            case LIST_PARTS -> List.of(ListPartsResponse.builder().build());
        };
    }
}

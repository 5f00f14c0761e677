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
package io.s3copy.camel.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.camel.BodyAs;
import io.s3copy.camel.EventMode;
import io.s3copy.engine.sdk.SdkRequestReader;
import io.s3copy.event.ObjectEvent;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.S3Call;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * Reads message bodies into parameters: always requests in Java types, and boto3's keywords if the endpoint asks for them.
 * Any other body, such as the content of an object, is ignored.
 */
final class BodyBinding {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final BodyAs bodyAs;
    private final S3Call call;
    private final EventMode eventMode;

    BodyBinding(BodyAs bodyAs, S3Call call, EventMode eventMode) {
        this.bodyAs = bodyAs;
        this.call = call;
        this.eventMode = eventMode;
    }

    /** The source that an event names. */
    CopyRequest source(ObjectEvent event) {
        return EventSource.request(event, eventMode);
    }

    /**
     * The parameters in the body.
     *
     * @param headers the parameters in the headers; their parts are stronger than those in the body
     * @throws InvalidParameterException if the body has a parameter that the call does not carry
     */
    CopyRequest bind(Message message, CopyRequest headers) {
        CopyRequest said = read(message, headers);
        for (CopyParameter row : said.rows()) {
            if (!row.calls().contains(call)) {
                throw said.invalid(
                        row,
                        "is no parameter of " + call.api() + ", which would ignore it",
                        "Leave it out of the body");
            }
        }
        if (said.rows().stream().anyMatch(row -> row.type().isSecret())) {
            // its text is stars from here on, if the message is logged or dead-lettered
            message.setBody(said);
        }
        return said;
    }

    private CopyRequest read(Message message, CopyRequest headers) {
        Object body = message.getBody();
        boolean takesParts = call == S3Call.COMPLETE_MULTIPART_UPLOAD && !headers.has(CopyParameter.MULTIPART_UPLOAD);
        if (body instanceof CopyRequest request) {
            return request;
        } else if (body instanceof S3Request request) {
            return sdkRequest(request);
        } else if (body instanceof ObjectEvent event && call.readsSource()) {
            EventSource.refuseDeletion(event);
            return source(event);
        } else if (takesParts && body instanceof CompletedMultipartUpload upload) {
            return parts(upload.parts());
        } else if (takesParts && body instanceof List<?> list) {
            return parts(list);
        } else if (bodyAs == BodyAs.parameters && body != null) {
            return keywords(body instanceof Map<?, ?> map ? map : json(message));
        }
        return CopyRequest.empty();
    }

    /** In a request of another operation, the same words mean something else, for example a bucket to delete from. */
    private CopyRequest sdkRequest(S3Request request) {
        String type = request.getClass().getSimpleName();
        if (!type.equals(call.api() + "Request")) {
            throw new InvalidParameterException(
                    "message body",
                    type,
                    "is no request of " + call.api(),
                    "Send it to the operation it is for, or remove the body");
        }
        return SdkRequestReader.read(request);
    }

    private static CopyRequest parts(List<?> parts) {
        return CopyRequest.builder()
                .set(CopyParameter.MULTIPART_UPLOAD, SdkRequestReader.parts(parts))
                .build();
    }

    private static Map<String, Object> json(Message message) {
        String text = message.getBody(String.class);
        try {
            Map<String, Object> read = JSON.readValue(text == null ? "" : text, new TypeReference<>() {});
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw notParameters(e.getOriginalMessage());
        }
        throw notParameters("it is null");
    }

    private static InvalidParameterException notParameters(String why) {
        return new InvalidParameterException(
                "message body",
                null,
                "is no JSON object of parameters, which bodyAs=parameters needs: " + why.replaceAll("\\p{Cntrl}", " "),
                "Send for example {\"CopySource\": {\"Bucket\": \"inbox\", \"Key\": \"report.csv\"}}");
    }

    private static CopyRequest keywords(Map<?, ?> keywords) {
        CopyRequest.Builder builder = CopyRequest.builder();
        for (Map.Entry<?, ?> keyword : keywords.entrySet()) {
            String name = String.valueOf(keyword.getKey());
            CopyParameter row = CopyParameter.byMember(name)
                    .orElseThrow(() -> new InvalidParameterException(
                            "message body",
                            name,
                            "is no parameter of a copy",
                            "Use the names of the S3 API, as boto3 does: CopySource, MetadataDirective, StorageClass"));
            builder.set(row, keyword.getValue());
        }
        return builder.build();
    }
}

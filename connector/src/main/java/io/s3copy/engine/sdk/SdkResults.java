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

import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CopyParameter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.s3.model.Initiator;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.S3Response;

/** Results in our own words. Members of a nested result, as CopyObject has one, stand beside the others. */
final class SdkResults {

    private SdkResults() {}

    static S3Result read(S3Response response) {
        Map<CopyParameter, Object> members = new EnumMap<>(CopyParameter.class);
        collect((SdkPojo) response, members);
        String requestId = response.responseMetadata() == null
                ? null
                : response.responseMetadata().requestId();
        return new S3Result(members, "UNKNOWN".equals(requestId) ? null : requestId, response);
    }

    private static void collect(SdkPojo pojo, Map<CopyParameter, Object> members) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value == null || value instanceof SdkAutoConstructList) {
                continue;
            }
            CopyParameter row = CopyParameter.resultByMember(field.memberName()).orElse(null);
            if (row != null) {
                members.put(row, plain(value));
            } else if (value instanceof SdkPojo nested) {
                collect(nested, members);
            }
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Initiator initiator) {
            return initiator.id();
        } else if (value instanceof Owner owner) {
            return owner.id();
        }
        return value instanceof List<?> parts ? SdkRequestReader.parts(parts) : value;
    }
}

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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Origin;
import io.s3copy.parameter.S3Call;
import java.util.List;
import java.util.Map;

/** Requests that each call can be made of, and what the rules make of more. */
final class Calls {

    static final String DIRECTORY = "fast--use1-az4--x-s3";
    static final String OUTPOST = "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1/accesspoint/ap";
    static final String MULTI_REGION = "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap";

    private Calls() {}

    /** The least that the call needs, from one general purpose bucket to another. */
    static CopyRequest.Builder least(S3Call call) {
        return least(call, "archive");
    }

    static CopyRequest.Builder least(S3Call call, String bucket) {
        CopyRequest.Builder builder = CopyRequest.builder(Origin.OPTION)
                .set(CopyParameter.BUCKET, bucket)
                .set(CopyParameter.KEY, "to");
        if (call.readsSource()) {
            builder.set(CopyParameter.COPY_SOURCE, "inbox/from");
        }
        if (call.required().contains(CopyParameter.UPLOAD_ID)) {
            builder.set(CopyParameter.UPLOAD_ID, "upload");
        }
        if (call.required().contains(CopyParameter.PART_NUMBER)) {
            builder.set(CopyParameter.PART_NUMBER, 1);
        }
        if (call.required().contains(CopyParameter.MULTIPART_UPLOAD)) {
            builder.set(CopyParameter.MULTIPART_UPLOAD, List.of(Map.of("PartNumber", 1, "ETag", "e")));
        }
        return builder;
    }

    /** The least and more, as name, value, name, value. */
    static CopyRequest with(CopyRequest.Builder builder, Object... more) {
        for (int i = 0; i < more.length; i += 2) {
            builder.set((CopyParameter) more[i], more[i + 1]);
        }
        return builder.build();
    }

    static void assertPasses(S3Call call, CopyRequest request) {
        assertThatCode(() -> CopyRules.prepare(call, request)).doesNotThrowAnyException();
    }

    /** It is refused, in the words of whoever said {@code row}, with rule and fix. */
    static void assertRefused(S3Call call, CopyRequest request, CopyParameter row) {
        InvalidParameterException refusal =
                catchThrowableOfType(InvalidParameterException.class, () -> CopyRules.prepare(call, request));
        assertThat(refusal)
                .isNotNull()
                .extracting(InvalidParameterException::parameter)
                .isEqualTo(request.nameOf(row));
        assertThat(refusal.getMessage()).endsWith(": " + refusal.rule() + ". " + refusal.fix() + ".");
    }
}

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

import io.s3copy.engine.answer.Dates;
import io.s3copy.engine.answer.PercentEncoding;
import io.s3copy.engine.answer.Refusal;
import io.s3copy.engine.answer.S3Answers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Reads answers that say plainly what they mean, though not as S3 would, and cuts those off that answer another question.
 * Servers write answers in different ways. Only this class evens that out.
 */
final class LenientAnswers implements ExecutionInterceptor {

    static final LenientAnswers INSTANCE = new LenientAnswers();

    private static final String LAST_MODIFIED = "Last-Modified";
    private static final int REDIRECTS = 300;
    private static final int KEPT = Refusal.KEPT;

    /** Calls that write: what their answer must hold is looked for in it, and its lack leads to a look. */
    private static final Set<String> WRITING =
            Set.of("CopyObject", "UploadPartCopy", "CreateMultipartUpload", "CompleteMultipartUpload");

    /**
     * What the root of an answer to calls that ask has in its name. Servers that do not know a subresource answer with the
     * object itself, of any size, and one that is an empty answer in XML would be taken for one.
     */
    private static final Map<String, String> ROOTS = Map.of(
            "GetObjectTagging", "tagging",
            "GetObjectAcl", "accesscontrolpolicy",
            "GetObjectAttributes", "attributes",
            "ListParts", "list",
            "ListMultipartUploads", "list",
            "ListObjects", "list",
            "ListObjectsV2", "listbucket",
            "ListObjectVersions", "list",
            "GetBucketLifecycleConfiguration", "lifecycle");

    private LenientAnswers() {}

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        trace(attributes).ifPresent(Trace::begin);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        trace(attributes).ifPresent(trace -> trace.handOver(context.httpRequest()));
    }

    private static Optional<Trace> trace(ExecutionAttributes attributes) {
        return Optional.ofNullable(attributes.getAttribute(Trace.ATTRIBUTE));
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        SdkHttpResponse answer = context.httpResponse();
        trace(attributes)
                .ifPresent(trace -> trace.answered(answer.statusCode(), S3Answers.isOfS3(SdkProof.head(answer))));
        String said = answer.firstMatchingHeader(LAST_MODIFIED).orElse(null);
        if (said == null || Dates.isHttp(said)) {
            return answer;
        }
        SdkHttpResponse.Builder mended = answer.toBuilder().removeHeader(LAST_MODIFIED);
        Dates.read(said).ifPresent(time -> mended.putHeader(LAST_MODIFIED, Dates.http(time)));
        return mended.build();
    }

    @Override
    public Optional<Publisher<ByteBuffer>> modifyAsyncHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Optional<Publisher<ByteBuffer>> body = context.responsePublisher();
        String call = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        boolean refused = context.httpResponse().statusCode() >= REDIRECTS;
        String root = refused ? null : ROOTS.get(call);
        if (body.isEmpty() || !(refused || root != null || WRITING.contains(call))) {
            return body;
        }
        Optional<Trace> trace = trace(attributes);
        return Optional.of(new AnswerBody(
                body.get(),
                root,
                beginning -> trace.ifPresent(one -> one.cutOff(beginning)),
                whole -> trace.ifPresent(one -> read(one, call, refused, whole))));
    }

    private static void read(Trace trace, String call, boolean refused, byte[] body) {
        if (refused) {
            trace.refused(new String(body, 0, Math.min(body.length, KEPT), StandardCharsets.UTF_8));
        } else if (call.equals("ListObjectVersions")) {
            trace.listed(PercentEncoding.isUtf8(body), VersionOrder.of(body));
        } else if (call.equals("ListObjectsV2")) {
            trace.listed(PercentEncoding.isUtf8(body), null);
        }
    }
}

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
package io.s3copy.engine;

import static io.s3copy.engine.CopierOnStub.MIB;
import static io.s3copy.engine.CopierOnStub.PLANNED;
import static io.s3copy.engine.CopierOnStub.inParts;
import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.PUT_OBJECT_TAGGING;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tags that no header takes. */
class LongTagsTest {

    @AutoClose
    private final CopierOnStub stub = CopierOnStub.withoutTags();

    // tags

    @Test
    void tagsTooLongForAHeaderArePutWhenTheObjectIsThere() {
        Map<String, String> tags = longTags();
        stub.s3.answer(GET_OBJECT_TAGGING, request -> Response.tagging(tags));
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(PUT_OBJECT_TAGGING, put -> Response.empty(200));
        stub.copied(inParts());
        assertThat(stub.s3.only(CREATE_MULTIPART_UPLOAD).header("x-amz-tagging"))
                .isEmpty();
        assertThat(stub.s3.operations()).endsWith(COMPLETE_MULTIPART_UPLOAD, PUT_OBJECT_TAGGING);
        RecordedRequest put = stub.s3.only(PUT_OBJECT_TAGGING);
        assertThat(put.bucket()).isEqualTo("out");
        assertThat(put.bodyText()).contains("<Key>tag-9</Key>");
    }

    @Test
    void longTagsThatAreRefusedFailTheCopyAndLeaveTheObject() {
        stub.s3.answer(GET_OBJECT_TAGGING, request -> Response.tagging(longTags()));
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(PUT_OBJECT_TAGGING, put -> Response.error(403, "AccessDenied", "no"));
        assertThat(stub.failure(inParts()))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("the copy stands in its place, but without its 10 tags")
                .extracting(ErrorClass::of)
                .isEqualTo(ErrorClass.SYSTEMIC);
        assertThat(stub.s3.operations()).doesNotContain(ABORT_MULTIPART_UPLOAD);
    }

    private static Map<String, String> longTags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            tags.put("tag-" + i, "x".repeat(250));
        }
        return tags;
    }
}

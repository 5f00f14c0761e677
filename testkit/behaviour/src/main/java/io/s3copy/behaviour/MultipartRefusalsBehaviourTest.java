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
package io.s3copy.behaviour;

import static io.s3copy.behaviour.Capability.ABORTED_UPLOAD_LISTS_NO_PARTS;
import static io.s3copy.behaviour.Capability.ABORTED_UPLOAD_TAKES_NO_PART;
import static io.s3copy.behaviour.Capability.COMPLETE_IF_NONE_MATCH;
import static io.s3copy.behaviour.Capability.LIST_PARTS;
import static io.s3copy.behaviour.Capability.PARTS;
import static io.s3copy.behaviour.Capability.PART_SOURCE_CONDITION;
import static io.s3copy.behaviour.Capability.RANGE_OF_SMALL_SOURCE;
import static io.s3copy.behaviour.Capability.RANGE_PAST_END;
import static io.s3copy.behaviour.Capability.SMALL_PART;
import static io.s3copy.behaviour.Capability.WRONG_PART_ETAG;
import static io.s3copy.camel.S3CopyOperation.abortMultipartUpload;
import static io.s3copy.camel.S3CopyOperation.listParts;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_IF_MATCH;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_KEY;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_RANGE;
import static io.s3copy.parameter.CopyParameter.IF_NONE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What S3 refuses of a copy in parts. */
class MultipartRefusalsBehaviourTest extends PartsBehaviour {

    @Test
    @Needs({PARTS, PART_SOURCE_CONDITION})
    void copiesNoPartOfAnotherSourceThanIfMatchNames() {
        begin();
        assertThat(partCall(1)
                        .with(COPY_SOURCE_IF_MATCH, SourceProbes.OTHER_ETAG)
                        .isRefusedByS3()
                        .code())
                .isEqualTo("PreconditionFailed");
    }

    @Test
    @Needs({PARTS, RANGE_PAST_END})
    void refusesARangePastTheEnd() {
        begin();
        assertThat(partCall(1)
                        .with(COPY_SOURCE_RANGE, "bytes=" + PART + "-" + (Bench.LARGE + 10))
                        .isRefusedByS3()
                        .status())
                .isIn(400, 416);
    }

    @Test
    @Needs({PARTS, RANGE_OF_SMALL_SOURCE})
    void refusesARangeOfASmallSource() {
        begin();
        assertThat(partCall(1)
                        .with(COPY_SOURCE_KEY, bench().object("small"))
                        .with(COPY_SOURCE_RANGE, "bytes=0-1")
                        .isRefusedByS3()
                        .code())
                .isEqualTo("InvalidRequest");
    }

    @Test
    @Needs({PARTS, SMALL_PART})
    void refusesToCompleteWithASmallPartBeforeTheLast() {
        begin();
        List<Map<String, Object>> parts = List.of(part(1, "bytes=0-99"), part(2, "bytes=100-199"));
        assertThat(complete(parts).isRefusedByS3().code()).isEqualTo("EntityTooSmall");
    }

    @Test
    @Needs({PARTS, WRONG_PART_ETAG})
    void refusesToCompleteWithAWrongEtag() {
        begin();
        part(1, FIRST);
        assertThat(complete(List.of(Map.of("PartNumber", 1, "ETag", SourceProbes.OTHER_ETAG)))
                        .isRefusedByS3()
                        .code())
                .isEqualTo("InvalidPart");
    }

    @Test
    @Needs({PARTS, ABORTED_UPLOAD_TAKES_NO_PART})
    void takesNoPartAfterAnAbort() {
        begin();
        ofUpload(abortMultipartUpload).succeeds();
        assertThat(partCall(1).isRefusedByS3().code()).isEqualTo("NoSuchUpload");
    }

    @Test
    @Needs({LIST_PARTS, ABORTED_UPLOAD_LISTS_NO_PARTS})
    void listsNoPartsAfterAnAbort() {
        begin();
        ofUpload(abortMultipartUpload).succeeds();
        assertThat(ofUpload(listParts).isRefusedByS3().code()).isEqualTo("NoSuchUpload");
    }

    @Test
    @Needs({PARTS, COMPLETE_IF_NONE_MATCH})
    void keepsWhatIsThereWhenCompletingOnIfNoneMatch() {
        begin();
        bench().put(bench().destination(), key(), "there", put -> {});
        assertThat(complete(List.of(part(1, FIRST)))
                        .with(IF_NONE_MATCH, "*")
                        .isRefusedByS3()
                        .code())
                .isEqualTo("PreconditionFailed");
        assertThat(bench().content(bench().destination(), key())).isEqualTo("there");
    }
}

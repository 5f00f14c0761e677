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
import static io.s3copy.engine.CopierOnStub.OTHER;
import static io.s3copy.engine.CopierOnStub.PLANNED;
import static io.s3copy.engine.CopierOnStub.inParts;
import static io.s3copy.engine.CopierOnStub.settings;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.testkit.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a dry run asks for, and says. */
class DryRunTest {

    @AutoClose
    private final CopierOnStub stub = CopierOnStub.withoutTags();

    // dryRun

    @Test
    void aDryRunWritesNothingAndSaysWhatWouldBeDone() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(20 * MIB, PLANNED));
        CopyResult result = stub.copied(inParts().dryRun(true));
        assertThat(result.dryRun()).isTrue();
        assertThat(result.isCopied()).isFalse();
        assertThat(result.way()).isEqualTo(Way.MULTIPART);
        assertThat(result.parts()).isEqualTo(3);
        assertThat(result.bytes()).isEqualTo(20 * MIB);
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, GET_OBJECT_TAGGING);
    }

    @Test
    void aDryRunOfASmallObjectAsksForItsSizeOnly() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(9, PLANNED));
        assertThat(stub.copied(settings().dryRun(true)).way()).isEqualTo(Way.SINGLE);
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT);
    }

    @Test
    void aDryRunFailsWhereTheCopyWould() {
        stub.heads(Response.headObject(9, PLANNED), Response.headObject(9, OTHER));
        assertThat(stub.failure(settings().dryRun(true).ifExists(IfExists.fail)))
                .isInstanceOf(ObjectFailureException.class)
                .hasMessageContaining("dry run: the condition on the destination is not met");
    }
}

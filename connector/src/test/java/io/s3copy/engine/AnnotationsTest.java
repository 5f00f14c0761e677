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
import static io.s3copy.engine.CopierOnStub.request;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the result of a copy in parts tells of annotations, which no upload carries. */
class AnnotationsTest {

    private static final String PERHAPS = "Annotations (if the source has any, which HEAD does not tell)";

    private final CopierOnStub stub = new CopierOnStub();

    @BeforeEach
    void answer() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private List<String> notCarried(CopySettings.Builder settings, @Nullable String directive) {
        return stub.copied(
                        settings,
                        request()
                                .set(CopyParameter.ANNOTATION_DIRECTIVE, directive)
                                .build(),
                        KnownSource.NOTHING)
                .notCarried();
    }

    @Test
    void thatTheyMayBeLostIsToldWhereNothingIsSaidOfThem() {
        assertThat(notCarried(inParts(), null)).containsExactly(PERHAPS);
    }

    @Test
    void thatTheyMayBeLostIsToldByADryRunToo() {
        assertThat(notCarried(inParts().dryRun(true), null)).containsExactly(PERHAPS);
    }

    @Test
    void nothingIsToldOfThoseThatAreToBeLeftOut() {
        assertThat(notCarried(inParts(), "EXCLUDE")).isEmpty();
    }

    @Test
    void nothingIsToldOfASourceWithACustomerKeyWhichCanHaveNone() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(16 * MIB, PLANNED)
                        .withHeader("x-amz-server-side-encryption-customer-algorithm", "AES256"));
        assertThat(notCarried(inParts(), null)).isEmpty();
    }

    @Test
    void strictForbidsTheLossOfThoseThatAreAskedForOnly() {
        assertThat(notCarried(inParts().strict(true), null)).containsExactly(PERHAPS);
        assertThat(stub.failure(
                        inParts().strict(true),
                        request()
                                .set(CopyParameter.ANNOTATION_DIRECTIVE, "COPY")
                                .build()))
                .hasMessageContaining("strict: the copy cannot carry Annotations");
    }
}

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
import static io.s3copy.engine.CopierOnStub.settings;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_ATTRIBUTES;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.testkit.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the parts of a source are found out. */
class SourceLayoutTest {

    private static final int PARTS = 40;
    private static final String HEX = "0".repeat(32);
    private static final String MANY = "\"" + HEX + "-" + PARTS + "\"";

    private final CopierOnStub stub = new CopierOnStub();

    @BeforeEach
    void noListing() {
        stub.s3.answer(GET_OBJECT_ATTRIBUTES, attributes -> Response.error(501, "NotImplemented", "no"));
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private static CopySettings.Builder asSource() {
        return settings().partSize(new PartSize.Source());
    }

    private static Response listing(long first, long second) {
        return Response.xml(
                200,
                "<GetObjectAttributesResponse><ObjectParts><PartsCount>2</PartsCount>"
                        + "<Part><PartNumber>1</PartNumber><Size>" + first + "</Size></Part>"
                        + "<Part><PartNumber>2</PartNumber><Size>" + second + "</Size></Part>"
                        + "</ObjectParts></GetObjectAttributesResponse>");
    }

    @Test
    void fewPartsAreAskedAboutAtOnce() {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        stub.s3.answer(HEAD_OBJECT, head -> {
            Response part = Response.headObject(MIB, MANY);
            return head.queryParameter("partNumber").isPresent()
                    ? part.heldUntil(answered)
                    : Response.headObject(PARTS * MIB, MANY);
        });
        CompletableFuture<CopyResult> copy = stub.copier(asSource().build(), CopyListener.NONE)
                .copy(CopierOnStub.request().build(), KnownSource.NOTHING);
        Awaitility.await()
                .during(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(10))
                .until(() -> stub.s3.inFlight() == 8);
        answered.complete(null);
        assertThat(copy.orTimeout(30, TimeUnit.SECONDS).join().parts()).isEqualTo(PARTS);
    }

    @Test
    void afterAFailureNoOtherPartIsAskedAbout() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> head.queryParameter("partNumber").isPresent()
                        ? Response.empty(403)
                        : Response.headObject(PARTS * MIB, MANY));
        assertThat(stub.failure(asSource())).isInstanceOf(SystemicFailureException.class);
        assertThat(Collections.frequency(stub.s3.operations(), HEAD_OBJECT)).isLessThanOrEqualTo(1 + 8);
    }

    @Test
    void aListingOfAnotherStateIsAChangeOfTheSource() {
        String before = "\"" + HEX + "-2\"";
        String after = "\"" + "1".repeat(32) + "-2\"";
        stub.s3.answer(GET_OBJECT_ATTRIBUTES, attributes -> listing(7 * MIB, 4 * MIB));
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(11 * MIB, after));
        stub.s3.next(HEAD_OBJECT, Response.headObject(9 * MIB, before));
        CopyResult result = stub.copied(asSource().onChange(CopySettings.OnChange.retry));
        assertThat(result.bytes()).isEqualTo(11 * MIB);
    }

    @Test
    void aListingThatDoesNotFitAnUnchangedSourceFailsTheCopy() {
        stub.s3.answer(GET_OBJECT_ATTRIBUTES, attributes -> listing(7 * MIB, 4 * MIB));
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(9 * MIB, "\"" + HEX + "-2\""));
        assertThat(stub.failure(asSource()))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("copy it with partSize=auto");
    }

    @Test
    void anEmptySourceThatWasUploadedInOnePartIsCopiedInOneCall() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(0, "\"" + HEX + "-1\""));
        assertThat(stub.copied(asSource()).way()).isEqualTo(Way.SINGLE);
        assertThat(stub.s3.requests(COPY_OBJECT)).hasSize(1);
    }
}

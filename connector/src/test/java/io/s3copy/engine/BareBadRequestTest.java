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

import static io.s3copy.engine.CopierOnStub.PLANNED;
import static io.s3copy.engine.CopierOnStub.inParts;
import static io.s3copy.engine.CopierOnStub.settings;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.GET_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_BUCKET;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.LIST_OBJECTS_V2;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.CopySettings.OnMissing;
import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.testkit.Response;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * S3 refuses a HEAD with 400 and no words, whether the object needs a customer key or the token of the caller has expired. The
 * former is a failure of that object, the latter of all: S3's words decide, which a GET of one byte brings.
 */
@Tag("sdk")
class BareBadRequestTest {

    private static final Response BARE = Response.error(400, "InvalidRequest", "not sent with a HEAD");

    private static final Response NEEDS_KEY =
            Response.error(400, "InvalidRequest", "The object was stored using a form of Server Side Encryption.");

    @AutoClose
    private final CopierOnStub stub = new CopierOnStub();

    @Test
    void anObjectThatNeedsACustomerKeyFailsAloneAndInTheWordsOfS3() {
        stub.s3.answer(HEAD_OBJECT, head -> BARE);
        stub.s3.answer(GET_OBJECT, get -> NEEDS_KEY);

        assertThat(stub.failure(inParts())).isInstanceOfSatisfying(ObjectFailureException.class, why -> {
            assertThat(why.code()).isEqualTo("InvalidRequest");
            assertThat(why).hasMessageContaining("stored using a form of Server Side Encryption");
        });
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, GET_OBJECT);
        assertThat(stub.s3.only(GET_OBJECT).header("Range")).contains("bytes=0-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredToken", "InvalidToken", "AuthorizationHeaderMalformed"})
    void aCallerWhomS3RefusesIsAFaultOfAllObjects(String code) {
        stub.s3.answer(HEAD_OBJECT, head -> BARE);
        stub.s3.answer(GET_OBJECT, get -> Response.error(400, code, "no"));

        assertThat(stub.failure(inParts()))
                .isInstanceOfSatisfying(
                        SystemicFailureException.class,
                        why -> assertThat(why.code()).isEqualTo(code));
    }

    @Test
    void whatNobodyPutsIntoWordsStaysAFaultOfAllObjects() {
        stub.s3.answer(HEAD_OBJECT, head -> BARE);
        for (Response second : List.of(
                Response.notS3(400, "text/html", "<h1>Bad Request</h1>"),
                Response.headObject(1, PLANNED).withStatus(206))) {
            stub.s3.answer(GET_OBJECT, get -> second);
            assertThat(stub.failure(inParts())).isInstanceOfSatisfying(SystemicFailureException.class, why -> {
                assertThat(why.status()).isEqualTo(400);
                assertThat(why.code()).isNull();
            });
        }
    }

    @Test
    void aDestinationThatNeedsACustomerKeyIsNoneThatIsMissing() {
        stub.s3.answer(HEAD_OBJECT, head -> BARE);
        stub.s3.answer(GET_OBJECT, get -> NEEDS_KEY);

        assertThat(stub.failure(settings().ifExists(IfExists.skipIfSame))).isInstanceOf(ObjectFailureException.class);
        assertThat(stub.s3.operations()).doesNotContain(COPY_OBJECT);
    }

    @Test
    void aBucketIsAskedInWordsToo() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.empty(404));
        stub.s3.answer(HEAD_BUCKET, head -> BARE);
        stub.s3.answer(LIST_OBJECTS_V2, list -> Response.error(404, "NoSuchBucket", "gone"));

        assertThat(S3CallException.isBucketMissing(stub.failure(inParts().onMissing(OnMissing.skip))))
                .isTrue();
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, HEAD_BUCKET, LIST_OBJECTS_V2);
    }
}

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

import static io.s3copy.testkit.S3Operation.GET_OBJECT_ACL;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_ATTRIBUTES;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.TransientFailureException;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A server that does not know a subresource answers with the object: that is cut off, and is no answer. */
@Tag("sdk")
class AnotherAnswerTest {

    /** No test would end in time if it were read. */
    private static final long HUGE = 1L << 40;

    private final RecordingS3 s3 = RecordingS3.start();
    private final S3AsyncClient client = s3.newClient();
    private final S3Calls calls = CallsUnderTest.on(client);
    private final ObjectQuery query =
            ObjectQuery.ofSource(CopierOnStub.request().build());

    @AfterEach
    void close() {
        client.close();
        s3.close();
    }

    private static Throwable failure(CompletableFuture<?> call) {
        try {
            throw new AssertionError(call.orTimeout(30, TimeUnit.SECONDS).join());
        } catch (CompletionException e) {
            return Causes.of(e);
        }
    }

    private static void isOfTheObject(Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(ObjectFailureException.class, another -> {
            assertThat(another.answer()).isEqualTo(Answer.ANOTHER);
            assertThat(S3CallException.isNotUnderstood(another)).isTrue();
        });
    }

    @Test
    void anObjectInsteadOfItsAttributesIsCutOff() {
        s3.answer(GET_OBJECT_ATTRIBUTES, get -> Response.content(200, HUGE));
        isOfTheObject(failure(calls.partSizes(query, 0)));
    }

    @Test
    void anObjectInsteadOfItsGrantsIsCutOff() {
        s3.answer(GET_OBJECT_ACL, get -> Response.content(200, HUGE));
        isOfTheObject(failure(calls.getObjectAcl(query)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body/></html>", "<?xml version=\"1.0\"?><order/>", "{}", "plain text"})
    void anObjectThatIsXmlIsNotTakenForItsTags(String content) {
        s3.answer(GET_OBJECT_TAGGING, get -> Response.xml(200, content));
        isOfTheObject(failure(calls.getObjectTagging(query)));
    }

    @Test
    void aPageInsteadOfTagsMayPass() {
        s3.answer(GET_OBJECT_TAGGING, get -> Response.notS3(200, "text/html", "<html><body/></html>"));
        assertThat(failure(calls.getObjectTagging(query))).isInstanceOf(TransientFailureException.class);
    }

    @Test
    void anErrorIn200IsStillAnError() {
        s3.answer(GET_OBJECT_TAGGING, get -> Response.errorAfterOk("InternalError", "again"));
        assertThat(failure(calls.getObjectTagging(query)))
                .isInstanceOfSatisfying(
                        TransientFailureException.class,
                        error -> assertThat(error.code()).isEqualTo("InternalError"));
    }
}

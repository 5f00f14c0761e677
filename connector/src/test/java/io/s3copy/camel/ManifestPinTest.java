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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.BulkRunException;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A manifest is read in the state in which its run has found it: a checkpoint that counts its lines means no other's. */
class ManifestPinTest {

    private static final String ETAG = RecordingS3.ETAG;
    private static final String OTHER = "\"00000000000000000000000000000000\"";

    @AutoClose
    private final CamelOnStub stub = CamelOnStub.withClient();

    private final RecordingS3 s3 = stub.s3();

    @BeforeEach
    void manifestOfOneKey() {
        s3.answer(S3Operation.HEAD_OBJECT, head -> Response.headObject(7, ETAG));
        s3.answer(S3Operation.GET_OBJECT, get -> manifest(ETAG));
        s3.answer(S3Operation.COPY_OBJECT, copy -> Response.copyObjectResult(ETAG));
    }

    private static Response manifest(String eTag) {
        return Response.xml(200, "inbox,a\n").withHeader("ETag", eTag);
    }

    private Exchange copied() throws Exception {
        stub.route("s3copy:archive?operation=copyManifest&copySourceBucket=inbox&manifest=s3://jobs/list.csv");
        return stub.send(null, Map.of());
    }

    private void isReplaced(Exchange exchange) {
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        BulkRunException.class,
                        why -> assertThat(why.getCause())
                                .isInstanceOf(InvalidParameterException.class)
                                .hasMessageContaining("option manifest = 's3://jobs/list.csv'")
                                .hasMessageContaining("is another manifest than when the run began")
                                .hasMessageContaining("Start the run again"));
        assertThat(s3.requests(S3Operation.COPY_OBJECT)).isEmpty();
    }

    @Test
    void manifestIsReadOnConditionOfTheStateThatItsJobNames() throws Exception {
        BulkResult result = copied().getMessage().getBody(BulkResult.class);
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(1);
        assertThat(s3.operations().subList(0, 2)).containsExactly(S3Operation.HEAD_OBJECT, S3Operation.GET_OBJECT);
        RecordedRequest get = s3.only(S3Operation.GET_OBJECT);
        assertThat(get.bucket() + "/" + get.key()).isEqualTo("jobs/list.csv");
        assertThat(get.header("If-Match")).contains(ETAG);
    }

    @Test
    void manifestThatWasReplacedInBetweenIsAnError() throws Exception {
        s3.answer(S3Operation.GET_OBJECT, get -> Response.error(412, "PreconditionFailed", "no"));
        isReplaced(copied());
    }

    @Test
    void serviceThatIgnoresTheConditionDoesNotHideIt() throws Exception {
        s3.answer(S3Operation.GET_OBJECT, get -> manifest(OTHER));
        isReplaced(copied());
    }
}

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
package io.s3copy.bulk.run;

import static io.s3copy.testkit.S3Operation.GET_OBJECT_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.check.ToldAttributes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** What GetObjectAttributes tells, and how often it is asked in vain. */
@Tag("sdk")
class AttributeLookTest {

    private final RecordingS3 s3 = RecordingS3.start();
    private final S3AsyncClient client = s3.newClient();
    private final RunRequests counted = new RunRequests();
    private final ServiceTraits traits = ServiceTraits.unknown("somewhere");
    private final AttributeLook look = new AttributeLook(
            new SdkS3Calls(client),
            new Requests(
                    new RequestWindow(8, 8), new Retries(Duration.ZERO, RunsInMemory.TIMER), () -> "a look", counted),
            counted,
            traits);

    @AfterEach
    void close() {
        client.close();
        s3.close();
    }

    private CompletableFuture<ToldAttributes> asked() {
        return look.of(ObjectQuery.ofDestination(
                        CopyRequest.builder().destination("bucket", "key").build()))
                .orTimeout(30, TimeUnit.SECONDS);
    }

    private static Response parts(int from, int to, boolean more) {
        StringBuilder parts = new StringBuilder();
        IntStream.rangeClosed(from, to)
                .forEach(number -> parts.append("<Part><PartNumber>")
                        .append(number)
                        .append("</PartNumber><Size>5242880</Size></Part>"));
        return Response.xml(
                200,
                "<GetObjectAttributesResponse><ETag>abc-1500</ETag>"
                        + "<Checksum><ChecksumSHA256>sum</ChecksumSHA256><ChecksumType>COMPOSITE</ChecksumType></Checksum>"
                        + "<ObjectParts><IsTruncated>" + more + "</IsTruncated><PartsCount>1500</PartsCount>" + parts
                        + "</ObjectParts></GetObjectAttributesResponse>");
    }

    @Test
    void allPartsAreListedPageByPage() {
        s3.answer(
                GET_OBJECT_ATTRIBUTES,
                request -> marker(request).equals("1000") ? parts(1001, 1500, false) : parts(1, 1000, true));
        ToldAttributes told = asked().join();
        assertThat(told.attributes().partSizes()).hasSize(1500).containsOnly(5242880L);
        assertThat(told.attributes().checksums())
                .containsOnlyKeys("ChecksumSHA256")
                .containsValue("sum");
        assertThat(told.attributes().checksumType()).isEqualTo("COMPOSITE");
        assertThat(told.attributes().eTag()).isEqualTo("abc-1500");
        assertThat(counted.counted().byCall()).containsEntry("GetObjectAttributes", 2L);
    }

    private static String marker(RecordedRequest request) {
        return request.header("x-amz-part-number-marker").orElse("0");
    }

    @Test
    void aServiceThatDoesNotKnowItIsAskedOnce() {
        s3.answer(GET_OBJECT_ATTRIBUTES, request -> Response.error(501, "NotImplemented", "no"));
        assertThat(asked().join().refusal()).contains("501 NotImplemented");
        assertThat(traits.refuses(Trait.objectAttributes)).isTrue();
        assertThat(asked().join().refusal()).contains("does not know GetObjectAttributes");
        assertThat(s3.requests(GET_OBJECT_ATTRIBUTES)).hasSize(1);
    }

    @Test
    void aSideThatOnlyDeniesItIsNotAskedForEver() {
        s3.answer(GET_OBJECT_ATTRIBUTES, request -> Response.error(403, "AccessDenied", "no"));
        for (int at = 0; at < AttributeLook.IN_VAIN + 5; at++) {
            assertThat(asked().join().attributes()).isNull();
        }
        assertThat(asked().join().refusal()).contains("not asked for any more");
        assertThat(s3.requests(GET_OBJECT_ATTRIBUTES)).hasSize(AttributeLook.IN_VAIN);
        assertThat(traits.isUnknown(Trait.objectAttributes))
                .as("a permission says nothing of the service")
                .isTrue();
    }

    @Test
    void oneAnswerShowsThatItIsNotAskedInVain() {
        s3.answer(GET_OBJECT_ATTRIBUTES, request -> Response.error(403, "AccessDenied", "no"));
        IntStream.range(1, AttributeLook.IN_VAIN).forEach(at -> asked().join());
        s3.next(GET_OBJECT_ATTRIBUTES, parts(1, 2, false));
        assertThat(asked().join().attributes()).isNotNull();
        IntStream.range(1, AttributeLook.IN_VAIN).forEach(at -> asked().join());
        assertThat(asked().join().refusal()).contains("403 AccessDenied");
    }

    @Test
    void whatSaysNothingOfTheCallIsAFailure() {
        s3.answer(GET_OBJECT_ATTRIBUTES, request -> Response.error(404, "NoSuchKey", "gone"));
        assertThat(asked())
                .failsWithin(30, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .matches(S3CallException::isMissing);
        s3.answer(GET_OBJECT_ATTRIBUTES, request -> Response.error(400, "ExpiredToken", "late"));
        assertThat(asked()).failsWithin(30, TimeUnit.SECONDS);
    }
}

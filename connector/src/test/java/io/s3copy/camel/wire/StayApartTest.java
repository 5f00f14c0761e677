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
package io.s3copy.camel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.mirror.WireView;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedMessageAggregationStrategy;
import org.apache.camel.processor.aggregate.UseOriginalAggregationStrategy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one endpoint says or hears is not heard by the next. */
@Tag("sdk")
class StayApartTest {

    private static final int BRANCHES = 8;

    @RegisterExtension
    static final WireCamel CAMEL = new WireCamel(new RouteBuilder() {
        @Override
        public void configure() {
            from("direct:twice")
                    .to("s3copy:first?keyPrefix=a/&serverSideEncryption=aws:kms&ssekmsKeyId=key-1&storageClass=GLACIER")
                    .to("s3copy:second?keyPrefix=b/&sseCustomerKey=#bean:customerKey&acl=private");
            from("direct:fanOut")
                    .multicast(new GroupedMessageAggregationStrategy())
                    .parallelProcessing()
                    .to(IntStream.range(0, BRANCHES)
                            .mapToObj(branch -> "direct:branch" + branch)
                            .toArray(String[]::new));
            from("direct:fanOutAndBack")
                    .multicast(new UseOriginalAggregationStrategy())
                    .parallelProcessing()
                    .to("direct:branch0", "direct:branch1");
            for (int branch = 0; branch < BRANCHES; branch++) {
                from("direct:branch" + branch)
                        .setHeader("CamelS3CopyGrantRead", constant("id=\"of-branch-" + branch + "\""))
                        .to("s3copy:bucket" + branch + "?key=" + branch);
            }
        }
    });

    @Test
    void twoEndpointsInARowSayEachTheirOwn() {
        CAMEL.send("direct:twice", Map.of("CamelS3CopyCopySource", "inbox/k?versionId=v1"), null);

        List<RecordedRequest> requests = CAMEL.server().requests();
        assertThat(requests).hasSize(2);
        assertThat(WireView.of(requests.get(0)))
                .isEqualTo(Map.of(
                        "bucket", "first",
                        "key", "a/k",
                        "x-amz-copy-source", "inbox/k?versionId=v1",
                        "x-amz-server-side-encryption", "aws:kms",
                        "x-amz-server-side-encryption-aws-kms-key-id", "key-1",
                        "x-amz-storage-class", "GLACIER"));
        assertThat(WireView.of(requests.get(1)).keySet())
                .containsExactlyInAnyOrder(
                        "bucket",
                        "key",
                        "x-amz-acl",
                        "x-amz-copy-source",
                        "x-amz-server-side-encryption-customer-algorithm",
                        "x-amz-server-side-encryption-customer-key",
                        "x-amz-server-side-encryption-customer-key-md5");
    }

    /** The first copy's version, encryption and response body are no parameters of the second. */
    @Test
    void resultsOfTheFirstAreNotReadByTheSecond() {
        CAMEL.server()
                .next(Response.copyObjectResult("\"etag\"")
                        .withHeader("x-amz-version-id", "new-version")
                        .withHeader("x-amz-copy-source-version-id", "old-version")
                        .withHeader("x-amz-server-side-encryption", "aws:kms")
                        .withHeader("x-amz-server-side-encryption-aws-kms-key-id", "arn-of-key")
                        .withHeader("x-amz-server-side-encryption-bucket-key-enabled", "true"));

        CAMEL.send("direct:twice", Map.of("CamelS3CopyCopySource", "inbox/k"), null);

        Map<String, String> second =
                new TreeMap<>(WireView.of(CAMEL.server().requests().get(1)));
        second.keySet().removeIf(name -> name.contains("customer"));
        assertThat(second)
                .isEqualTo(Map.of(
                        "bucket", "second", "key", "b/k", "x-amz-acl", "private", "x-amz-copy-source", "inbox/k"));
    }

    @Test
    void theSecondsResultReplacesTheFirsts() {
        CAMEL.server()
                .next(
                        Response.copyObjectResult("\"first\"").withHeader("x-amz-version-id", "first"),
                        Response.copyObjectResult("\"second\""));

        Exchange exchange = CAMEL.send("direct:twice", Map.of("CamelS3CopyCopySource", "inbox/k"), null);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader("CamelS3CopyResultETag")).isEqualTo("\"second\"");
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelS3CopyResultVersionId");
    }

    @Test
    void branchesOfAFanOutSayEachTheirOwn() {
        CAMEL.send("direct:fanOut", Map.of("CamelS3CopyCopySource", "inbox/k"), null);

        assertThat(CAMEL.server().requests().stream().map(WireView::of))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, BRANCHES)
                        .mapToObj(branch -> Map.of(
                                "bucket", "bucket" + branch,
                                "key", "" + branch,
                                "x-amz-copy-source", "inbox/k",
                                "x-amz-grant-read", "id=\"of-branch-" + branch + "\""))
                        .toList());
    }

    @Test
    void branchesOfAFanOutHearEachTheirOwn() {
        CAMEL.server()
                .answer(
                        S3Operation.COPY_OBJECT,
                        request -> Response.copyObjectResult(
                                request.header("x-amz-grant-read").orElseThrow()));

        Exchange exchange = CAMEL.send("direct:fanOut", Map.of("CamelS3CopyCopySource", "inbox/k"), null);

        List<?> branches = exchange.getMessage().getBody(List.class);
        assertThat(branches)
                .hasSize(BRANCHES)
                .allSatisfy(branch -> assertThat(((Message) branch).getHeaders())
                        .containsEntry("CamelS3CopyResultETag", ((Message) branch).getHeader("CamelS3CopyGrantRead")));
    }

    @Test
    void theMessageThatWasFannedOutIsAsItWas() {
        Exchange exchange = CAMEL.send("direct:fanOutAndBack", Map.of("CamelS3CopyCopySource", "inbox/k"), "content");

        assertThat(exchange.getMessage().getHeaders()).isEqualTo(Map.of("CamelS3CopyCopySource", "inbox/k"));
        assertThat(exchange.getMessage().getBody()).isEqualTo("content");
    }
}

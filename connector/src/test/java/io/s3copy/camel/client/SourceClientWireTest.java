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
package io.s3copy.camel.client;

import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.DELETE_OBJECT;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_ACL;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.LIST_PARTS;
import static io.s3copy.testkit.S3Operation.RESTORE_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.camel.CamelOnStub;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * Which client a request goes to. Both reach one service, as they must; the signature tells them apart: its scope by
 * Region, its key by account.
 */
@Tag("sdk")
class SourceClientWireTest {

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]+)/[0-9]+/([^/]+)/s3/");
    private static final String ARCHIVE = "s3copy:archive?operation=copy";
    private static final String IN_PARTS = "&multipartThreshold=5MiB&partSize=5MiB";
    private static final long SIZE = 10L << 20;

    private final CamelOnStub stub = CamelOnStub.withCredentials();
    private final RecordingS3 s3 = stub.s3();

    @AfterEach
    void close() {
        stub.close();
    }

    private static String signed(RecordedRequest request, int group) {
        Matcher matcher = CREDENTIAL.matcher(request.header("Authorization").orElseThrow());
        assertThat(matcher.find()).isTrue();
        return matcher.group(group);
    }

    private static String region(RecordedRequest request) {
        return signed(request, 2);
    }

    private void copied() {
        Exchange exchange = stub.copy();
        assertThat(exchange.getException()).isNull();
    }

    private void answerHeads() {
        String ofCopy = RecordingS3.ETAG.replaceFirst("\"$", "-2\"");
        s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(SIZE, head.bucket().equals("inbox") ? RecordingS3.ETAG : ofCopy));
        s3.answer(GET_OBJECT_TAGGING, any -> Response.tagging(Map.of("team", "a")));
    }

    @Test
    void whatIsAskedOfTheSourceGoesToItsRegionAndTheRestToTheDestinations() throws Exception {
        answerHeads();
        stub.route(ARCHIVE + IN_PARTS + "&sourceRegion=eu-west-1&preserve=acl&verify=size&deleteSource=marker");
        copied();
        assertThat(s3.operations())
                .contains(HEAD_OBJECT, GET_OBJECT_TAGGING, GET_OBJECT_ACL, CREATE_MULTIPART_UPLOAD)
                .contains(UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD, DELETE_OBJECT);
        assertThat(s3.requests(HEAD_OBJECT)).extracting(RecordedRequest::bucket).contains("inbox", "archive");
        assertThat(s3.requests())
                .allSatisfy(request -> assertThat(region(request))
                        .as(request.toString())
                        .isEqualTo(request.bucket().equals("inbox") ? "eu-west-1" : "us-east-1"));
    }

    @Test
    void aSingleCallIsTheDestinations() throws Exception {
        stub.route(ARCHIVE + "&sourceRegion=eu-west-1");
        copied();
        assertThat(region(s3.only(COPY_OBJECT))).isEqualTo("us-east-1");
    }

    @Test
    void aRestorationIsAskedOfTheSourcesRegion() throws Exception {
        s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(SIZE, RecordingS3.ETAG).withHeader("x-amz-storage-class", "GLACIER"));
        stub.route(ARCHIVE + IN_PARTS + "&sourceRegion=eu-west-1&onArchived=restore");
        copied();
        assertThat(region(s3.only(RESTORE_OBJECT))).isEqualTo("eu-west-1");
    }

    @Test
    void anUploadIsGivenUpAtTheDestination() throws Exception {
        answerHeads();
        s3.answer(UPLOAD_PART_COPY, part -> Response.error(403, "AccessDenied", "Access Denied"));
        stub.route(ARCHIVE + IN_PARTS + "&sourceRegion=eu-west-1");
        assertThat(stub.copy().getException()).isNotNull();
        assertThat(region(s3.only(ABORT_MULTIPART_UPLOAD))).isEqualTo("us-east-1");
        assertThat(s3.requests(LIST_PARTS))
                .isNotEmpty()
                .allSatisfy(list -> assertThat(region(list)).isEqualTo("us-east-1"));
    }

    @Test
    void theSourcesClientSpeaksForItsAccount() throws Exception {
        try (S3AsyncClient theirs = S3AsyncClient.builder()
                .endpointOverride(s3.endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("their-access", "their-secret")))
                .build()) {
            answerHeads();
            stub.camel().getRegistry().bind("ours", stub.client());
            stub.camel().getRegistry().bind("theirs", theirs);
            stub.route(ARCHIVE + IN_PARTS + "&deleteSource=marker"
                    + "&amazonS3AsyncClient=#ours&sourceS3AsyncClient=#theirs");
            copied();
            assertThat(s3.requests())
                    .allSatisfy(request -> assertThat(signed(request, 1))
                            .as(request.toString())
                            .isEqualTo(request.bucket().equals("inbox") ? "their-access" : s3.accessKey()));
        }
    }

    @Test
    void oneRegionNeedsOneClient() throws Exception {
        stub.route(ARCHIVE + "&sourceRegion=us-east-1");
        S3Clients clients = stub.camel()
                .getEndpoint(ARCHIVE + "&sourceRegion=us-east-1", S3CopyEndpoint.class)
                .clients();
        assertThat(clients.source()).isSameAs(clients.destination());
    }

    private void refused(String uri, String... words) {
        assertThatThrownBy(() -> stub.route(uri))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .message()
                .contains(words);
    }

    @Test
    void sourceRegionIsRefusedBesideTheSourcesClient() {
        stub.camel().getRegistry().bind("theirs", stub.client());
        refused(
                ARCHIVE + "&sourceRegion=eu-west-1&amazonS3AsyncClient=#theirs&sourceS3AsyncClient=#theirs",
                "option sourceRegion = 'eu-west-1': stands beside sourceS3AsyncClient");
    }

    @Test
    void sourceRegionIsRefusedBesideAClientThatWasGiven() {
        stub.camel().getRegistry().bind("ours", stub.client());
        refused(
                ARCHIVE + "&sourceRegion=eu-west-1&amazonS3AsyncClient=#ours",
                "the destination's was given or found in the registry",
                "Give sourceS3AsyncClient");
    }

    @Test
    void sourceRegionIsRefusedBesideAcceleration() {
        refused(
                "s3copy:archive?region=us-east-1&sourceRegion=eu-west-1&accelerate=true&forcePathStyle=false",
                "S3 Transfer Acceleration cannot copy across Regions");
    }

    @Test
    void aRegionOfAnotherPartitionIsRefused() {
        stub.component().getConfiguration().setOverrideEndpoint(false);
        stub.component().getConfiguration().setUriEndpointOverride(null);
        refused(
                "s3copy:archive?region=eu-west-1&sourceRegion=cn-north-1",
                "option sourceRegion = 'cn-north-1': is of another partition of AWS",
                "(eu-west-1)");
    }

    @Test
    void aCustomerKeyIsNotSentOverPlainHttpByTheSourcesClientEither() {
        try (S3AsyncClient safe = s3.newClient(URI.create("https://s3.made-up.invalid"));
                S3AsyncClient plain = s3.newClient(URI.create("http://s3.made-up.invalid"))) {
            stub.camel().getRegistry().bind("safe", safe);
            stub.camel().getRegistry().bind("plain", plain);
            stub.camel().getRegistry().bind("key", "0123456789abcdef0123456789abcdef");
            refused(
                    ARCHIVE + "&amazonS3AsyncClient=#safe&sourceS3AsyncClient=#plain"
                            + "&copySourceSSECustomerKey=#bean:key",
                    "option copySourceSSECustomerKey: would be sent over plain HTTP");
        }
    }
}

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
package io.s3copy.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What doctor makes of answers. */
class DoctorCommandTest {

    private static final String VERSIONED =
            "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
    private static final String OWNED =
            "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership>"
                    + "</Rule></OwnershipControls>";
    private static final String ENCRYPTED =
            "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
                    + "<SSEAlgorithm>%s</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>";
    private static final String RULE = "<LifecycleConfiguration><Rule><ID>x</ID><Filter><Prefix></Prefix></Filter>"
            + "<Status>Enabled</Status><AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation>"
            + "</AbortIncompleteMultipartUpload></Rule></LifecycleConfiguration>";
    private static final String LISTED = "<ListBucketResult><Name>photos</Name><KeyCount>1</KeyCount><Contents>"
            + "<Key>in/a</Key><Size>1</Size></Contents></ListBucketResult>";
    private static final String TAGS = "<Tagging><TagSet></TagSet></Tagging>";

    private final RecordingS3 s3 = RecordingS3.start();
    private int exit;

    @BeforeEach
    void prepare() {
        System.setProperty("aws.accessKeyId", s3.accessKey());
        System.setProperty("aws.secretAccessKey", s3.secretKey());
        s3.answer(S3Operation.LIST_OBJECTS_V2, any -> Response.xml(200, LISTED));
        s3.answer(S3Operation.GET_OBJECT_TAGGING, any -> Response.xml(200, TAGS));
        s3.answer(S3Operation.GET_BUCKET_LIFECYCLE_CONFIGURATION, any -> Response.xml(200, RULE));
        configuration(VERSIONED, OWNED, ENCRYPTED.formatted("AES256"));
    }

    @AfterEach
    void end() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        s3.close();
    }

    private void configuration(String versioning, String ownership, String encryption) {
        s3.answer(
                S3Operation.OTHER,
                asked -> asked.rawQuery().contains("versioning")
                        ? Response.xml(200, versioning)
                        : asked.rawQuery().contains("ownership")
                                ? Response.xml(200, ownership)
                                : Response.xml(200, encryption));
    }

    private Map<String, JsonNode> doctor(String... more) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = new String[more.length + 6];
        all[0] = "doctor";
        all[1] = "s3://photos/in/";
        all[2] = "s3://archive/";
        all[3] = "--json";
        all[4] = "--endpoint-url=" + s3.endpoint();
        all[5] = "--region=" + s3.region();
        System.arraycopy(more, 0, all, 6, more.length);
        exit = Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all);
        Map<String, JsonNode> findings = new LinkedHashMap<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            JsonNode finding = new ObjectMapper().readTree(line);
            findings.put(finding.path("about").asText("summary"), finding);
        }
        assertThat(findings).as(err.toString(StandardCharsets.UTF_8)).containsKey("summary");
        return findings;
    }

    private static String level(Map<String, JsonNode> findings, String about) {
        return findings.get(about).path("level").asText();
    }

    @Test
    void allIsWell() throws Exception {
        Map<String, JsonNode> findings = doctor();

        findings.remove("summary");
        assertThat(findings.values())
                .hasSize(9)
                .allSatisfy(finding -> assertThat(finding.path("level").asText())
                        .as(finding.toString())
                        .isEqualTo("ok"));
        assertThat(exit).isZero();
        assertThat(s3.requests())
                .allSatisfy(request -> assertThat(request.method()).isIn("GET", "HEAD"));
    }

    @Test
    void whatIsDeniedIsUnknownAndNamesThePermission() throws Exception {
        s3.answer(S3Operation.OTHER, any -> Response.error(403, "AccessDenied", "told so"));
        s3.answer(
                S3Operation.GET_BUCKET_LIFECYCLE_CONFIGURATION, any -> Response.error(403, "AccessDenied", "told so"));

        Map<String, JsonNode> findings = doctor();

        assertThat(level(findings, "destination versioning")).isEqualTo("unknown");
        assertThat(findings.get("destination versioning").path("fix").asText())
                .isEqualTo("Allow s3:GetBucketVersioning to learn it");
        assertThat(level(findings, "destination ownership")).isEqualTo("unknown");
        assertThat(level(findings, "destination encryption")).isEqualTo("unknown");
        assertThat(level(findings, "destination lifecycle")).isEqualTo("unknown");
        assertThat(exit).isEqualTo(CliExit.WARNINGS.code());
    }

    @Test
    void whatTheServiceDoesNotImplementIsUnknown() throws Exception {
        s3.answer(S3Operation.OTHER, any -> Response.error(501, "NotImplemented", "told so"));
        s3.answer(S3Operation.GET_BUCKET_LIFECYCLE_CONFIGURATION, any -> Response.xml(200, LISTED));

        Map<String, JsonNode> findings = doctor();

        assertThat(level(findings, "destination versioning")).isEqualTo("unknown");
        assertThat(level(findings, "destination lifecycle")).isEqualTo("unknown");
    }

    @Test
    void whatTheCopyNeedsAndIsDeniedIsAnError() throws Exception {
        s3.answer(S3Operation.HEAD_OBJECT, any -> Response.error(403, "AccessDenied", "told so"));
        s3.answer(S3Operation.GET_OBJECT_TAGGING, any -> Response.error(403, "AccessDenied", "told so"));

        Map<String, JsonNode> findings = doctor();

        assertThat(level(findings, "source object")).isEqualTo("error");
        assertThat(findings.get("source tags").path("fix").asText()).contains("s3:GetObjectTagging");
        assertThat(exit).isEqualTo(CliExit.FAILED.code());
    }

    @Test
    void aclsOnABucketThatHasNoneAreAnError() throws Exception {
        assertThat(level(doctor("--acl=private"), "destination ownership")).isEqualTo("error");
    }

    @Test
    void bucketsThatCostOrLoseAreWarnedOf() throws Exception {
        configuration("<VersioningConfiguration/>", OWNED, ENCRYPTED.formatted("aws:kms"));
        s3.answer(
                S3Operation.GET_BUCKET_LIFECYCLE_CONFIGURATION,
                any -> Response.error(404, "NoSuchLifecycleConfiguration", "told so"));

        Map<String, JsonNode> findings = doctor();

        assertThat(level(findings, "destination versioning")).isEqualTo("warning");
        assertThat(level(findings, "destination lifecycle")).isEqualTo("warning");
        assertThat(level(findings, "destination encryption")).isEqualTo("unknown");
        assertThat(exit).isEqualTo(CliExit.WARNINGS.code());
    }

    @Test
    void emptyListingAndMissingBucketAreTold() throws Exception {
        s3.answer(S3Operation.LIST_OBJECTS_V2, any -> Response.xml(200, "<ListBucketResult/>"));
        s3.answer(S3Operation.HEAD_BUCKET, any -> Response.error(404, "NoSuchBucket", "told so"));

        Map<String, JsonNode> findings = doctor();

        assertThat(level(findings, "source listing")).isEqualTo("warning");
        assertThat(level(findings, "destination bucket")).isEqualTo("error");
        assertThat(level(findings, "source object")).isEqualTo("unknown");
    }
}

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
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCommandTest {

    private static JsonNode policy(String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("policy"));
        all.addAll(List.of(arguments));
        int exit = Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all.toArray(String[]::new));
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private static List<String> statements(JsonNode policy) {
        List<String> lines = new ArrayList<>();
        policy.path("Statement").forEach(statement -> {
            List<String> actions = new ArrayList<>();
            statement.path("Action").forEach(action -> actions.add(action.asText()));
            lines.add(String.join(" ", actions) + " on "
                    + statement.path("Resource").asText()
                    + (statement.has("Condition")
                            ? " if "
                                    + statement
                                            .at("/Condition/StringLike/s3:prefix")
                                            .asText()
                            : ""));
        });
        return lines;
    }

    @Test
    void copyOfOneObjectIsAboutThatObject() throws Exception {
        assertThat(statements(policy("s3://photos/2026/a*.jpg", "s3://archive/b", "--raw")))
                .containsExactly(
                        "s3:GetObject s3:GetObjectTagging on arn:aws:s3:::photos/2026/a${*}.jpg",
                        "s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject s3:PutObjectTagging on"
                                + " arn:aws:s3:::archive/b");
    }

    @Test
    void syncOfManyListsBothSidesUnderTheirPrefixes() throws Exception {
        assertThat(statements(policy(
                        "s3://photos/2026",
                        "s3://archive",
                        "--for=sync",
                        "--delete",
                        "-o",
                        "compare=size",
                        "--copy-props=metadata-directive")))
                .containsExactly(
                        "s3:GetObject on arn:aws:s3:::photos/2026/*",
                        "s3:AbortMultipartUpload s3:DeleteObject s3:ListMultipartUploadParts s3:PutObject on"
                                + " arn:aws:s3:::archive/*",
                        "s3:ListBucket on arn:aws:s3:::photos if 2026/*",
                        "s3:ListBucket on arn:aws:s3:::archive");
    }

    @Test
    void placesOfReportAndCheckpointAreTheirOwn() throws Exception {
        assertThat(statements(policy(
                        "s3://photos/",
                        "s3://archive/",
                        "--for=check",
                        "--report=s3://jobs/reports",
                        "--checkpoint",
                        "s3://jobs/checkpoints/")))
                .contains(
                        "s3:GetObject s3:PutObject on arn:aws:s3:::jobs/reports/*",
                        "s3:GetObject s3:PutObject on arn:aws:s3:::jobs/checkpoints/*",
                        "s3:ListBucket on arn:aws:s3:::jobs if checkpoints/*");
    }

    @Test
    void keysOfKmsAreInThePolicyAndHaveStatementsOfTheirOwn() throws Exception {
        String key = "arn:aws:kms:eu-west-1:111122223333:key/1";
        String[] job = {"s3://photos/a", "s3://archive/a", "--sse", "aws:kms", "--sse-kms-key-id", key};

        assertThat(statements(policy(job))).contains("kms:Decrypt kms:GenerateDataKey on " + key);
        List<String> withPrincipal = new ArrayList<>(List.of(job));
        withPrincipal.add("--key-policy=arn:aws:iam::111122223333:role/copier");
        withPrincipal.add("--source-kms-key=arn:aws:kms:eu-west-1:111122223333:key/2");
        JsonNode keys = policy(withPrincipal.toArray(String[]::new));
        assertThat(keys).hasSize(2);
        assertThat(keys.at("/0/Statement/Action/0").asText()).isEqualTo("kms:Decrypt");
        assertThat(keys.at("/1/Key").asText()).isEqualTo(key);
        assertThat(keys.at("/1/Statement/Principal/AWS").asText()).isEqualTo("arn:aws:iam::111122223333:role/copier");
    }

    @Test
    void accessPointsDirectoryBucketsAndPartitions() throws Exception {
        assertThat(statements(policy(
                        "s3://arn:aws:s3:eu-west-1:111122223333:accesspoint/in//a", "s3://fast--euw1-az1--x-s3/a")))
                .containsExactly(
                        "s3:GetObject s3:GetObjectTagging on arn:aws:s3:eu-west-1:111122223333:accesspoint/in/object/a",
                        "s3express:CreateSession on arn:aws:s3express:*:*:bucket/fast--euw1-az1--x-s3");
        assertThat(statements(policy("s3://photos/a", "s3://archive/a", "--region=cn-north-1")))
                .first()
                .asString()
                .endsWith("arn:aws-cn:s3:::photos/a");
    }

    @Test
    void replicationListsBothSidesAndMayChangeNotifications() throws Exception {
        String objects = "s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject"
                + " s3:PutObjectTagging on arn:aws:s3:::archive/*";

        assertThat(statements(policy("s3://photos/2026/", "s3://archive/", "--for=replicate")))
                .containsExactly(
                        "s3:GetObject s3:GetObjectTagging on arn:aws:s3:::photos/2026/*",
                        objects,
                        "s3:ListBucket on arn:aws:s3:::photos if 2026/*",
                        "s3:ListBucket on arn:aws:s3:::archive");
        assertThat(statements(policy("s3://photos/2026/", "s3://archive/", "--for=replicate", "--notify")))
                .hasSize(5)
                .contains("s3:GetBucketNotification s3:PutBucketNotification on arn:aws:s3:::photos");
    }

    @Test
    void cleanupIsOfTheDestinationAlone() throws Exception {
        assertThat(statements(policy("s3://archive/", "--for=cleanup")))
                .containsExactly(
                        "s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject on arn:aws:s3:::archive/*",
                        "s3:ListBucketMultipartUploads on arn:aws:s3:::archive");
    }
}

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

import io.s3copy.app.cli.Permissions.Job;
import io.s3copy.testkit.S3Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What policy prints is what a run uses, and no more than that. */
class PermissionsTest extends CliOnServer {

    /** What a copy asks for without a call of its own, or only when something goes wrong. */
    private static final Set<String> UNSEEN = Set.of(
            "s3:GetObjectTagging",
            "s3:PutObjectTagging",
            "s3:AbortMultipartUpload",
            "s3:ListMultipartUploadParts",
            "s3:PutObjectAcl",
            "kms:Decrypt");

    private static final Map<S3Operation, List<String>> ACTIONS = Map.of(
            S3Operation.COPY_OBJECT, List.of("s3:GetObject", "s3:PutObject"),
            S3Operation.HEAD_OBJECT, List.of("s3:GetObject"),
            S3Operation.LIST_OBJECTS_V2, List.of("s3:ListBucket"),
            S3Operation.DELETE_OBJECT, List.of("s3:DeleteObject"),
            S3Operation.GET_OBJECT_TAGGING, List.of("s3:GetObjectTagging"),
            S3Operation.PUT_OBJECT_TAGGING, List.of("s3:PutObjectTagging"),
            S3Operation.GET_OBJECT_ACL, List.of("s3:GetObjectAcl"),
            S3Operation.PUT_OBJECT_ACL, List.of("s3:PutObjectAcl"));

    @TempDir
    private Path folder;

    private Set<String> used() {
        Set<String> used = new TreeSet<>();
        s3.operations().forEach(operation -> {
            List<String> actions = ACTIONS.get(operation);
            assertThat(actions).as("%s needs a permission", operation).isNotNull();
            used.addAll(actions);
        });
        return used;
    }

    private static Set<String> allowed(Job job) {
        return Permissions.rows(job).stream()
                .map(Permissions.Row::action)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void assertUses(Job job, String... arguments) {
        s3.forgetOperations();
        assertThat(run(arguments)).as(output()).isZero();
        Set<String> allowed = allowed(job);
        assertThat(allowed).containsAll(used());
        Set<String> seen = new TreeSet<>(allowed);
        seen.removeAll(UNSEEN);
        assertThat(used()).containsAll(seen);
    }

    private void put() {
        s3.put(SOURCE, "in/a", 10);
        s3.put(SOURCE, "in/b", 20);
    }

    private static Job job(String command, boolean many, String... namesAndValues) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Job(command, many, options);
    }

    @Test
    void copyOfOneObject() {
        put();
        assertUses(job("cp", false), "cp", "s3://photos/in/a", "s3://archive/a");
    }

    @Test
    void copyOfMany() {
        put();
        assertUses(job("cp", true), "cp", "s3://photos/in/", "s3://archive/", "--recursive", "--checkpoint=" + folder);
    }

    @Test
    void copyThatLeavesWhatIsThere() {
        put();
        assertUses(job("cp", false, "ifExists", "skip"), "cp", "s3://photos/in/a", "s3://archive/a", "-n");
    }

    @Test
    void copyThatKeepsAcls() {
        put();
        assertUses(
                job("cp", false, "preserve", "acl"), "cp", "s3://photos/in/a", "s3://archive/a", "-o", "preserve=acl");
    }

    @Test
    void move() {
        put();
        assertUses(
                job("mv", true, "deleteSource", "marker"),
                "mv",
                "s3://photos/in/",
                "s3://archive/",
                "--recursive",
                "--checkpoint=" + folder);
    }

    @Test
    void syncThatDeletes() {
        put();
        s3.put(DESTINATION, "in/old", 30);
        assertUses(
                job("sync", true, "delete", "true", "compare", "size"),
                "sync",
                "s3://photos/in/",
                "s3://archive/in/",
                "--delete",
                "--max-delete=1",
                "--size-only",
                "--checkpoint=" + folder);
    }

    @Test
    void checkOfListings() {
        put();
        assertThat(run("cp", "s3://photos/in/", "s3://archive/in/", "--recursive", "--checkpoint=" + folder))
                .isZero();
        assertUses(job("check", true), "check", "s3://photos/in/", "s3://archive/in/", "--checkpoint=" + folder);
    }

    @Test
    void parametersOfTheMirrorAddTheirOwn() {
        assertThat(allowed(job("cp", false, "acl", "private"))).contains("s3:PutObjectAcl");
        assertThat(allowed(job("cp", false, "objectLockMode", "GOVERNANCE"))).contains("s3:PutObjectRetention");
        assertThat(allowed(job("cp", false, "objectLockLegalHoldStatus", "ON"))).contains("s3:PutObjectLegalHold");
        assertThat(allowed(job("cp", false, "copySourceVersionId", "v"))).contains("s3:GetObjectVersion");
        assertThat(allowed(job("cp", false, "tagging.team", "web"))).contains("s3:PutObjectTagging");
        assertThat(allowed(job("cp", false, "serverSideEncryption", "AES256"))).doesNotContain("kms:GenerateDataKey");
        assertThat(allowed(job("cp", false, "serverSideEncryption", "aws:kms"))).contains("kms:GenerateDataKey");
        assertThat(allowed(job("cp", true, "asOf", "2026-01-01T00:00:00Z")))
                .contains("s3:ListBucketVersions", "s3:GetObjectVersion")
                .doesNotContain("s3:ListBucket", "s3:GetObject");
        assertThat(allowed(job("mv", true, "deleteSource", "version"))).contains("s3:DeleteObjectVersion");
        assertThat(allowed(job("check", true))).containsExactly("s3:ListBucket");
        assertThat(allowed(job("cp", false, "taggingDirective", "REPLACE")))
                .doesNotContain("s3:GetObjectTagging", "s3:PutObjectTagging");
    }

    @Test
    void everyActionIsOnTheComponentsPage() throws Exception {
        String page = Files.readString(Path.of("../connector/src/main/docs/s3copy-component.adoc"))
                + Files.readString(Path.of("../docs/cli.md"));

        assertThat(Permissions.TABLE)
                .allSatisfy(row -> assertThat(page).as(row.why()).contains(row.action()));
    }
}

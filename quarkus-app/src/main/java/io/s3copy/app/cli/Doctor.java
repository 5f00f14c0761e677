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

import io.s3copy.camel.S3Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** Looks at what a job needs, by calls that change nothing. */
final class Doctor {

    private static final int MOVED = 301;
    private static final Set<String> ARCHIVES = Set.of("GLACIER", "DEEP_ARCHIVE");

    private final S3AsyncClient sourceClient;
    private final S3AsyncClient client;
    private final Scope scope;
    private final Map<String, String> options;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable String sample;

    /**
     * Looks.
     *
     * @param sourceClient asks about the source
     * @param client asks about the destination
     * @param options of the job, by the component's names
     */
    Doctor(S3AsyncClient sourceClient, S3AsyncClient client, Scope scope, Map<String, String> options) {
        this.sourceClient = sourceClient;
        this.client = client;
        this.scope = scope;
        this.options = options;
    }

    List<Finding> look() {
        bucket("source bucket", sourceClient, scope.source(), "--source-region");
        if (scope.many()) {
            listing();
        } else {
            sample = scope.source().key();
        }
        object();
        bucket("destination bucket", client, scope.destination(), "--region");
        versioning();
        ownership();
        encryption();
        lifecycle();
        return List.copyOf(findings);
    }

    private void bucket(String about, S3AsyncClient asked, S3Place place, String option) {
        findings.add(new Probe(about, "s3:ListBucket")
                .ask(
                        () -> asked.headBucket(head -> head.bucket(place.bucket())),
                        there -> Finding.ok(
                                about,
                                place.bucket() + " is there"
                                        + (there.bucketRegion() == null ? "" : ", in " + there.bucketRegion())),
                        (status, code) -> Probe.isMissing(status)
                                ? Finding.error(
                                        about, "there is no " + place.bucket(), "Create it, or write another name")
                                : status == MOVED
                                        ? Finding.error(
                                                about,
                                                place.bucket() + " is in another Region",
                                                "Name that Region by " + option)
                                        : null));
    }

    private void listing() {
        String about = "source listing";
        findings.add(new Probe(about, "s3:ListBucket")
                .ask(
                        () -> sourceClient.listObjectsV2(
                                list -> list.bucket(scope.source().bucket())
                                        .prefix(scope.source().key())
                                        .maxKeys(1)),
                        this::listed,
                        (status, code) -> Probe.isDenied(status)
                                ? Finding.error(
                                        about,
                                        "denied (403)",
                                        "Allow s3:ListBucket on "
                                                + scope.source().bucket())
                                : null));
    }

    private Finding listed(ListObjectsV2Response page) {
        String about = "source listing";
        if (page.contents().isEmpty()) {
            return Finding.warning(
                    about,
                    "no key begins with '" + scope.source().key() + "'",
                    "Look whether the prefix is what keys begin with, letter for letter");
        }
        sample = page.contents().get(0).key();
        return Finding.ok(about, "can be listed");
    }

    private void object() {
        String about = "source object";
        String key = sample;
        if (key == null) {
            findings.add(Finding.unknown(about, "none was listed that could be looked at", "Mend the listing first"));
            return;
        }
        findings.add(new Probe(about, "s3:GetObject")
                .ask(
                        () -> sourceClient.headObject(
                                head -> head.bucket(scope.source().bucket()).key(key)),
                        head -> found(head, key),
                        (status, code) -> Probe.isDenied(status)
                                ? Finding.error(
                                        about,
                                        "a HEAD of " + key + " is denied (403)",
                                        "Allow s3:GetObject, and kms:Decrypt with the key of objects that KMS encrypts")
                                : Probe.isMissing(status)
                                        ? Finding.error(about, "there is no " + key, "Write another key")
                                        : null));
        if (!"REPLACE".equalsIgnoreCase(options.get("taggingDirective"))) {
            tags(key);
        }
    }

    private static Finding found(HeadObjectResponse head, String key) {
        String about = "source object";
        String stored = head.storageClassAsString();
        if (stored != null && ARCHIVES.contains(stored)) {
            return Finding.warning(
                    about, key + " is archived (" + stored + ")", "Restore it first, or add -o onArchived=restore");
        }
        String kms = head.ssekmsKeyId();
        return Finding.ok(about, key + " can be read" + (kms == null ? "" : "; it is encrypted with " + kms));
    }

    private void tags(String key) {
        String about = "source tags";
        findings.add(new Probe(about, "s3:GetObjectTagging")
                .ask(
                        () -> sourceClient.getObjectTagging(
                                get -> get.bucket(scope.source().bucket()).key(key)),
                        tags -> Finding.ok(about, "tags of " + key + " can be read"),
                        (status, code) -> Probe.isDenied(status)
                                ? Finding.error(
                                        about,
                                        "denied (403), and copies carry tags",
                                        "Allow s3:GetObjectTagging, or leave tags out by --copy-props metadata-directive")
                                : null));
    }

    private void versioning() {
        String about = "destination versioning";
        findings.add(new Probe(about, "s3:GetBucketVersioning")
                .ask(
                        () -> client.getBucketVersioning(get -> get.bucket(destination())),
                        Doctor::versions,
                        (status, code) -> null));
    }

    private static Finding versions(GetBucketVersioningResponse told) {
        String about = "destination versioning";
        return told.status() == BucketVersioningStatus.ENABLED
                ? Finding.ok(about, "enabled: what is overwritten or deleted can be recovered")
                : Finding.warning(
                        about,
                        "off: what is overwritten or deleted is gone",
                        "Enable it, or look at what a run would do by --dry-run first");
    }

    private void ownership() {
        String about = "destination ownership";
        findings.add(new Probe(about, "s3:GetBucketOwnershipControls")
                .ask(
                        () -> client.getBucketOwnershipControls(get -> get.bucket(destination())),
                        this::owner,
                        (status, code) -> code.equals("OwnershipControlsNotFoundError")
                                ? Finding.ok(about, "ACLs are enabled")
                                : null));
    }

    private Finding owner(GetBucketOwnershipControlsResponse told) {
        String about = "destination ownership";
        if (told.ownershipControls() == null || told.ownershipControls().rules().isEmpty()) {
            return notTold(about);
        }
        boolean enforced = told.ownershipControls().rules().stream()
                .anyMatch(rule -> rule.objectOwnership() == ObjectOwnership.BUCKET_OWNER_ENFORCED);
        boolean asked = options.containsKey("acl")
                || options.keySet().stream().anyMatch(option -> option.startsWith("grant"))
                || options.getOrDefault("preserve", "").contains("acl");
        return enforced && asked
                ? Finding.error(
                        about,
                        "ACLs are disabled (BucketOwnerEnforced), and the options ask for some",
                        "Leave --acl, grants and preserve=acl out")
                : Finding.ok(about, enforced ? "ACLs are disabled, and none is asked for" : "ACLs are enabled");
    }

    private void encryption() {
        String about = "destination encryption";
        findings.add(new Probe(about, "s3:GetEncryptionConfiguration")
                .ask(
                        () -> client.getBucketEncryption(get -> get.bucket(destination())),
                        Doctor::encrypted,
                        (status, code) -> code.equals("ServerSideEncryptionConfigurationNotFoundError")
                                ? Finding.warning(
                                        about,
                                        "the bucket has no default",
                                        "Add --sse, or give the bucket a default encryption")
                                : null));
    }

    private static Finding encrypted(GetBucketEncryptionResponse told) {
        String about = "destination encryption";
        if (told.serverSideEncryptionConfiguration() == null
                || told.serverSideEncryptionConfiguration().rules().isEmpty()) {
            return notTold(about);
        }
        ServerSideEncryptionRule rule =
                told.serverSideEncryptionConfiguration().rules().get(0);
        if (rule.applyServerSideEncryptionByDefault() == null) {
            return notTold(about);
        }
        String kind = rule.applyServerSideEncryptionByDefault().sseAlgorithmAsString();
        String key = rule.applyServerSideEncryptionByDefault().kmsMasterKeyID();
        return kind != null && kind.startsWith("aws:kms")
                ? Finding.unknown(
                        about,
                        kind + " with " + (key == null ? "the key of AWS" : key)
                                + "; only a copy shows whether we may use it",
                        "Allow kms:GenerateDataKey and kms:Decrypt with it (s3copy policy)")
                : Finding.ok(about, String.valueOf(kind));
    }

    private void lifecycle() {
        String about = "destination lifecycle";
        findings.add(new Probe(about, "s3:GetLifecycleConfiguration")
                .ask(
                        () -> client.getBucketLifecycleConfiguration(get -> get.bucket(destination())),
                        this::rules,
                        (status, code) -> code.equals("NoSuchLifecycleConfiguration") ? noRule() : null));
    }

    private Finding rules(GetBucketLifecycleConfigurationResponse told) {
        String about = "destination lifecycle";
        if (told.rules().isEmpty()) {
            return notTold(about);
        }
        return told.rules().stream().anyMatch(this::aborts)
                ? Finding.ok(about, "a rule aborts incomplete uploads")
                : noRule();
    }

    private boolean aborts(LifecycleRule rule) {
        String prefix = rule.filter() == null ? null : rule.filter().prefix();
        boolean narrow = rule.filter() != null
                && (rule.filter().and() != null
                        || rule.filter().tag() != null
                        || rule.filter().objectSizeGreaterThan() != null
                        || rule.filter().objectSizeLessThan() != null);
        return rule.status() == ExpirationStatus.ENABLED
                && rule.abortIncompleteMultipartUpload() != null
                && !narrow
                && (prefix == null || scope.destination().key().startsWith(prefix));
    }

    private static Finding noRule() {
        return Finding.warning(
                "destination lifecycle",
                "no rule aborts incomplete uploads: parts of a copy that is killed go on costing",
                "Add a rule with AbortIncompleteMultipartUpload, or run s3copy cleanup from time to time");
    }

    private static Finding notTold(String about) {
        return Finding.unknown(
                about, "the service's answer says nothing", "Look it up where the service is administered");
    }

    private String destination() {
        return scope.destination().bucket();
    }
}

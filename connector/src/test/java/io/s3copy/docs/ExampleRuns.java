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
package io.s3copy.docs;

import static io.s3copy.docs.ExampleRun.onServer;
import static io.s3copy.docs.ExampleRun.onWire;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.cleanup.CleanupReport;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What each example of a route is sent, and what must come of it. */
final class ExampleRuns {

    static final String REPORT = "a,b\n1,2\n";
    static final String IN_REPORT = "c,d\n3,4\n";
    static final String SPECIAL = "special";
    static final byte[] INBOX_KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    static final byte[] ARCHIVE_KEY = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);
    static final int VIDEO_SIZE = 6 << 20;

    private static final String ETAG_SEEN = "\"9b2cf535f27731c974343645a3985328\"";
    private static final String KEY_HEADER = "x-amz-server-side-encryption-customer-key";

    // spotless:off (a table reads best in rows)
    private static final Map<String, List<ExampleRun>> RUNS = new LinkedHashMap<>();

    static {
        put("quick-start", onServer().copies(REPORT, "archive", "report.csv"));
        put("explicit-defaults", onWire().sends("x-amz-metadata-directive", "COPY")
                .sends("x-amz-server-side-encryption-bucket-key-enabled", "false"));
        put("source-headers-only",
                onServer().header("CamelS3CopyCopySource", "inbox/report.csv").header("CamelS3CopyKey", "elsewhere")
                        .copies(REPORT, "archive", "report.csv"),
                onWire().header("CamelS3CopyCopySource", "private/report.csv")
                        .fails(InvalidParameterException.class, "allowedSourceBuckets"));
        put("route-decides", onServer().header("CamelS3CopyCopySource", "inbox/in/report.csv")
                .copies(REPORT, "archive", "report.csv"));
        put("twice", onServer().copies(REPORT, "archive", "report.csv").copies(REPORT, "backup", "second/report.csv"));
        put("aws2-s3-headers", onServer().header("CamelAwsS3BucketName", "inbox").header("CamelAwsS3Key", "report.csv")
                .copies(REPORT, "archive", "report.csv"));
        put("typed-body", onWire().writes("archive/report.csv").sends("x-amz-storage-class", "GLACIER_IR"));
        put("body-parameters", onServer().copies(REPORT, "archive", "2026/report.csv")
                .check(outcome -> assertThat(head(outcome, "2026/report.csv").metadata()).containsEntry("reviewed", "yes")));
        put("allowed-buckets",
                onServer().header("country", "eu").copies(REPORT, "archive-eu", "report.csv"),
                onWire().header("country", "mars").fails(InvalidParameterException.class, "allowedBuckets"));
        put("key", onServer().copies(REPORT, "archive", "2026/report.csv"));
        put("key-prefix", onServer().copies(IN_REPORT, "archive", "done/report.csv"));
        put("key-expression", onServer().check(outcome -> assertThat(
                outcome.text("archive", Year.now(ZoneId.systemDefault()) + "/report.csv")).isEqualTo(REPORT)));
        put("consumer", onServer().polling().copies(IN_REPORT, "archive", "done/report.csv"));
        put("consumer-repository", onServer().polling().copies(REPORT, "archive", "report.csv"));
        put("keep-key", onServer().copies(REPORT, "archive", "report.csv"));
        put("source-options", onServer().copies(REPORT, "archive", "report.csv"));
        put("source-version", onWire().sends("x-amz-copy-source", "inbox/report.csv?versionId=3HL4kqtJlcpXroDTDmJ"));
        put("restore-version", onWire().header("goodVersion", "v7").writes("archive/report.csv")
                .sends("x-amz-copy-source", "archive/report.csv?versionId=v7"));
        put("change-class-in-place", onWire().writes("archive/report.csv").sends("x-amz-storage-class", "STANDARD_IA"));
        put("access-point-source", onWire().sends("x-amz-copy-source",
                "arn%3Aaws%3As3%3Aeu-west-1%3A123456789012%3Aaccesspoint/inbox-reader/object/report.csv"));
        put("only-if-unchanged",
                onWire().header("etagSeen", ETAG_SEEN).sends("x-amz-copy-source-if-match", ETAG_SEEN),
                onServer().header("etagSeen", "\"other\"").fails(S3CallException.class, "412 PreconditionFailed"));
        put("only-if-newer", onWire().sends("x-amz-copy-source-if-modified-since", "Thu, 01 Jan 2026 00:00:00 GMT"));
        put("both-match", onWire().header("etagSeen", ETAG_SEEN).sends("x-amz-copy-source-if-match", ETAG_SEEN)
                .sends("x-amz-copy-source-if-unmodified-since", "Wed, 01 Jan 2020 00:00:00 GMT"));
        put("both-none-match", onWire().header("etagSeen", ETAG_SEEN).sends("x-amz-copy-source-if-none-match", ETAG_SEEN)
                .sends("x-amz-copy-source-if-modified-since", "Wed, 01 Jan 2020 00:00:00 GMT"));
        put("only-if-free", onWire().sends("If-None-Match", "*"));
        put("replace-metadata", onServer().copies(REPORT, "archive", "report.csv").check(outcome -> {
            HeadObjectResponse head = head(outcome, "report.csv");
            assertThat(head.contentType()).isEqualTo("text/csv");
            assertThat(head.cacheControl()).isEqualTo("no-cache");
            assertThat(head.metadata()).containsExactly(Map.entry("reviewed", "yes"));
        }));
        put("replace-tags", onWire().sends("x-amz-tagging-directive", "REPLACE").sends("x-amz-tagging", "project=blue&state=done"));
        put("names-with-dashes", onWire().sends("x-amz-meta-reviewed-by", "anna")
                .sends("x-amz-tagging", "cost-centre=7&Project=blue"));
        put("clear-tags", onWire().sends("x-amz-tagging-directive", "REPLACE").sends("x-amz-tagging", ""));
        put("annotations", onWire().sends("x-amz-object-annotation-directive", "EXCLUDE"));
        put("storage-class", onWire().sends("x-amz-storage-class", "GLACIER_IR"));
        put("redirect", onWire().sends("x-amz-website-redirect-location", "/new/report.csv"));
        put("acl", onWire().sends("x-amz-acl", "bucket-owner-full-control"));
        put("grants", onWire()
                .sends("x-amz-grant-read", "id=\"75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a\"")
                .sends("x-amz-grant-read-acp", "uri=\"http://acs.amazonaws.com/groups/global/AuthenticatedUsers\""));
        put("kms", onWire().sends("x-amz-server-side-encryption", "aws:kms")
                .sends("x-amz-server-side-encryption-aws-kms-key-id", "alias/archive")
                .sends("x-amz-server-side-encryption-bucket-key-enabled", "true")
                .sends("x-amz-server-side-encryption-context", "eyJkZXBhcnRtZW50IjoicmVjb3JkcyJ9"));
        put("customer-keys", onWire().sends(KEY_HEADER, base64(ARCHIVE_KEY))
                .sends("x-amz-copy-source-server-side-encryption-customer-key", base64(INBOX_KEY))
                .sends("x-amz-copy-source-server-side-encryption-customer-algorithm", "AES256"));
        put("customer-key-header", onWire().sends(KEY_HEADER, base64(ARCHIVE_KEY))
                .check(outcome -> assertThat(outcome.exchange().getMessage().getHeader("CamelS3CopySSECustomerKey"))
                        .hasToString("*****")));
        put("object-lock", onWire().sends("x-amz-object-lock-mode", "GOVERNANCE")
                .sends("x-amz-object-lock-retain-until-date", "2099-12-31T00:00:00Z")
                .sends("x-amz-object-lock-legal-hold", "ON"));
        put("event-hold", onWire().sends("x-amz-object-lock-event-hold", "ON")
                .sends("x-amz-object-lock-event-hold-duration-years", "7"));
        put("requester-pays", onWire().sends("x-amz-request-payer", "requester"));
        put("owners",
                onWire().sends("x-amz-expected-bucket-owner", "111122223333")
                        .sends("x-amz-source-expected-bucket-owner", "444455556666"),
                onWire().answering(stub -> stub.next(Response.error(403, "AccessDenied", "Access Denied")))
                        .fails(S3CallException.class, "expectedSourceBucketOwner=444455556666 was sent"));
        put("checksum", onWire().sends("x-amz-checksum-algorithm", "SHA256"));
        put("managed-copy", onServer().check(outcome -> {
            assertThat(head(outcome, "video.mp4").contentLength()).isEqualTo(VIDEO_SIZE);
            assertThat(outcome.exchange().getMessage().getBody(CopyResult.class).parts()).isEqualTo(2);
        }));
        put("resume", onServer().check(outcome -> {
            assertThat(head(outcome, "video.mp4").contentLength()).isEqualTo(VIDEO_SIZE);
            assertThat(outcome.exchange().getMessage().getBody(CopyResult.class).resumedParts()).isZero();
        }));
        put("dry-run", onServer().check(outcome -> {
            CopyResult result = outcome.exchange().getMessage().getBody(CopyResult.class);
            assertThat(result.dryRun()).isTrue();
            assertThat(result.bytes()).isEqualTo(REPORT.length());
            assertThat(outcome.client().listObjectsV2(list -> list.bucket("archive")).join().contents()).isEmpty();
        }));
        put("move", onServer().copies(REPORT, "archive", "report.csv").check(outcome -> {
            assertThat(outcome.exchange().getMessage().getBody(CopyResult.class).sourceDeleted())
                    .isEqualTo(CopyResult.SourceDeleted.DELETED);
            assertThat(outcome.client().listObjectsV2(list -> list.bucket("inbox").prefix("report.csv")).join().contents())
                    .isEmpty();
            // the other examples copy it too
            outcome.client().putObject(put -> put.bucket("inbox").key("report.csv"), AsyncRequestBody.fromString(REPORT)).join();
        }));
        put("preserve", onWire()
                .answering(stub -> stub.next(S3Operation.HEAD_OBJECT, Response.headObject(8, ETAG_SEEN)
                        .withHeader("x-amz-storage-class", "GLACIER_IR")
                        .withHeader("x-amz-website-redirect-location", "/new")))
                .sends("x-amz-storage-class", "GLACIER_IR").sends("x-amz-website-redirect-location", "/new"));
        put("copy-prefix", onServer().copies(IN_REPORT, "archive", "done/report.csv")
                .check(outcome -> assertThat(outcome.exchange().getMessage().getBody(String.class))
                        .startsWith("finished: copied 1; 8 bytes copied")));
        put("copy-manifest",
                onServer().body("report.csv\nin/report.csv\n").copies(REPORT, "archive", "done/report.csv")
                        .copies(IN_REPORT, "archive", "done/in/report.csv"),
                onServer().body(List.of("a+b&c 100%#1.txt")).copies(SPECIAL, "archive", "done/a+b&c 100%#1.txt"));
        put("sync", onServer().copies(IN_REPORT, "archive", "in/report.csv")
                .check(outcome -> assertThat(result(outcome).counts().objects(What.COPIED)).isEqualTo(1)));
        put("check", onServer().check(outcome -> {
            assertThat(result(outcome).counts().objects(What.MISSING)).isEqualTo(1);
            assertThat(result(outcome).isClean()).isFalse();
        }));
        put("list-objects", onServer().copies(IN_REPORT, "archive", "in/report.csv"));
        put("events", onServer().copies(REPORT, "archive", "report.csv"));
        put("event-selection", onServer().body(notice("in/report.csv")).copies(IN_REPORT, "archive", "report.csv"),
                onWire().body(notice("in/tmp/report.csv")).writes());
        put("event-errors",
                onServer().body(notice("report.csv")).copies(REPORT, "archive", "report.csv"),
                onWire().body("no notification").check(outcome -> {
                    assertThat(outcome.exchange().getMessage().getHeader("rejected")).isEqualTo(true);
                    assertThat(outcome.exchange().getMessage().getBody()).isEqualTo("no notification");
                }),
                onWire().body(notice("report.csv"))
                        .answering(stub -> stub.next(Response.error(412, "PreconditionFailed", "no")))
                        .check(outcome -> assertThat(outcome.exchange().getMessage().getHeader("rejected")).isEqualTo(true)));
        put("event-deletes", onWire()
                .answering(stub -> stub.next(S3Operation.HEAD_OBJECT, Response.empty(404))
                        .next(S3Operation.DELETE_OBJECT, Response.empty(204)))
                .check(outcome -> assertThat(outcome.stub().only(S3Operation.DELETE_OBJECT).key()).isEqualTo("withdrawn.csv")));
        put("event-history", onWire().body(notice("report.csv").replace("\"size\"", "\"versionId\": \"v7\", \"size\""))
                .sends("x-amz-copy-source", "inbox/report.csv?versionId=v7"));
        put("object-events", onServer().body(notice("report.csv")).copies(REPORT, "archive", "report.csv"));
        put("multipart",
                onServer().header("CamelS3CopyCopySource", "inbox/video.mp4").body("bytes=0-5242879,bytes=5242880-6291455")
                        .check(outcome -> assertThat(head(outcome, "video.mp4").contentLength()).isEqualTo(VIDEO_SIZE)),
                onWire().header("CamelS3CopyCopySource", "inbox/video.mp4").body("bytes=0-5242879,bytes=5242880-6291455")
                        .answering(stub -> stub.next(S3Operation.UPLOAD_PART_COPY, Response.error(404, "NoSuchKey", "gone")))
                        .fails(IllegalStateException.class, "NoSuchKey")
                        .check(outcome -> assertThat(outcome.stub().requests(S3Operation.ABORT_MULTIPART_UPLOAD)).hasSize(1)));
        put("list-parts", onWire().header("unfinished", "u-1")
                .check(outcome -> assertThat(outcome.stub().only(S3Operation.LIST_PARTS).rawQuery())
                        .contains("uploadId=u-1", "max-parts=100")));
        put("abort-upload", onWire().header("unfinished", "u-2")
                .answering(stub -> stub.answer(S3Operation.ABORT_MULTIPART_UPLOAD, any -> Response.empty(204)))
                .check(outcome -> assertThat(outcome.stub().only(S3Operation.ABORT_MULTIPART_UPLOAD).rawQuery())
                        .contains("uploadId=u-2")));
        put("cleanup", onWire().check(outcome -> {
            assertThat(outcome.stub().only(S3Operation.LIST_MULTIPART_UPLOADS).rawQuery()).contains("prefix=done");
            assertThat(outcome.exchange().getMessage().getBody(CleanupReport.class).uploads()).isEmpty();
        }));
        put("special-keys-headers", onServer().copies(SPECIAL, "archive", "d+e&f 100%#2.txt"));
        put("special-keys", onServer().copies(SPECIAL, "archive", "d+e&f 100%#2.txt"));
        put("mime-type", onWire().sends("Content-Type", "image/svg+xml"));
        put("result", onServer().check(outcome -> assertThat(outcome.exchange().getMessage().getBody(String.class).split(" "))
                .satisfies(words -> {
                    assertThat(words).hasSize(3);
                    assertThat(words[0]).isEqualTo("inbox/report.csv");
                    assertThat(words[1]).matches("\"[0-9a-f]{32}\"");
                    assertThat(Instant.parse(words[2])).isBefore(Instant.now().plusSeconds(60));
                })));
        put("errors",
                onWire().writes("archive/report.csv"),
                onWire().header("CamelS3CopyStorageClass", "NO_SUCH_CLASS")
                        .check(outcome -> assertThat(outcome.exchange().getMessage().getHeader("rejected")).isEqualTo(true)),
                onWire().answering(stub -> stub.next(Response.error(412, "PreconditionFailed", "no")))
                        .writes("archive/report.csv"),
                onWire().answering(stub -> stub.next(Response.error(503, "SlowDown", "slow")))
                        .writes("archive/report.csv", "archive/report.csv"));
        put("back-pressure", onServer().copies(REPORT, "archive", "report.csv"));
        put("other-service", onServer().withoutClient().copies(REPORT, "archive", "report.csv"));
        put("own-client", onServer().copies(REPORT, "archive", "report.csv"));
        put("other-account", onServer().copies(REPORT, "archive", "report.csv"));
        put("copy-listener", onServer().copies(REPORT, "archive", "report.csv")
                .check(outcome -> assertThat(trail(outcome)).containsExactly("inbox/report.csv to archive/report.csv: SINGLE")));
        put("copy-events",
                onWire().answering(stub -> stub.next(Response.error(403, "AccessDenied", "Access Denied")))
                        .fails(S3CallException.class, "AccessDenied")
                        .check(outcome -> assertThat(trail(outcome)).containsExactly("SYSTEMIC inbox/report.csv to archive/report.csv")));
        put("endpoint-dsl", onWire().writes("archive/report.csv").sends("x-amz-storage-class", "GLACIER_IR"));
        put("component-dsl", onWire().writes("archive/report.csv").sends("x-amz-storage-class", "STANDARD_IA"));
    }
    // spotless:on

    private ExampleRuns() {}

    static Map<String, List<ExampleRun>> all() {
        return RUNS;
    }

    private static void put(String example, ExampleRun... runs) {
        RUNS.put(example, List.of(runs));
    }

    private static BulkResult result(ExampleRun.Outcome outcome) {
        return outcome.exchange().getMessage().getBody(BulkResult.class);
    }

    private static HeadObjectResponse head(ExampleRun.Outcome outcome, String key) {
        return outcome.client()
                .headObject(head -> head.bucket("archive").key(key))
                .join();
    }

    /** What an example wrote down beside its route. */
    private static List<String> trail(ExampleRun.Outcome outcome) {
        Collection<?> trail =
                outcome.exchange().getContext().getRegistry().lookupByNameAndType("trail", Collection.class);
        return trail.stream().map(String::valueOf).toList();
    }

    private static String notice(String key) {
        return """
                {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3":
                {"bucket": {"name": "inbox"}, "object": {"key": "%s", "size": 8, "sequencer": "0055AED6DCD90281E5"}}}]}
                """.formatted(key);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

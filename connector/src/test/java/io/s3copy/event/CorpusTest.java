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
package io.s3copy.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each shape of a notification becomes. */
class CorpusTest {

    private static final String V = "096fKKXTRTtl3on89fVO.nfljtsv6qko";
    private static final String PUT = "1024 d41d8cd98f00b204e9800998ecf8427e";
    private static final String SEQ = "0055AED6DCD90281E5";
    private static final String EB = "5 b1946ac92492d2347c6235b4d2611184";
    private static final String EBV = "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e";
    private static final String DEMO = "amzn-s3-demo-bucket";
    private static final String IMG = "226160 5fc7298143efe1276d39a3466d4e255f-1 17E0C21A3B5F9D10";
    private static final String FACE = DEMO + " HappyFace.jpg - " + PUT + " " + SEQ;
    private static final String GRID =
            "inbox docs/garbage.data - 191874 a769fd0119787cac09158fe08971e480 17AAAC08B754819C";
    private static final String OSS = "688A7BF4F233DC9C88A80BF985AB7329";
    private static final String OSS_PUT = "my-bucket image/a.jpg - 122539 " + OSS + " -";
    private static final String COS = "0d7316832fef232e5dcdcf81f39bfdba";
    private static final String OBS =
            "G001117FCE89978B0000401205D5DC9A 7 9b2cf535f27731c974343645a3985328" + " 0000000016B4A1D8F1B5D2C0";
    private static final String CEPH = "1024 37b51d194a7513e45b56f6524f2d51f2 F7E6D75DC742D108";

    /** A file, and its events: record, type, schema and envelopes; bucket, key, version, size, ETag, sequencer. */
    record Row(String file, int testEvents, List<String> events) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("s3-put", "Created ObjectCreated:Put S3_RECORDS", at(DEMO, "HappyFace.jpg", "-", PUT, SEQ)),
                row(
                        "s3-many-records",
                        "Created ObjectCreated:Post S3_RECORDS",
                        at(DEMO, "uploads/first.csv", "-", PUT, SEQ),
                        "Created ObjectCreated:Copy S3_RECORDS",
                        at(DEMO, "uploads/second.csv", V, "5368709120 d41d8cd98f00b204e9800998ecf8427e", SEQ),
                        "Created ObjectCreated:CompleteMultipartUpload S3_RECORDS",
                        at(DEMO, "uploads/third.csv", "-", "53687091200 9b2cf535f27731c974343645a3985328-7", SEQ)),
                row(
                        "s3-odd-keys",
                        Stream.of(
                                        "summer 2026/a+b.txt",
                                        "☃😀.txt",
                                        "already%2Fencoded",
                                        "%41",
                                        "page?versionId=1",
                                        "line\nbreak",
                                        "a//b/../c",
                                        "&#=%{}",
                                        "100%",
                                        " + ")
                                .flatMap(key ->
                                        Stream.of("Created ObjectCreated:Put S3_RECORDS", at(DEMO, key, "-", PUT, SEQ)))
                                .toArray(String[]::new)),
                row(
                        "s3-delete",
                        "Removed ObjectRemoved:Delete S3_RECORDS",
                        at(DEMO, "old.txt", "-", "- -", "0055AED6DCD90281F0")),
                row(
                        "s3-delete-version",
                        "Removed ObjectRemoved:Delete S3_RECORDS",
                        at(DEMO, "old.txt", "L4kqtJlcpXroDTDmpUMLUo", "- -", "0055AED6DCD90281F1")),
                row(
                        "s3-delete-marker",
                        "DeleteMarkerCreated ObjectRemoved:DeleteMarkerCreated S3_RECORDS",
                        at(
                                DEMO,
                                "old.txt",
                                "3/L4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY",
                                "- d41d8cd98f00b204e9800998ecf8427e",
                                "0055AED6DCD90281F2")),
                row(
                        "s3-lifecycle-expiration",
                        "Removed LifecycleExpiration:Delete S3_RECORDS",
                        at(DEMO, "logs/2024.gz", "-", "- -", "0055AED6DCD90281F3"),
                        "DeleteMarkerCreated LifecycleExpiration:DeleteMarkerCreated S3_RECORDS",
                        at(DEMO, "logs/2025.gz", "QUpfdndhfd8438MNFDN93jdnJFkdmqnh", "- -", "0055AED6DCD90281F4")),
                row(
                        "s3-restore",
                        "Restored ObjectRestore:Post S3_RECORDS",
                        at(DEMO, "archive/2019.tar", V, "1073741824 b1946ac92492d2347c6235b4d2611184", "-"),
                        "Restored ObjectRestore:Completed S3_RECORDS",
                        at(DEMO, "archive/2019.tar", V, "1073741824 b1946ac92492d2347c6235b4d2611184", "-"),
                        "Restored ObjectRestore:Delete S3_RECORDS",
                        at(DEMO, "archive/2019.tar", V, "1073741824 b1946ac92492d2347c6235b4d2611184", "-")),
                row(
                        "s3-tagging",
                        "Tagged ObjectTagging:Put S3_RECORDS",
                        at(DEMO, "a.txt", V, "- b1946ac92492d2347c6235b4d2611184", "-"),
                        "Tagged ObjectTagging:Delete S3_RECORDS",
                        at(DEMO, "a.txt", V, "- b1946ac92492d2347c6235b4d2611184", "-")),
                row(
                        "s3-other",
                        "Other ObjectAcl:Put S3_RECORDS",
                        at(DEMO, "a.txt", V, "- b1946ac92492d2347c6235b4d2611184", "-"),
                        "Other Replication:OperationFailedReplication S3_RECORDS",
                        at(DEMO, "a.txt", V, "12 b1946ac92492d2347c6235b4d2611184", "-"),
                        "Other LifecycleTransition S3_RECORDS",
                        at(DEMO, "a.txt", V, "- b1946ac92492d2347c6235b4d2611184", "-"),
                        "Other IntelligentTiering S3_RECORDS",
                        at(DEMO, "a.txt", V, "- b1946ac92492d2347c6235b4d2611184", "-"),
                        "Other ReducedRedundancyLostObject S3_RECORDS",
                        at(DEMO, "a.txt", V, "- b1946ac92492d2347c6235b4d2611184", "-")),
                new Row("s3-test-event", 1, List.of()),
                row(
                        "lambda-test-event",
                        "Created ObjectCreated:Put S3_RECORDS",
                        at(
                                "example-bucket",
                                "test/key",
                                "-",
                                "1024 0123456789abcdef0123456789abcdef",
                                "0A1B2C3D4E5F678901")),
                row(
                        "sns-notification",
                        "Created ObjectCreated:Put S3_RECORDS in SNS",
                        at(DEMO, "in sns/é.txt", "-", PUT, SEQ)),
                new Row("sns-test-event", 1, List.of()),
                row(
                        "eventbridge-created",
                        "Created ObjectCreated:Put EVENTBRIDGE",
                        at("amzn-s3-demo-bucket1", "example-key", EBV, EB, "617f08299329d189")),
                row(
                        "eventbridge-odd-key",
                        "Created ObjectCreated:Copy EVENTBRIDGE",
                        at("amzn-s3-demo-bucket1", "a+b %41 %zz?versionId=1\n☃", EBV, EB, "617f08299329d189")),
                row(
                        "eventbridge-batch",
                        "Created ObjectCreated:CompleteMultipartUpload EVENTBRIDGE",
                        at("amzn-s3-demo-bucket1", "big.bin", EBV, EB, "617f08299329d189"),
                        "Created ObjectCreated:Post EVENTBRIDGE",
                        at("amzn-s3-demo-bucket1", "form.txt", EBV, EB, "617f08299329d189"),
                        "Removed ObjectRemoved:Delete EVENTBRIDGE",
                        at("amzn-s3-demo-bucket1", "plain.txt", "-", "- -", "617f0837b476e463"),
                        "DeleteMarkerCreated ObjectRemoved:DeleteMarkerCreated EVENTBRIDGE",
                        at(
                                "amzn-s3-demo-bucket1",
                                "marked.txt",
                                "1QW9g1Z99LUNbvaaYVpW9xDlOLU.qxgF",
                                "- d41d8cd98f00b204e9800998ecf8427e",
                                "617f0837b476e463"),
                        "DeleteMarkerCreated LifecycleExpiration:DeleteMarkerCreated EVENTBRIDGE",
                        at(
                                "amzn-s3-demo-bucket1",
                                "expired.txt",
                                "1QW9g1Z99LUNbvaaYVpW9xDlOLU.qxgF",
                                "- d41d8cd98f00b204e9800998ecf8427e",
                                "617f0837b476e463")),
                row(
                        "eventbridge-other-types",
                        Stream.of(
                                        "Restored ObjectRestore:Post",
                                        "Restored ObjectRestore:Completed",
                                        "Restored ObjectRestore:Delete",
                                        "Tagged ObjectTagging:Put",
                                        "Tagged ObjectTagging:Delete",
                                        "Other Object ACL Updated",
                                        "Other Object Storage Class Changed",
                                        "Other Object Access Tier Changed")
                                .flatMap(what -> Stream.of(
                                        what + " EVENTBRIDGE", at("amzn-s3-demo-bucket1", "cold", EBV, EB, "-")))
                                .toArray(String[]::new)),
                new Row(
                        "pipe-of-sqs-messages",
                        1,
                        lines(
                                "Created ObjectCreated:Put S3_RECORDS in SQS",
                                at(DEMO, "in sns/é.txt", "-", PUT, SEQ),
                                "Created ObjectCreated:Put S3_RECORDS in SQS in SNS",
                                at(DEMO, "in sns/é.txt", "-", PUT, SEQ),
                                "Created ObjectCreated:Put EVENTBRIDGE in JSON_TEXT",
                                at("amzn-s3-demo-bucket1", "from+pipe", EBV, EB, "617f08299329d189"))),
                row(
                        "lambda-sqs",
                        "Created ObjectCreated:Put S3_RECORDS in SQS",
                        at(DEMO, "in sns/é.txt", "-", PUT, SEQ)),
                row(
                        "lambda-sns",
                        "Created ObjectCreated:Put S3_RECORDS in SNS",
                        at(DEMO, "in sns/é.txt", "-", PUT, SEQ)),
                row("minio-put", "Created ObjectCreated:Put MINIO", at("images", "2026/my photo+1.jpg", "-", IMG)),
                row(
                        "minio-empty-object",
                        "Created ObjectCreated:Put MINIO",
                        at(
                                "images",
                                "empty/",
                                "a1f0d2ae-7b8a-4c55-8d41-6c2f6f0f9b11",
                                "0 d41d8cd98f00b204e9800998ecf8427e",
                                "17E0C21A3B5F9D10")),
                row(
                        "minio-filed-under-created",
                        "Tagged ObjectTagging:Put MINIO",
                        at("images", "a.jpg", "-", IMG),
                        "Tagged ObjectTagging:Delete MINIO",
                        at("images", "a.jpg", "-", IMG),
                        "Other s3:ObjectCreated:PutRetention MINIO",
                        at("images", "a.jpg", "-", IMG),
                        "Other s3:ObjectCreated:PutLegalHold MINIO",
                        at("images", "a.jpg", "-", IMG)),
                row(
                        "minio-removed",
                        "Removed ObjectRemoved:Delete MINIO",
                        at("images", "gone.jpg", "-", "- -", "17E0C21A3B5F9D10"),
                        "DeleteMarkerCreated ObjectRemoved:DeleteMarkerCreated MINIO",
                        at("images", "marked.jpg", "e0c8f1c2-3d52-4c4f-9f6b-0d3a6a1f2b33", "- -", "17E0C21A3B5F9D10"),
                        "Other s3:ObjectAccessed:Get MINIO",
                        at("images", "read.jpg", "-", IMG),
                        "Other s3:BucketCreated:* MINIO",
                        at("images", "", "-", "- -", "17E0C21A3B5F9D10")),
                row("ceph-put", "Created ObjectCreated:Put CEPH", at("mybucket1", "photos/a+b %41 é.jpg", "-", CEPH)),
                row(
                        "ceph-old-names",
                        "Created ObjectCreated:Copy CEPH",
                        at("mybucket1", "copied", "-", CEPH),
                        "DeleteMarkerCreated ObjectRemoved:DeleteMarkerCreated CEPH",
                        at("mybucket1", "marked", "wxyz", CEPH),
                        "Created ObjectSynced:Create CEPH",
                        at("mybucket1", "synced", "-", CEPH),
                        "DeleteMarkerCreated ObjectLifecycle:Expiration:Current CEPH",
                        at("mybucket1", "expired", "-", CEPH)),
                row(
                        "ceph-extensions",
                        Stream.concat(
                                        Stream.of(
                                                        "Removed ObjectSynced:Delete",
                                                        "DeleteMarkerCreated ObjectSynced:DeletionMarkerCreated",
                                                        "Created ObjectSynced:Create",
                                                        "Removed ObjectLifecycle:Expiration:NonCurrent",
                                                        "Removed ObjectLifecycle:Expiration:DeleteMarker",
                                                        "Other ObjectLifecycle:Expiration:AbortMultipartUpload",
                                                        "Other ObjectLifecycle:Transition:Current",
                                                        "Other ObjectLifecycle:Transition:NonCurrent",
                                                        "Other LifecycleTransition")
                                                .flatMap(what ->
                                                        Stream.of(what + " CEPH", at("mybucket1", "a+b", "v1", CEPH))),
                                        Stream.of(
                                                "Created ObjectCreated:Put CEPH", at("mybucket1", "as+s3", "-", CEPH)))
                                .toArray(String[]::new)),
                row(
                        "versitygw-put",
                        "Created ObjectCreated:Put VERSITYGW",
                        at("inbox", "a+b.txt", "-", "3 900150983cd24fb0d6963f7d28e17f72", "18D8F0C7187D2A5C"),
                        "Created ObjectCreated:CompleteMultipartUpload VERSITYGW",
                        at("inbox", "100% é %41.bin", "01JD7Q0000000000000000000A", "5 -", "18D8F0C7187D2A5D"),
                        "Removed ObjectRemoved:Delete VERSITYGW",
                        at("inbox", "a+b.txt", "-", "0 -", "18D8F0C7187D2A5E")),
                row("scality-put", "Created ObjectCreated:Put SCALITY", at("inbox", "a+b.txt", "-", "3 -", "-")),
                row("rustfs-put", "Created ObjectCreated:Put RUSTFS", at("images", "2026/a b+c.jpg", "-", IMG)),
                row("storagegrid-publish", "Created ObjectCreated:Put OTHER_RECORDS in SNS", at(GRID)),
                row("text-form-publish", "Created ObjectCreated:Put OTHER_RECORDS in SNS", at(GRID)),
                row(
                        "objectscale-removed",
                        "Removed ObjectRemoved:Delete OTHER_RECORDS",
                        at(DEMO, "old.txt", "-", "- -", "0055AED6DCD90281F0")),
                row(
                        "minio-extensions",
                        "Removed ObjectRemoved:DeleteAllVersions MINIO",
                        at("images", "all.jpg", "e0c8f1c2-3d52-4c4f-9f6b-0d3a6a1f2b33", "- -", "17E0C21A3B5F9D10"),
                        "Removed ObjectLifecycle:Expiration:DeleteMarker MINIO",
                        at("images", "marker.jpg", "-", "- -", "17E0C21A3B5F9D10"),
                        "Other s3:ObjectRemoved:NoOP MINIO",
                        at("images", "none.jpg", "-", "- -", "17E0C21A3B5F9D10"),
                        "Other s3:Scanner:BigPrefix MINIO",
                        at("images", "", "-", "- -", "-"),
                        "Other s3:ILM:Anything MINIO",
                        at("images", "x", "-", "- -", "17E0C21A3B5F9D10")),
                row(
                        "r2-events",
                        "Created ObjectCreated:Put R2",
                        at("my-bucket", "a+b.txt", "-", "65536 c846ff7a18f28c2e262116d6e8719ef0", "-"),
                        "Created ObjectCreated:Copy R2",
                        at("my-bucket", "b+ %41", "-", "7 c846ff7a18f28c2e262116d6e8719ef0", "-"),
                        "Created ObjectCreated:CompleteMultipartUpload R2",
                        at("my-bucket", "big", "-", "9 c846ff7a18f28c2e262116d6e8719ef0", "-"),
                        "Removed ObjectRemoved:Delete R2",
                        at("my-bucket", "gone", "-", "- -", "-"),
                        "Removed LifecycleExpiration:Delete R2",
                        at("my-bucket", "old", "-", "- -", "-"),
                        "Other AbortMultipartUpload R2",
                        at("my-bucket", "x", "-", "- -", "-")),
                row(
                        "oss-events",
                        "Created ObjectCreated:Put OSS",
                        at("my-bucket", "image/é.jpg", "-", "122539 " + OSS, "-"),
                        "Created ObjectCreated:CompleteMultipartUpload OSS",
                        at("my-bucket", "big", "-", "5 " + OSS, "-"),
                        "Created ObjectCreated OSS",
                        at("my-bucket", "log", "-", "5 " + OSS, "-"),
                        "Other ObjectCreated:UploadPart OSS",
                        at("my-bucket", "big", "-", "- " + OSS, "-"),
                        "Created ObjectSynced:Create OSS",
                        at("my-bucket", "other", "-", "5 " + OSS, "-"),
                        "Removed ObjectRemoved:Delete OSS",
                        at("my-bucket", "gone", "-", "- " + OSS, "-"),
                        "Other ObjectDownloaded:GetObject OSS",
                        at("my-bucket", "read", "-", "- " + OSS, "-")),
                row("oss-eventbridge", "Created ObjectCreated:Put OSS in CLOUD_EVENTS", at(OSS_PUT)),
                row("oss-mns", "Created ObjectCreated:Put OSS in MNS in BASE64", at(OSS_PUT)),
                row("text-base64", "Created ObjectCreated:Put OSS in BASE64", at(OSS_PUT)),
                row(
                        "cos-events",
                        "Created ObjectCreated:Put COS",
                        at("testpic-1253970026", "!a+b %41/é", "-", "557 " + COS, "-"),
                        "Created ObjectCreated COS",
                        at("testpic-1253970026", "r", "-", "5 " + COS, "-"),
                        "Removed ObjectRemoved:Delete COS",
                        at("testpic-1253970026", "gone", "-", "0 " + COS, "-"),
                        "DeleteMarkerCreated ObjectRemoved:DeleteMarkerCreated COS",
                        at("testpic-1253970026", "hidden", "MTg0NDUx", "0 " + COS, "-"),
                        "Restored ObjectRestore:Completed COS",
                        at("testpic-1253970026", "cold", "-", "7 " + COS, "-")),
                row(
                        "obs-smn",
                        "Created ObjectCreated:Put OBS in SMN",
                        at("my-bucket", "dir/a.txt", OBS),
                        "DeleteMarkerCreated ObjectRemoved:DeleteMarkerCreated OBS in SMN",
                        at("my-bucket", "hidden", OBS),
                        "Created ObjectCreated:Copy OBS in SMN",
                        at("my-bucket", "100%", OBS)),
                row(
                        "gcs-pubsub",
                        "Created ObjectCreated GCS in PUB_SUB",
                        at("my-bucket", "a+b %41", "-", "7 -", "-"),
                        "Created ObjectCreated GCS in PUB_SUB",
                        at("my-bucket", "no/payload", "-", "- -", "-"),
                        "Removed ObjectRemoved:Delete GCS in PUB_SUB",
                        at("my-bucket", "gone", "-", "- -", "-"),
                        "Other OBJECT_DELETE GCS in PUB_SUB",
                        at("my-bucket", "replaced", "-", "- -", "-"),
                        "DeleteMarkerCreated ObjectRemoved:DeleteMarkerCreated GCS in PUB_SUB",
                        at("my-bucket", "hidden", "-", "- -", "-"),
                        "Other OBJECT_ARCHIVE GCS in PUB_SUB",
                        at("my-bucket", "older", "-", "- -", "-"),
                        "Other OBJECT_METADATA_UPDATE GCS in PUB_SUB",
                        at("my-bucket", "meta", "-", "- -", "-")),
                row(
                        "gcs-cloudevents",
                        "Created ObjectCreated GCS in CLOUD_EVENTS",
                        at("my-bucket", "a+b %41", "-", "7 -", "-"),
                        "DeleteMarkerCreated ObjectRemoved:DeleteMarkerCreated GCS in CLOUD_EVENTS",
                        at("my-bucket", "hidden", "-", "- -", "-"),
                        "Removed ObjectRemoved:Delete GCS in CLOUD_EVENTS",
                        at("my-bucket", "gone", "-", "- -", "-"),
                        "Other google.cloud.storage.object.v1.metadataUpdated GCS in CLOUD_EVENTS",
                        at("my-bucket", "a+b %41", "-", "- -", "-")),
                row("pubsub-records", "Created ObjectCreated:Put S3_RECORDS in PUB_SUB", at(FACE)),
                new Row(
                        "b2-events",
                        1,
                        lines(
                                "Created ObjectCreated:Put B2",
                                at("my-bucket", "a+b %41", "4_zaea8", "10495842 -", "-"),
                                "Created ObjectCreated:CompleteMultipartUpload B2",
                                at("my-bucket", "big", "4_zaea8", "5 -", "-"),
                                "Created ObjectCreated B2",
                                at("my-bucket", "replica", "4_zaea8", "5 -", "-"),
                                "DeleteMarkerCreated ObjectRemoved:DeleteMarkerCreated B2",
                                at("my-bucket", "hidden", "4_zaea8", "- -", "-"),
                                "Removed ObjectRemoved:Delete B2",
                                at("my-bucket", "gone", "4_zaea8", "- -", "-"),
                                "Other b2:MultipartUploadCreated:LiveRead B2",
                                at("my-bucket", "live", "4_zaea8", "- -", "-"))),
                row("kafka-connect", "Created ObjectCreated:Put S3_RECORDS in KAFKA_CONNECT", at(FACE)),
                row("kafka-connect-struct", "Created ObjectCreated:Put S3_RECORDS in KAFKA_CONNECT", at(FACE)),
                row(
                        "cloudevents-sqs",
                        "Created ObjectCreated:Put S3_RECORDS in CLOUD_EVENTS in SQS in SNS",
                        at(DEMO, "in sns/é.txt", "-", PUT, SEQ)),
                row("sqs-receive", "Created ObjectCreated:Put S3_RECORDS in SQS", at(FACE)),
                row(
                        "text-lines",
                        "Created ObjectCreated:Put S3_RECORDS",
                        at(FACE),
                        "Created ObjectCreated:Put S3_RECORDS",
                        at(DEMO, "second line", "-", PUT, SEQ),
                        "Created ObjectCreated:Put EVENTBRIDGE",
                        at("amzn-s3-demo-bucket1", "example-key", EBV, EB, "617f08299329d189"),
                        "Created ObjectCreated:Put S3_RECORDS in JSON_TEXT",
                        at(FACE)),
                row("text-json-in-json", "Created ObjectCreated:Put S3_RECORDS in JSON_TEXT in JSON_TEXT", at(FACE)),
                row(
                        "cloudevents-record",
                        "Created ObjectCreated:Put S3_RECORDS in CLOUD_EVENTS",
                        at(DEMO, "in cloud+events", "-", PUT, SEQ)),
                row(
                        "cloudevents-eventbridge",
                        "Created ObjectCreated:Put EVENTBRIDGE in CLOUD_EVENTS",
                        at("amzn-s3-demo-bucket1", "a+b", EBV, EB, "617f08299329d189")),
                row(
                        "cloudevents-text",
                        "Created ObjectCreated:Put S3_RECORDS in CLOUD_EVENTS in SNS",
                        at(DEMO, "in sns/é.txt", "-", PUT, SEQ)),
                row(
                        "cloudevents-base64",
                        "Created ObjectCreated:Put CEPH in CLOUD_EVENTS",
                        at("mybucket1", "b64/é.jpg", "-", CEPH)),
                new Row(
                        "cloudevents-batch",
                        1,
                        lines(
                                "Created ObjectCreated:Put S3_RECORDS in CLOUD_EVENTS",
                                at(DEMO, "one", "-", PUT, SEQ),
                                "Created ObjectCreated:Copy S3_RECORDS in CLOUD_EVENTS",
                                at(DEMO, "two", "-", PUT, SEQ),
                                "Created ObjectCreated:Put S3_RECORDS in CLOUD_EVENTS",
                                at(DEMO, "three", "-", PUT, SEQ))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachShapeBecomesItsEvents(Row row) {
        Decoded decoded = new EventDecoder(DecoderOptions.DEFAULT).decode(Corpus.read(row.file()));
        assertThat(decoded.events()).map(CorpusTest::describe).isEqualTo(row.events());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void testEventsAreCounted(Row row) {
        Decoded decoded = new EventDecoder(DecoderOptions.DEFAULT).decode(Corpus.read(row.file()));
        assertThat(decoded.testEvents()).isEqualTo(row.testEvents());
    }

    @Test
    void everyFileHasItsRow() {
        Stream<String> refused = Stream.of("sns-subscription-confirmation");
        assertThat(Stream.concat(rows().map(Row::file), refused)).containsExactlyInAnyOrderElementsOf(Corpus.names());
    }

    private static Row row(String file, String... pieces) {
        return new Row(file, 0, lines(pieces));
    }

    private static List<String> lines(String... pieces) {
        return Stream.iterate(0, i -> i < pieces.length, i -> i + 2)
                .map(i -> pieces[i] + ": " + pieces[i + 1])
                .toList();
    }

    private static String at(String... pieces) {
        return String.join(" ", pieces);
    }

    private static String describe(ObjectEvent event) {
        EventObject object = event.object();
        String envelopes =
                event.origin().envelopes().stream().map(one -> " in " + one).collect(Collectors.joining());
        return event.getClass().getSimpleName() + " "
                + (event instanceof ObjectEvent.Other ? event.origin().name() : event.type()) + " "
                + event.origin().schema() + envelopes + ": "
                + at(
                        event.bucket(),
                        event.key(),
                        orDash(object.versionId()),
                        orDash(object.size()),
                        orDash(object.eTag()),
                        orDash(object.sequencer()));
    }

    private static String orDash(Object value) {
        return value == null ? "-" : value.toString();
    }
}

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

import static io.s3copy.event.CorpusTest.CEPH;
import static io.s3copy.event.CorpusTest.DEMO;
import static io.s3copy.event.CorpusTest.EB;
import static io.s3copy.event.CorpusTest.EBV;
import static io.s3copy.event.CorpusTest.IMG;
import static io.s3copy.event.CorpusTest.PUT;
import static io.s3copy.event.CorpusTest.SEQ;
import static io.s3copy.event.CorpusTest.at;
import static io.s3copy.event.CorpusTest.lines;
import static io.s3copy.event.CorpusTest.row;

import io.s3copy.event.CorpusTest.Row;
import java.util.stream.Stream;

/** What notifications become of servers and clouds that have ways of their own, and of what is around them. */
final class CorpusOfOthers {

    private static final String FACE = DEMO + " HappyFace.jpg - " + PUT + " " + SEQ;
    private static final String GRID =
            "inbox docs/garbage.data - 191874 a769fd0119787cac09158fe08971e480 17AAAC08B754819C";
    private static final String OSS = "688A7BF4F233DC9C88A80BF985AB7329";
    private static final String OSS_PUT = "my-bucket image/a.jpg - 122539 " + OSS + " -";
    private static final String COS = "0d7316832fef232e5dcdcf81f39bfdba";
    private static final String OBS =
            "G001117FCE89978B0000401205D5DC9A 7 9b2cf535f27731c974343645a3985328" + " 0000000016B4A1D8F1B5D2C0";

    private CorpusOfOthers() {}

    static Stream<Row> rows() {
        return Stream.of(
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
                row("text-json-in-json", "Created ObjectCreated:Put S3_RECORDS in JSON_TEXT in JSON_TEXT", at(FACE)));
    }
}

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each shape of a notification becomes. */
class CorpusTest {

    private static final String V = "096fKKXTRTtl3on89fVO.nfljtsv6qko";
    static final String PUT = "1024 d41d8cd98f00b204e9800998ecf8427e";
    static final String SEQ = "0055AED6DCD90281E5";
    static final String EB = "5 b1946ac92492d2347c6235b4d2611184";
    static final String EBV = "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e";
    static final String DEMO = "amzn-s3-demo-bucket";
    static final String IMG = "226160 5fc7298143efe1276d39a3466d4e255f-1 17E0C21A3B5F9D10";
    static final String CEPH = "1024 37b51d194a7513e45b56f6524f2d51f2 F7E6D75DC742D108";

    /** A file, and its events: record, type, schema and envelopes; bucket, key, version, size, ETag, sequencer. */
    record Row(String file, int testEvents, List<String> events) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Row> rows() {
        return Stream.concat(ownRows(), CorpusOfOthers.rows());
    }

    private static Stream<Row> ownRows() {
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

    static Row row(String file, String... pieces) {
        return new Row(file, 0, lines(pieces));
    }

    static List<String> lines(String... pieces) {
        return Stream.iterate(0, i -> i < pieces.length, i -> i + 2)
                .map(i -> pieces[i] + ": " + pieces[i + 1])
                .toList();
    }

    static String at(String... pieces) {
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

    private static String orDash(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}

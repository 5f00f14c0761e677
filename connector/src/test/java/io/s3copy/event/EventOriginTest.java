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

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sender says in words of its own who did what, when and where. */
class EventOriginTest {

    @Test
    void recordsTellTheirOrigin() {
        assertThat(Corpus.only("s3-put").origin())
                .isEqualTo(new EventOrigin(
                        "ObjectCreated:Put",
                        "aws:s3",
                        EventSchema.S3_RECORDS,
                        List.of(),
                        null,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "us-west-2",
                        "AWS:AIDAJDPLRKLG7UEXAMPLE",
                        "C3D13FE58DE4C810"));
    }

    @Test
    void eventBridgeTellsItsOrigin() {
        assertThat(Corpus.only("eventbridge-created").origin())
                .isEqualTo(new EventOrigin(
                        "Object Created",
                        "aws.s3",
                        EventSchema.EVENTBRIDGE,
                        List.of(),
                        "17793124-05d4-b198-2fde-7ededc63b103",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "ca-central-1",
                        "123456789012",
                        "N4N7GDK58NMKJ12R"));
    }

    @Test
    void minioTellsItsOrigin() {
        assertThat(Corpus.only("minio-put").origin())
                .isEqualTo(new EventOrigin(
                        "s3:ObjectCreated:Put",
                        "minio:s3",
                        EventSchema.MINIO,
                        List.of(),
                        null,
                        Instant.parse("2026-01-01T00:00:00.125Z"),
                        "",
                        "minioadmin",
                        "17E0C21A3B2DA6F4"));
    }

    @Test
    void cephTellsItsOrigin() {
        assertThat(Corpus.only("ceph-put").origin())
                .isEqualTo(new EventOrigin(
                        "ObjectCreated:Put",
                        "ceph:s3",
                        EventSchema.CEPH,
                        List.of(),
                        "1767275255.124724.37b51d194a7513e45b56f6524f2d51f2",
                        Instant.parse("2026-01-01T13:47:35.124724Z"),
                        "us-east-1",
                        "tester",
                        "503a4c37-85eb-47cd-8681-2817e80b4281.5330.903595"));
    }

    @ParameterizedTest
    @MethodSource("restores")
    void restoresTellUntilWhenAndFromWhere(String file) {
        ObjectEvent completed = new EventDecoder(DecoderOptions.DEFAULT)
                .decode(Corpus.read(file)).events().stream()
                        .filter(event -> event.type() == EventType.OBJECT_RESTORE_COMPLETED)
                        .findFirst()
                        .orElseThrow();
        assertThat(completed)
                .isEqualTo(new ObjectEvent.Restored(
                        EventType.OBJECT_RESTORE_COMPLETED,
                        completed.object(),
                        completed.origin(),
                        Instant.parse("2026-02-01T00:00:00Z"),
                        "GLACIER"));
    }

    static Stream<String> restores() {
        return Stream.of("s3-restore", "eventbridge-other-types");
    }
}

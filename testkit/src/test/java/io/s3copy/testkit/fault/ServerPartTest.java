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
package io.s3copy.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The servers of the field, told apart by the same requests. */
class ServerPartTest {

    private static final String OTHER = "\"00000000000000000000000000000000\"";

    private record Seen(int pinnedPart, int ontoAnother, int completedOntoAnother, int sized, int tags) {}

    private static Seen seen(ServerPart part) {
        try (FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out").playing(part)) {
            Wire wire = new Wire(s3);
            s3.put("in", "key", 6L << 20);
            s3.put("out", "key", 1);
            return new Seen(
                    wire.part(wire.begin(), "x-amz-copy-source-if-match", OTHER).statusCode(),
                    wire.copy("If-None-Match", "*").statusCode(),
                    wire.inParts("If-None-Match", "*").statusCode(),
                    wire.inParts("x-amz-mp-object-size", "1").statusCode(),
                    wire.send("GET", "/in/key?tagging").statusCode());
        }
    }

    @Test
    void eachServerAnswersInItsOwnWay() {
        Map<ServerPart, Seen> all = new TreeMap<>();
        for (ServerPart part : ServerPart.values()) {
            all.put(part, seen(part));
        }
        assertThat(all)
                .isEqualTo(Map.of(
                        ServerPart.CEPH_16, new Seen(200, 200, 200, 200, 200),
                        ServerPart.SWIFT, new Seen(412, 412, 412, 200, 501),
                        ServerPart.OZONE, new Seen(412, 412, 412, 200, 200),
                        ServerPart.S3PROXY, new Seen(412, 200, 412, 501, 501),
                        ServerPart.S3MOCK, new Seen(412, 200, 412, 400, 200),
                        ServerPart.MINIO, new Seen(412, 200, 412, 200, 200),
                        ServerPart.VERSITYGW_OLD, new Seen(412, 412, 412, 501, 200)));
    }

    @ParameterizedTest
    @EnumSource
    void aPlainCopyWorksOnEachServer(ServerPart part) {
        try (FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out").playing(part)) {
            Wire wire = new Wire(s3);
            StoredObject source = s3.put("in", "key", 6L << 20);
            assertThat(List.of(wire.copy().statusCode(), wire.inParts().statusCode()))
                    .containsOnly(200);
            assertThat(s3.object("out", "key").orElseThrow().content()).isEqualTo(source.content());
            try (S3AsyncClient sdk = s3.newClient()) {
                assertThat(sdk.copyObject(copy -> copy.sourceBucket("in")
                                        .sourceKey("key")
                                        .destinationBucket("out")
                                        .destinationKey("key"))
                                .join()
                                .copyObjectResult()
                                .eTag())
                        .contains(source.eTag().replace("\"", ""));
            }
        }
    }
}

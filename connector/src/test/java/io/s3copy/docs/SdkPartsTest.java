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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/**
 * What README says of copies in parts by the AWS SDK itself, by which its transfer manager copies: of Camel's SDK, and of
 * the newest.
 */
@Tag("sdk")
class SdkPartsTest {

    private static final long MIB = 1L << 20;

    /** Whether the tests run on the SDK that Camel brings. */
    private static final boolean CAMELS = sdkVersion().startsWith("2.41.");

    @AutoClose
    private final RecordingS3 s3 = RecordingS3.start();

    @AutoClose
    private final S3AsyncClient client = S3AsyncClient.builder()
            .endpointOverride(s3.endpoint())
            .region(Region.of(s3.region()))
            .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())))
            .forcePathStyle(true)
            .multipartEnabled(true)
            .multipartConfiguration(parts -> parts.thresholdInBytes(8 * MIB).minimumPartSizeInBytes(8 * MIB))
            .build();

    /** By reflection: the compiler would write the version here that the tests are compiled on. */
    private static String sdkVersion() {
        try {
            return (String) VersionInfo.class.getField("SDK_VERSION").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void answer() {
        s3.answer(
                S3Operation.HEAD_OBJECT,
                head -> Response.headObject(20 * MIB, RecordingS3.ETAG)
                        .withHeader("x-amz-meta-team", "blue")
                        .withHeader("x-amz-tagging-count", "1"));
        s3.answer(S3Operation.GET_OBJECT_TAGGING, tags -> Response.tagging(Map.of("a", "b")));
    }

    private void copy(TaggingDirective tags) {
        client.copyObject(copy -> copy.sourceBucket("in")
                        .sourceKey("key")
                        .destinationBucket("out")
                        .destinationKey("key")
                        .taggingDirective(tags))
                .join();
    }

    @Test
    void onlyTheNewestPinsPartsToTheStateOfTheSource() {
        copy(null);
        assertThat(s3.requests(S3Operation.UPLOAD_PART_COPY))
                .hasSize(3)
                .allSatisfy(part -> assertThat(
                                part.header("x-amz-copy-source-if-match").isPresent())
                        .isEqualTo(!CAMELS));
    }

    @Test
    void onlyTheNewestKeepsMetadata() {
        copy(null);
        assertThat(s3.only(S3Operation.CREATE_MULTIPART_UPLOAD)
                        .header("x-amz-meta-team")
                        .isPresent())
                .isEqualTo(!CAMELS);
    }

    @Test
    void tagsAreCopiedByTheNewestAndOnlyIfAskedFor() {
        copy(null);
        assertThat(s3.operations()).doesNotContain(S3Operation.GET_OBJECT_TAGGING, S3Operation.PUT_OBJECT_TAGGING);
        copy(TaggingDirective.COPY);
        assertThat(s3.operations().contains(S3Operation.GET_OBJECT_TAGGING)).isEqualTo(!CAMELS);
    }
}

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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.fault.FaultyS3;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * Runs with directory buckets. No server here has them: what their names mean to the SDK and to us is real; the stub lists their
 * keys out of order.
 */
@Tag("sdk")
class DirectoryRouteTest {

    private static final String DIRECTORY = "one--use1-az4--x-s3";
    private static final int KEYS = 30;

    private final FaultyS3 server = FaultyS3.start().bucket("plain").bucket(DIRECTORY);
    private final S3AsyncClient client = S3AsyncClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(server.accessKey(), server.secretKey())))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .disableS3ExpressSessionAuth(true)
            .build();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() {
        camel.getRegistry().bind("s3", client);
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        client.close();
        server.close();
    }

    private BulkResult run(String destination, String source, String options) {
        return camel.createProducerTemplate()
                .requestBody(
                        "s3copy:" + destination + "?copySourceBucket=" + source + "&" + options,
                        null,
                        BulkResult.class);
    }

    private void fill(String bucket) {
        for (int key = 0; key < KEYS; key++) {
            server.put(bucket, "in/key " + key, 100 + key);
        }
    }

    @Test
    void aPrefixOfADirectoryBucketIsCopiedInOneChain() {
        fill(DIRECTORY);
        server.put(DIRECTORY, "other", 1);
        BulkResult result = run("plain", DIRECTORY, "operation=copyPrefix&prefix=in/&keyPrefix=all/");
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(KEYS);
        for (int key = 0; key < KEYS; key++) {
            assertThat(server.object("plain", "all/in/key " + key)).isPresent();
        }
        assertThat(Collections.frequency(server.operations(), S3Operation.LIST_OBJECTS_V2))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"plain, " + DIRECTORY, DIRECTORY + ", plain"})
    void aSyncAsksForEachKeyAndCopiesWhatIsMissingOrDiffers(String source, String destination) {
        fill(source);
        server.put(destination, "in/key 1", 5);
        server.put(destination, "in/only there", 5);

        BulkResult looked = run(destination, source, "operation=sync&prefix=in/&compare=size&dryRun=true");
        assertThat(looked.counts().objects(What.COPIED)).isEqualTo(KEYS);
        assertThat(looked.estimate().heads()).as("one for each key").isEqualTo(KEYS);
        assertThat(server.writes(destination, "in/key 2")).isEmpty();

        BulkResult first = run(destination, source, "operation=sync&prefix=in/&compare=size");
        assertThat(first.counts().objects(What.COPIED)).isEqualTo(KEYS);
        BulkResult again = run(destination, source, "operation=sync&prefix=in/&compare=size");
        assertThat(again.counts().objects(What.SAME)).isEqualTo(KEYS);
        assertThat(again.requests().byCall())
                .containsEntry("HeadObject", (long) KEYS)
                .doesNotContainKey("copy");
        assertThat(server.object(destination, "in/only there")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"plain, " + DIRECTORY, DIRECTORY + ", plain"})
    void aCheckLooksBothWays(String source, String destination) {
        fill(source);
        run(destination, source, "operation=copyPrefix&prefix=in/");
        server.put(source, "in/missing", 3);
        server.put(destination, "in/extra", 3);
        server.put(destination, "in/key 3", 3);

        BulkResult result = run(destination, source, "operation=check&prefix=in/&check=checksum");

        assertThat(result.counts().objects(What.SAME)).isEqualTo(KEYS - 1);
        assertThat(result.counts().of(What.DIFFERS).codes()).containsOnlyKeys("size");
        assertThat(result.counts().objects(What.MISSING)).isEqualTo(1);
        assertThat(result.counts().objects(What.EXTRA)).isEqualTo(1);
        assertThat(result.counts().objects(What.FAILED)).isZero();
    }

    @Test
    void aManifestNamesObjectsOfADirectoryBucket() {
        fill(DIRECTORY);
        BulkResult result = camel.createProducerTemplate()
                .requestBody(
                        "s3copy:plain?copySourceBucket=" + DIRECTORY + "&operation=copyManifest",
                        DIRECTORY + ",in/key%201\n" + DIRECTORY + ",in/key%202\n",
                        BulkResult.class);
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(2);
        assertThat(server.object("plain", "in/key 2")).isPresent();
    }

    @Test
    void aConsumerReadsEachObjectOfADirectoryBucketOnce() throws Exception {
        fill(DIRECTORY);
        List<String> read = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(KEYS);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("s3copy:" + DIRECTORY + "?prefix=in/&delay=50&maxMessagesPerPoll=7")
                        .process(exchange -> {
                            read.add(exchange.getMessage().getHeader("CamelS3CopyCopySourceKey", String.class));
                            all.countDown();
                        });
            }
        });
        assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(read).doesNotHaveDuplicates().hasSize(KEYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation=copyPrefix&prefix=in",
                "operation=copyPrefix&filterTags=a=b",
                "operation=copyPrefix&asOf=2026-01-01T00:00:00Z",
                "operation=copyPrefix&checkpoint=s3://jobs/here/",
                "operation=sync&delete=true&maxDelete=1",
                "operation=sync&prefix=in",
                "operation=check&check=versions",
                "operation=check&check=tags",
                "operation=check&filterTags=a=b",
                "operation=listObjects&prefix=in"
            })
    void whatADirectoryBucketCannotDoIsRefusedAtTheStart(String options) {
        for (String uri : List.of(
                "s3copy:plain?copySourceBucket=" + DIRECTORY + "&" + options,
                "s3copy:" + DIRECTORY + "?copySourceBucket=two--use1-az4--x-s3&" + options)) {
            assertThatThrownBy(() -> camel.getEndpoint(uri).createProducer().start())
                    .as(uri)
                    .hasStackTraceContaining("InvalidParameterException")
                    .hasStackTraceContaining("irectory bucket");
        }
    }

    @Test
    void aCheckRefusesKeysOfCopiesThatAreNoDirectory() {
        String check = "?operation=check&copySourceBucket=plain&keyPrefix=x";
        assertThatThrownBy(() -> camel.getEndpoint("s3copy:" + DIRECTORY + check)
                        .createProducer()
                        .start())
                .hasStackTraceContaining("option keyPrefix");
        assertThat(run("plain", DIRECTORY, "operation=check&keyPrefix=x").isClean())
                .isTrue();
    }

    @Test
    void aConsumerRefusesAPrefixThatIsNoDirectory() {
        assertThatThrownBy(() -> camel.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("s3copy:" + DIRECTORY + "?prefix=in").to("log:x");
                    }
                }))
                .hasStackTraceContaining("does not end in /");
    }
}

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
import static org.assertj.core.api.Assertions.tuple;

import io.s3copy.camel.client.ServiceName;
import io.s3copy.camel.journal.StateRepositoryJournal;
import io.s3copy.engine.cleanup.CleanupReport;
import io.s3copy.engine.cleanup.CleanupReport.Found;
import io.s3copy.engine.cleanup.CleanupReport.What;
import io.s3copy.engine.journal.JournalEntry;
import io.s3copy.parameter.CopySource;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.S3Server;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** operation=cleanup in a route. */
class CleanupRouteTest {

    @Tag("sdk")
    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void whatTheJournalOrphanedIsAbortedAndTheRestKept(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient();
                DefaultCamelContext camel = new DefaultCamelContext()) {
            String bucket = server.newBucket(client);
            String orphan = begin(client, bucket, "orphan");
            begin(client, bucket, "young");
            MemoryStateRepository journal = new MemoryStateRepository();
            new StateRepositoryJournal(journal)
                    .put(new JournalEntry(
                            new JournalEntry.Destination(ServiceName.of(client), bucket, "orphan"),
                            orphan,
                            CopySource.of("in", "key"),
                            "\"e\"",
                            "layout",
                            "options",
                            Instant.now(),
                            "before",
                            Instant.EPOCH));
            camel.getRegistry().bind("s3", client);
            camel.getRegistry().bind("journal", journal);
            camel.start();
            CleanupReport report = camel.createProducerTemplate()
                    .requestBody("s3copy:" + bucket + "?operation=cleanup&journal=#journal", null, CleanupReport.class);
            assertThat(report.uploads())
                    .extracting(Found::key, Found::what)
                    .containsExactly(tuple("orphan", What.ABORTED), tuple("young", What.KEPT_YOUNG));
        }
    }

    private static String begin(S3AsyncClient client, String bucket, String key) {
        return client.createMultipartUpload(create -> create.bucket(bucket).key(key))
                .join()
                .uploadId();
    }

    @Test
    void noMessageSaysWhatIsCleanedUp() {
        try (CamelOnStub stub = CamelOnStub.withClient()) {
            stub.camel().start();
            stub.camel()
                    .createProducerTemplate()
                    .requestBodyAndHeaders(
                            "s3copy:archive?operation=cleanup&prefix=mine/&requestPayer=requester&expectedBucketOwner=111122223333",
                            "body",
                            Map.of("CamelS3CopyBucket", "other", "CamelS3CopyKey", "key", "CamelS3CopyUploadId", "u"));
            assertThat(stub.s3().only(S3Operation.LIST_MULTIPART_UPLOADS)).satisfies(list -> {
                assertThat(list.bucket()).isEqualTo("archive");
                assertThat(list.queryParameter("prefix")).contains("mine/");
                assertThat(list.header("x-amz-expected-bucket-owner")).contains("111122223333");
                assertThat(list.header("x-amz-request-payer")).contains("requester");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation=cleanup&initiator=any",
                "operation=cleanup&olderThan=59m",
                "operation=cleanup&key=a",
                "operation=cleanup&uploadId=u",
                "operation=cleanup&deleteSource=version",
                "operation=copyObject&dryRun=true",
                "prefix=in/",
            })
    void optionsThatWouldEndOtherUploadsThanMeantAreRefused(String options) {
        try (CamelOnStub stub = CamelOnStub.withClient()) {
            stub.camel().start();
            assertThatThrownBy(() -> stub.camel()
                            .getEndpoint("s3copy:archive?" + options)
                            .createProducer())
                    .hasStackTraceContaining("InvalidParameterException");
        }
    }
}

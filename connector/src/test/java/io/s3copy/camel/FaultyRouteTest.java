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

import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import io.s3copy.testkit.fault.FaultyS3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Routes at a server that breaks. */
class FaultyRouteTest {

    private static final int COPIES = 500;

    private final FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out");
    private final S3AsyncClient client = s3.newClient();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;

    private FaultyRouteTest() {
        camel.getRegistry().bind("s3", client);
        camel.getShutdownStrategy().setTimeout(1);
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void close() {
        camel.stop();
        client.close();
        s3.close();
    }

    private CompletableFuture<Exchange> send(String options, String key) {
        Map<String, Object> headers = Map.of("CamelS3CopyCopySourceBucket", "in", "CamelS3CopyCopySourceKey", key);
        return template.asyncSend(
                "s3copy:out?operation=copy" + options,
                exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
    }

    @Test
    void everyObjectIsCopiedThoughOneRequestInTwentyMeetsAFault() {
        s3.plan(FaultPlan.seeded().share(0.05, Fault.passing()));
        List<CompletableFuture<Exchange>> sent = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            s3.put("in", "key-" + i, i % 10 == 0 ? 50L << 20 : 1024);
            sent.add(send("&multipartThreshold=5MiB&partSize=8MiB", "key-" + i));
        }
        assertThat(sent)
                .allSatisfy(copy -> assertThat(copy.join().getException()).isNull());
        for (int i = 0; i < COPIES; i++) {
            assertThat(s3.object("out", "key-" + i).orElseThrow().content())
                    .isEqualTo(s3.object("in", "key-" + i).orElseThrow().content());
        }
    }

    @Test
    void anUploadThatCouldNotBeAbortedIsLoggedWithItsId() {
        s3.put("in", "key", 50L << 20);
        s3.plan(FaultPlan.NONE
                .first(UPLOAD_PART_COPY, Fault.PRECONDITION_FAILED)
                .always(ABORT_MULTIPART_UPLOAD, any -> true, Fault.ACCESS_DENIED));
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy.engine", Level.WARN))) {
            assertThat(send("&multipartThreshold=5MiB&partSize=8MiB&serviceTraits=aws", "key")
                            .join()
                            .getException())
                    .hasMessageContaining("412");
            assertThat(s3.openUploads()).hasSize(1);
            assertThat(log.text()).contains("WARN", s3.openUploads().get(0), "AccessDenied");
        }
    }
}

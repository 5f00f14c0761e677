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

import io.s3copy.camel.binding.ExchangeBinding;
import java.util.HashMap;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A header that looks like one of this component's and is none is told once, with the one that may have been meant. */
class UnknownHeadersTest {

    private final CapturedLog log = new CapturedLog(Map.of(ExchangeBinding.class.getPackageName(), Level.WARN));
    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
        log.close();
    }

    private long warnings() {
        return log.text().lines().filter(line -> line.contains("Header ")).count();
    }

    @Test
    void mistypedHeaderIsWarnedOfOnceWithTheNearest() throws Exception {
        stub.route("s3copy:archive");
        for (int i = 0; i < 3; i++) {
            assertThat(stub.copy(Map.of("CamelS3CopyStorageClas", "GLACIER")).getException())
                    .isNull();
        }
        assertThat(log.text())
                .containsOnlyOnce(
                        "Header CamelS3CopyStorageClas is not a header of s3copy, so it is not read. The nearest is"
                                + " CamelS3CopyStorageClass");
    }

    @Test
    void headersOfThisComponentAreNotWarnedOf() throws Exception {
        stub.route("s3copy:archive");
        Map<String, Object> headers = new HashMap<>();
        headers.put("camels3copykey", "b.txt");
        headers.put("CamelS3CopyResultETag", "\"a\"");
        headers.put("CamelS3CopyResultNothingLikeIt", "a");
        headers.put("CamelS3CopyEventError", "a");
        headers.put("CamelS3CopyUploadId", "for another call of the route");
        assertThat(stub.copy(headers).getException()).isNull();
        assertThat(warnings()).isZero();
    }

    @Test
    void endpointThatReadsNoHeadersWarnsOfNone() throws Exception {
        stub.route("s3copy:archive?headerParameters=none&copySource=inbox/a");
        assertThat(stub.send(null, Map.of("CamelS3CopyStorageClas", "GLACIER")).getException())
                .isNull();
        assertThat(warnings()).isZero();
    }

    @Test
    void namesOfStrangersNeitherForgeLinesNorFillTheLog() throws Exception {
        stub.route("s3copy:archive");
        Map<String, Object> headers = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            headers.put("CamelS3Copy\nERROR forged" + "x".repeat(500) + i, "a");
            headers.put("CamelS3Copy\nERROR forged" + i, "a");
        }
        assertThat(stub.copy(headers).getException()).isNull();
        assertThat(log.text().lines()).noneMatch(line -> line.startsWith("ERROR forged"));
        assertThat(log.text().lines()).allMatch(line -> line.length() < 400);
        assertThat(warnings()).isBetween(1L, 50L);
        assertThat(log.text()).containsOnlyOnce("50 names were logged, further ones are not");
    }
}

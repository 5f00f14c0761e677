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

import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.ObjectCopier;
import io.s3copy.testkit.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a copy leaves in the log. */
class CopyLogTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String COPIER = ObjectCopier.class.getName();

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
    }

    private String logOf(Level level, Map<String, Object> headers) throws Exception {
        stub.route("s3copy:archive?operation=copy");
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy", level))) {
            stub.copy(headers);
            return log.text();
        }
    }

    @Test
    void aCopyIsOneLineAtDebug() throws Exception {
        assertThat(logOf(Level.DEBUG, Map.of()).lines().filter(line -> line.contains(COPIER)))
                .singleElement()
                .asString()
                .startsWith("DEBUG " + COPIER + " inbox/a.txt to archive/a.txt: SINGLE, bytes ")
                .endsWith(" ms");
    }

    @Test
    void aCopySaysNothingAboveDebug() throws Exception {
        assertThat(logOf(Level.INFO, Map.of())).isEmpty();
    }

    @Test
    void aFailureIsOneLineAtWarn() throws Exception {
        stub.s3().next(COPY_OBJECT, Response.error(403, "AccessDenied", "Access Denied"));
        assertThat(logOf(Level.INFO, Map.of()).lines())
                .singleElement()
                .asString()
                .startsWith("WARN " + COPIER + " Not copied (SYSTEMIC) after 1 requests in ")
                .contains("CopyObject of inbox/a.txt to archive/a.txt failed: 403 AccessDenied: Access Denied");
    }

    @Test
    void keysCannotForgeALine() throws Exception {
        stub.s3().next(COPY_OBJECT, Response.error(404, "NoSuchKey", "gone\nWARN forged by the server"));
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelS3CopyCopySource", "inbox/a\r\nWARN forged by the source");
        headers.put("CamelS3CopyKey", "b\u2028WARN forged by the destination\u202e");
        String log = logOf(Level.DEBUG, headers);
        assertThat(log).contains("Not copied").doesNotContain("\r", "\u2028", "\u202e");
        assertThat(log.lines()).noneMatch(line -> line.startsWith("WARN forged"));
    }

    @Test
    void customerKeysAreNotLogged() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.US_ASCII));
        stub.s3().next(COPY_OBJECT, Response.error(400, "InvalidRequest", "no such key"));
        String log = logOf(
                Level.TRACE, Map.of("CamelS3CopySSECustomerKey", KEY, "CamelS3CopyCopySourceSSECustomerKey", base64));
        assertThat(log).contains("Not copied").doesNotContain(KEY, base64);
    }
}

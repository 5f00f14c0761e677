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

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What answers say of encryption, and servers that do not encrypt. */
class FaultyS3EncryptionTest {

    private static final String SSE = "x-amz-server-side-encryption";
    private static final String KEY_ID = SSE + "-aws-kms-key-id";
    private static final String BUCKET_KEY = SSE + "-bucket-key-enabled";
    private static final String ALGORITHM = SSE + "-customer-algorithm";
    private static final String KEY_MD5 = SSE + "-customer-key-md5";
    private static final String ARN = "arn:aws:kms:us-east-1:111111111111:key/";
    private static final String[] KMS = {SSE, "aws:kms", KEY_ID, "1234", BUCKET_KEY, "true"};
    private static final String[] CUSTOMER = {ALGORITHM, "AES256", KEY_MD5, "md5-of-a-key"};

    private final FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out");
    private final Wire wire = new Wire(s3);

    @BeforeEach
    void put() {
        s3.put("in", "key", 6L << 20);
    }

    @AfterEach
    void close() {
        s3.close();
    }

    private static Map<String, String> said(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> said = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (name.startsWith(SSE)) {
                said.put(name, values.get(0));
            }
        });
        return said;
    }

    @Test
    void s3EncryptsUnaskedAndSaysSo() {
        assertThat(said(wire.copy())).isEqualTo(Map.of(SSE, "AES256"));
        assertThat(said(wire.inParts())).isEqualTo(Map.of(SSE, "AES256"));
        assertThat(said(wire.head("/out/key"))).isEqualTo(Map.of(SSE, "AES256"));
    }

    @Test
    void theKmsKeyIsSaidByItsArn() {
        Map<String, String> done = Map.of(SSE, "aws:kms", KEY_ID, ARN + "1234", BUCKET_KEY, "true");
        assertThat(said(wire.copy(KMS))).isEqualTo(done);
        assertThat(said(wire.head("/out/key"))).isEqualTo(done);
        assertThat(said(wire.create(KMS))).isEqualTo(done);
        String upload = wire.begin(KMS);
        HttpResponse<String> part = wire.part(upload);
        assertThat(said(part)).isEqualTo(done);
        assertThat(said(wire.complete(upload, List.of(part)))).isEqualTo(done);
        assertThat(said(wire.copy(SSE, "aws:kms")).get(KEY_ID)).startsWith(ARN);
        assertThat(said(wire.copy(SSE, "aws:kms", KEY_ID, ARN + "5678"))).containsEntry(KEY_ID, ARN + "5678");
    }

    @Test
    void theContextIsSaidByTheWriteAlone() {
        String context = SSE + "-context";
        assertThat(said(wire.copy(SSE, "aws:kms", context, "e30="))).containsEntry(context, "e30=");
        assertThat(said(wire.head("/out/key"))).doesNotContainKey(context);
    }

    @Test
    void aKeyOfTheCustomerIsSaidAndWanted() {
        Map<String, String> done = Map.of(ALGORITHM, "AES256", KEY_MD5, "md5-of-a-key");
        assertThat(said(wire.copy(CUSTOMER))).isEqualTo(done);
        assertThat(said(wire.head("/out/key", CUSTOMER))).isEqualTo(done);
        assertThat(wire.head("/out/key").statusCode()).isEqualTo(400);
        assertThat(wire.head("/out/key", ALGORITHM, "AES256", KEY_MD5, "of-another")
                        .statusCode())
                .isEqualTo(403);
        assertThat(wire.head("/in/key", CUSTOMER).statusCode()).isEqualTo(400);
        assertThat(wire.send("PUT", "/out/two", "x-amz-copy-source", "out/key").body())
                .contains("<Code>InvalidRequest</Code>");
        assertThat(wire.send(
                                "PUT",
                                "/out/two",
                                "x-amz-copy-source",
                                "out/key",
                                "x-amz-copy-source-server-side-encryption-customer-key-md5",
                                "md5-of-a-key")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyPartWantsTheKeyOfItsUpload() {
        String upload = wire.begin(CUSTOMER);
        assertThat(wire.part(upload).statusCode()).isEqualTo(400);
        HttpResponse<String> part = wire.part(upload, CUSTOMER);
        assertThat(said(part)).containsEntry(KEY_MD5, "md5-of-a-key");
        assertThat(said(wire.complete(upload, List.of(part)))).isEmpty();
        assertThat(said(wire.head("/out/key", CUSTOMER))).containsEntry(ALGORITHM, "AES256");
    }

    @Test
    void aServerMayNeitherEncryptNorSaySo() {
        s3.with(Quirk.NO_ENCRYPTION_ECHO);
        assertThat(said(wire.copy(KMS))).isEmpty();
        assertThat(said(wire.copy(CUSTOMER))).isEmpty();
        assertThat(said(wire.head("/out/key"))).isEmpty();
        assertThat(said(wire.head("/in/key"))).isEmpty();
        assertThat(said(wire.create(KMS))).isEmpty();
        assertThat(said(wire.inParts())).isEmpty();
    }

    @Test
    void aServerMayEncryptAndSaySoOnlyWhenLookedAt() {
        s3.with(Quirk.NO_ENCRYPTION_ECHO_ON_COPY);
        assertThat(said(wire.copy(KMS))).isEmpty();
        assertThat(said(wire.head("/out/key"))).containsEntry(SSE, "aws:kms");
        assertThat(said(wire.create(KMS))).containsEntry(SSE, "aws:kms");
    }

    @Test
    void aServerMayTakeNoKeyOfTheCustomer() {
        s3.with(Quirk.IGNORES_CUSTOMER_KEYS);
        assertThat(said(wire.copy(CUSTOMER))).doesNotContainKey(ALGORITHM);
        assertThat(said(wire.head("/out/key"))).doesNotContainKey(ALGORITHM);
        assertThat(said(wire.create(CUSTOMER))).doesNotContainKey(ALGORITHM);
    }

    @Test
    void aServerMayTakeAKeyOfTheCustomerInPartsAlone() {
        s3.with(Quirk.IGNORES_CUSTOMER_KEY_ON_COPY);
        assertThat(said(wire.copy(CUSTOMER))).doesNotContainKey(ALGORITHM);
        assertThat(said(wire.head("/out/key", CUSTOMER))).doesNotContainKey(ALGORITHM);
        assertThat(said(wire.create(CUSTOMER))).containsEntry(ALGORITHM, "AES256");
    }
}

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
package io.s3copy.behaviour;

import static io.s3copy.behaviour.Capability.SSE_C_DESTINATION;
import static io.s3copy.behaviour.Capability.SSE_C_IN_PLACE;
import static io.s3copy.behaviour.Capability.SSE_C_SOURCE;
import static io.s3copy.behaviour.Capability.SSE_C_WRONG_KEY;
import static io.s3copy.behaviour.Capability.SSE_KMS;
import static io.s3copy.behaviour.Capability.SSE_KMS_NAMED;
import static io.s3copy.behaviour.Capability.SSE_S3;
import static io.s3copy.behaviour.Capability.SSE_S3_NAMED;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.RESULT_SERVER_SIDE_ENCRYPTION;
import static io.s3copy.parameter.CopyParameter.RESULT_SSE_CUSTOMER_ALGORITHM;
import static io.s3copy.parameter.CopyParameter.RESULT_SSE_CUSTOMER_KEY_MD5;
import static io.s3copy.parameter.CopyParameter.RESULT_SSE_KMS_KEY_ID;
import static io.s3copy.parameter.CopyParameter.SERVER_SIDE_ENCRYPTION;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.SSE_KMS_KEY_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.apache.camel.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customer keys on either side, and the server's own keys. */
class EncryptionBehaviourTest extends Behaviour {

    private String destination;

    @BeforeEach
    void arrange() {
        destination = bench().newKey();
    }

    @Test
    @Needs(SSE_C_SOURCE)
    void readsASourceByItsCustomerKey() {
        CustomerKeyPair key = CustomerKeyPair.random();
        copy(bench().encrypted("secret", key), destination)
                .with(COPY_SOURCE_SSE_CUSTOMER_KEY, key.key())
                .succeeds();
        assertThat(bench().content(bench().destination(), destination)).isEqualTo("secret");
    }

    @Test
    @Needs(SSE_C_SOURCE)
    void readsASourceByTheBytesOfItsCustomerKey() {
        CustomerKeyPair key = CustomerKeyPair.random();
        copy(bench().encrypted("secret", key), destination)
                .with(COPY_SOURCE_SSE_CUSTOMER_KEY, Base64.getDecoder().decode(key.key()))
                .succeeds();
        assertThat(bench().content(bench().destination(), destination)).isEqualTo("secret");
    }

    @Test
    @Needs(SSE_C_SOURCE)
    void doesNotReadAnEncryptedSourceWithoutItsKey() {
        assertThat(copy(bench().encrypted("secret", CustomerKeyPair.random()), destination)
                        .isRefusedByS3()
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Needs({SSE_C_SOURCE, SSE_C_WRONG_KEY})
    void doesNotReadAnEncryptedSourceByAnotherKey() {
        assertThat(copy(bench().encrypted("secret", CustomerKeyPair.random()), destination)
                        .with(
                                COPY_SOURCE_SSE_CUSTOMER_KEY,
                                CustomerKeyPair.random().key())
                        .isRefusedByS3()
                        .status())
                .isIn(400, 403);
    }

    @Test
    @Needs(SSE_C_DESTINATION)
    void encryptsACopyWithACustomerKey() {
        CustomerKeyPair key = CustomerKeyPair.random();
        Message result = copy(bench().object("plain"), destination)
                .with(SSE_CUSTOMER_KEY, key.key())
                .succeeds();
        assertThat(bench().content(bench().destination(), destination, key)).isEqualTo("plain");
        assertThat(result.getHeaders())
                .containsEntry(RESULT_SSE_CUSTOMER_ALGORITHM.header(), "AES256")
                .containsEntry(RESULT_SSE_CUSTOMER_KEY_MD5.header(), key.md5());
    }

    @Test
    @Needs({SSE_C_SOURCE, SSE_C_DESTINATION})
    void encryptsACopyWithAnotherKeyThanItsSource() {
        CustomerKeyPair before = CustomerKeyPair.random();
        CustomerKeyPair after = CustomerKeyPair.random();
        copy(bench().encrypted("secret", before), destination)
                .with(COPY_SOURCE_SSE_CUSTOMER_KEY, before.key())
                .with(SSE_CUSTOMER_KEY, after.key())
                .succeeds();
        assertThat(bench().content(bench().destination(), destination, after)).isEqualTo("secret");
    }

    @Test
    @Needs({SSE_C_SOURCE, SSE_C_DESTINATION, SSE_C_IN_PLACE})
    void changesTheCustomerKeyOfAnObjectInPlace() {
        CustomerKeyPair before = CustomerKeyPair.random();
        CustomerKeyPair after = CustomerKeyPair.random();
        String key = bench().encrypted("secret", before);
        copy(bench().source(), key, bench().source(), key)
                .with(COPY_SOURCE_SSE_CUSTOMER_KEY, before.key())
                .with(SSE_CUSTOMER_KEY, after.key())
                .succeeds();
        assertThat(bench().content(bench().source(), key, after)).isEqualTo("secret");
    }

    @Test
    @Needs(SSE_S3)
    void encryptsACopyWithKeysOfS3() {
        copy(bench().object("plain"), destination)
                .with(SERVER_SIDE_ENCRYPTION, "AES256")
                .succeeds();
        assertThat(bench().head(bench().destination(), destination).serverSideEncryptionAsString())
                .isEqualTo("AES256");
    }

    @Test
    @Needs({SSE_S3, SSE_S3_NAMED})
    void saysThatS3EncryptedTheCopy() {
        assertThat(copy(bench().object("plain"), destination)
                        .with(SERVER_SIDE_ENCRYPTION, "AES256")
                        .result(RESULT_SERVER_SIDE_ENCRYPTION))
                .isEqualTo("AES256");
    }

    @Test
    @Needs(SSE_KMS)
    void encryptsACopyWithAKmsKey() {
        copyWithKms().succeeds();
        assertThat(bench().head(bench().destination(), destination).ssekmsKeyId())
                .endsWith(bench().kmsKey());
    }

    @Test
    @Needs({SSE_KMS, SSE_KMS_NAMED})
    void namesTheKmsKeyOfTheCopy() {
        Message result = copyWithKms().succeeds();
        assertThat(result.getHeader(RESULT_SERVER_SIDE_ENCRYPTION.header())).isEqualTo("aws:kms");
        // S3 names the key by its ARN, however it was named to it
        assertThat(result.getHeader(RESULT_SSE_KMS_KEY_ID.header(), String.class))
                .endsWith(bench().kmsKey());
    }

    private Call copyWithKms() {
        return copy(bench().object("plain"), destination)
                .with(SERVER_SIDE_ENCRYPTION, "aws:kms")
                .with(SSE_KMS_KEY_ID, bench().kmsKey());
    }
}

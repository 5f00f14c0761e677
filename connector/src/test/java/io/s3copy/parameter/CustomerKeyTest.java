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
package io.s3copy.parameter;

import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_SSE_CUSTOMER_ALGORITHM;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY_MD5;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_ALGORITHM;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_KEY_MD5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.utils.Md5Utils;

class CustomerKeyTest {

    private static final String TEXT = "0123456789abcdef0123456789abcdef";
    private static final String BASE64 = Base64.getEncoder().encodeToString(TEXT.getBytes(StandardCharsets.US_ASCII));

    @Property(tries = 200)
    void rawBytesAndTheirBase64AreOneKey(@ForAll @Size(32) byte[] bytes) {
        String base64 = Base64.getEncoder().encodeToString(bytes);
        assertThat(new Object[] {
                    Reading.read(SSE_CUSTOMER_KEY, base64),
                    Reading.read(SSE_CUSTOMER_KEY, base64.getBytes(StandardCharsets.US_ASCII)),
                    Reading.read(SSE_CUSTOMER_KEY, new String(bytes, StandardCharsets.ISO_8859_1))
                })
                .containsOnly(Reading.read(SSE_CUSTOMER_KEY, bytes));
    }

    @Property(tries = 200)
    void keyGoesOnTheWireAsItsBase64(@ForAll @Size(32) byte[] bytes) {
        assertThat(key(bytes).base64()).isEqualTo(Base64.getEncoder().encodeToString(bytes));
    }

    @Property(tries = 200)
    void digestIsTheMd5OfTheRawKey(@ForAll @Size(32) byte[] bytes) {
        assertThat(key(bytes).md5()).isEqualTo(Md5Utils.md5AsBase64(bytes));
    }

    @Property(tries = 200)
    void differentKeysAreNotEqual(@ForAll @Size(32) byte[] one, @ForAll @Size(32) byte[] other) {
        assertThat(key(one).equals(key(other))).isEqualTo(MessageDigest.isEqual(one, other));
    }

    @Property(tries = 200)
    void anyOtherLengthIsRefused(@ForAll @Size(max = 100) byte[] bytes) {
        assertThat(Reading.refused(SSE_CUSTOMER_KEY, bytes).isEmpty())
                .isEqualTo(bytes.length == 32 || isBase64OfAKey(bytes));
    }

    private static boolean isBase64OfAKey(byte[] bytes) {
        try {
            return bytes.length == 44 && Base64.getDecoder().decode(bytes).length == 32;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Property(tries = 200)
    void requestShowsStars(@ForAll @Size(32) byte[] bytes) {
        assertThat(Reading.request(SSE_CUSTOMER_KEY, bytes).toString()).isEqualTo("CopyRequest[SSECustomerKey=*****]");
    }

    private static CustomerKey key(byte[] bytes) {
        return (CustomerKey) Reading.read(SSE_CUSTOMER_KEY, bytes);
    }

    @Test
    void laterChangeOfTheArrayDoesNotChangeTheKey() {
        byte[] bytes = new byte[32];
        CustomerKey key = key(bytes);
        bytes[0] = 1;
        assertThat(key).isEqualTo(key(new byte[32]));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(
            strings = {
                "",
                "tooshort",
                "ääääääääääääääääääääääääääääääääé€",
                "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!"
            })
    void wrongKeyIsNotShown(String text) {
        assertThat(Reading.refusal(SSE_CUSTOMER_KEY, text).getMessage())
                .startsWith("header CamelS3CopySSECustomerKey: a customer key ");
    }

    @Test
    void keyInThePlaceOfItsDigestIsNotShown() {
        assertThat(Reading.refusal(SSE_CUSTOMER_KEY_MD5, BASE64).getMessage()).doesNotContain(BASE64);
    }

    @Test
    void keyBringsItsAlgorithmAndDigest() {
        CopyRequest request = CustomerKeyCompanions.complete(Reading.request(SSE_CUSTOMER_KEY, TEXT));
        assertThat(request)
                .isEqualTo(CopyRequest.builder()
                        .set(SSE_CUSTOMER_KEY, BASE64)
                        .set(SSE_CUSTOMER_ALGORITHM, "aes256")
                        .set(SSE_CUSTOMER_KEY_MD5, Md5Utils.md5AsBase64(TEXT.getBytes(StandardCharsets.US_ASCII)))
                        .build());
    }

    @Test
    void sourceKeyBringsItsOwnAlgorithmAndDigest() {
        CopyRequest request = CustomerKeyCompanions.complete(Reading.request(COPY_SOURCE_SSE_CUSTOMER_KEY, TEXT));
        assertThat(request.rows())
                .containsExactlyInAnyOrder(
                        COPY_SOURCE_SSE_CUSTOMER_KEY,
                        COPY_SOURCE_SSE_CUSTOMER_ALGORITHM,
                        COPY_SOURCE_SSE_CUSTOMER_KEY_MD5);
    }

    @Test
    void rightDigestWithoutPaddingIsTheSameDigest() {
        String md5 = key(TEXT.getBytes(StandardCharsets.US_ASCII)).md5();
        assertThat(Reading.read(SSE_CUSTOMER_KEY_MD5, md5.replace("=", ""))).isEqualTo(md5);
    }

    @Test
    void wrongDigestIsToldBeforeARequestIsSent() {
        CopyRequest request = CopyRequest.builder()
                .set(SSE_CUSTOMER_KEY, TEXT)
                .set(SSE_CUSTOMER_KEY_MD5, Md5Utils.md5AsBase64(new byte[32]))
                .build();
        assertThat(refusal(request).rule()).isEqualTo("is not the MD5 of the customer key");
    }

    @Test
    void algorithmWithoutKeyIsRefused() {
        assertThat(refusal(Reading.request(SSE_CUSTOMER_ALGORITHM, "AES256")).fix())
                .isEqualTo("Set sseCustomerKey too, or leave this out");
    }

    @Test
    void digestWithoutKeyIsRefused() {
        assertThat(refusal(Reading.request(COPY_SOURCE_SSE_CUSTOMER_KEY_MD5, Md5Utils.md5AsBase64(new byte[32])))
                        .fix())
                .isEqualTo("Set copySourceSSECustomerKey too, or leave this out");
    }

    private static InvalidParameterException refusal(CopyRequest request) {
        return catchThrowableOfType(InvalidParameterException.class, () -> CustomerKeyCompanions.complete(request));
    }
}

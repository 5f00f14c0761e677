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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.S3CopyOperation;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.S3Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** A real server whose HEAD says what it was told, and not what it did: the copy must not pass for encrypted. */
class ClaimedEncryptionTest {

    private TestedServer s3mock;
    private Bench bench;
    private CustomerKeyPair customer;
    private Original original;

    @BeforeEach
    void start() {
        s3mock = new TestedServer("S3Mock with a customer key", S3Servers.s3mock(), null);
        bench = s3mock.bench();
        customer = CustomerKeyPair.random();
        original = Original.put(bench, "content");
    }

    @AfterEach
    void close() {
        assertThat(s3mock.close()).isEmpty();
    }

    private Call.Outcome copied(String key) {
        return new Call(s3mock.template(), S3CopyOperation.copy, bench.destination())
                .with(CopyParameter.COPY_SOURCE_BUCKET, original.bucket())
                .with(CopyParameter.COPY_SOURCE_KEY, original.key())
                .with(CopyParameter.KEY, key)
                .with(CopyParameter.SSE_CUSTOMER_KEY, customer.key())
                .outcome();
    }

    @Test
    void theCopyFailsAndTheNextIsNotMade() {
        assertThat(copied("first").failure())
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("the copy stands in its place, but is not encrypted with the customer key")
                .hasMessageContaining("HEAD reads it without the key")
                .hasMessageNotContaining(customer.key());
        HeadObjectResponse claimed = bench.head(
                bench.destination(),
                "first",
                head -> head.sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(customer.key())
                        .sseCustomerKeyMD5(customer.md5()));
        assertThat(claimed.sseCustomerAlgorithm()).as("what HEAD claims").isEqualTo("AES256");
        assertThat(bench.content(bench.destination(), "first"))
                .as("what anyone reads")
                .isEqualTo("content");

        assertThat(copied("second").failure())
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("nothing was copied")
                .hasMessageContaining("copyCustomerKey=ignored");
        assertThat(bench.keys(bench.destination(), "second")).isEmpty();
        original.stands();
    }
}

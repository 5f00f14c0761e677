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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.camel.S3CopyOperation;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.fault.ServerPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite finds out a component that says what is not so: here one that takes Ceph 16 for AWS, as it is told to. */
class OriginalTest {

    private static final int SIZE = (5 << 20) + 1000;

    private TestedServer ceph;
    private Bench bench;

    @BeforeEach
    void start() {
        ceph = TestedServer.playing(ServerPart.CEPH_16, "Ceph 16 taken for AWS");
        bench = ceph.bench();
    }

    @AfterEach
    void close() {
        ceph.close();
        ceph.server().close();
    }

    private Call.Outcome copied(Original original, String... options) {
        Call call = new Call(ceph.template(), S3CopyOperation.copy, bench.destination())
                .with(CopyParameter.COPY_SOURCE_BUCKET, original.bucket())
                .with(CopyParameter.COPY_SOURCE_KEY, original.key())
                .with(CopyParameter.KEY, "copy")
                .option("serviceTraits", "aws")
                .option("retryFor", "5s");
        for (int i = 0; i < options.length; i += 2) {
            call.option(options[i], options[i + 1]);
        }
        return call.outcome();
    }

    @Test
    void aCopyOfAnotherObjectIsNotWhatWasCalledVerified() {
        Original original = Original.put(bench, bench.source(), "report%202026.csv", "a".repeat(SIZE));
        Original.put(bench, bench.source(), "report 2026.csv", "b".repeat(SIZE));
        Call.Outcome outcome = copied(original, "multipartThreshold", "5MiB", "partSize", "5MiB", "verify", "size");
        assertThat(outcome.isCopied()).isTrue();
        assertThatThrownBy(() -> original.holds(outcome, "copy"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("verified=SIZE");
    }

    @Test
    void tagsThatWereIgnoredAreNotWhatWasCalledCarried() {
        Original original = Original.described(ceph, "a".repeat(SIZE));
        Call.Outcome outcome = copied(original, "multipartThreshold", "5MiB", "partSize", "5MiB");
        assertThat(outcome.isCopied()).isTrue();
        assertThatThrownBy(() -> original.carried(outcome.result(), "copy")).isInstanceOf(AssertionError.class);
    }
}

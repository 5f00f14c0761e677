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
package io.s3copy.engine;

import static io.s3copy.engine.OddServer.MIB;
import static io.s3copy.engine.OddServer.inParts;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.testkit.fault.Quirk;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A checksum of the whole object that Complete was sent proves nothing when it comes back. */
class RepeatedChecksumTest {

    @AutoClose
    private final OddServer server = new OddServer();

    @BeforeEach
    void put() {
        server.s3().put("in", "large", 20 * MIB);
    }

    @Test
    void theChecksumsOfThePartsMakeThatOfTheWholeAndProveTheCopy() {
        assertThat(server.copied(inParts(), "large").verified()).isEqualTo(Verified.CHECKSUM);
        assertThat(server.copied(inParts().verify(Verify.checksum), "large").verified())
                .isEqualTo(Verified.CHECKSUM);
    }

    @Test
    void aRepeatedChecksumIsNoProof() {
        server.s3().with(Quirk.REPEATS_CHECKSUM_OF_COMPLETE);
        assertThat(server.copied(inParts(), "large").verified()).isEqualTo(Verified.NONE);
        assertThat(server.copied(inParts().verify(Verify.size), "large").verified())
                .as("the pin is heeded, and the size is the source's")
                .isEqualTo(Verified.SIZE);
    }

    @Test
    void aHeadThatRepeatsItIsNoProofEither() {
        server.s3().with(Quirk.REPEATS_CHECKSUM_OF_COMPLETE);
        assertThat(server.failure(inParts().verify(Verify.checksum), "large"))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("no checksum to compare that the service is known to have computed");
        assertThat(server.operations()).contains(HEAD_OBJECT);
    }

    @Test
    void aServiceThatIsSaidToCompareItIsBelieved() {
        server.s3().with(Quirk.REPEATS_CHECKSUM_OF_COMPLETE);
        server.told("completeChecksum=heeded");
        assertThat(server.copied(inParts(), "large").verified()).isEqualTo(Verified.CHECKSUM);
    }
}

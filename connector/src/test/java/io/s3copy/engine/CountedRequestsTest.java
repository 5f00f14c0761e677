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
import static io.s3copy.engine.OddServer.request;
import static io.s3copy.engine.OddServer.settings;
import static io.s3copy.testkit.S3Operation.GET_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.CopySettings.OnMissing;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.testkit.fault.Quirk;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The requests of a result are those that the service has received, whoever in the engine has made them. */
class CountedRequestsTest {

    @AutoClose
    private final OddServer server = new OddServer();

    @BeforeEach
    void put() {
        server.s3().put("in", "small", 1024);
        server.s3().put("in", "large", 20 * MIB);
    }

    private int received() {
        return server.operations().size();
    }

    @Test
    void secondLooksAreCounted() {
        server.s3().with(Quirk.HEAD_WITHOUT_REQUEST_ID);
        CopyResult made = server.copied(settings().ifExists(IfExists.skip), "small");
        assertThat(server.operations()).contains(GET_OBJECT);
        assertThat(made.requests()).isEqualTo(received());
        server.s3().forgetOperations();
        CopyResult skipped = server.copied(settings().verify(Verify.size).onMissing(OnMissing.skip), "missing");
        assertThat(server.operations()).contains(GET_OBJECT, HEAD_BUCKET);
        assertThat(skipped.requests()).isEqualTo(received());
    }

    @Test
    void whatIsAskedAgainWithoutARefusedHeaderIsCounted() {
        server.s3().with(Quirk.REFUSES_CHECKSUM_MODE, Quirk.REFUSES_MP_OBJECT_SIZE, Quirk.REFUSES_CHECKSUM_ON_COMPLETE);
        CopyResult made = server.copied(inParts(), "large");
        assertThat(made.requests()).isEqualTo(received());
        server.s3().forgetOperations();
        assertThat(server.copied(inParts(), request("large").build()).requests())
                .as("nothing is asked twice any more")
                .isEqualTo(received());
    }
}

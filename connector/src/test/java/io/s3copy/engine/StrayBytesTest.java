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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.testkit.fault.FaultyS3;
import io.s3copy.testkit.fault.Quirk;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A HEAD whose answer is not HTTP is looked at another way, and a call that reads what is left of it is repeated. */
@Tag("sdk")
class StrayBytesTest {

    @Test
    void aFreeKeyIsFoundFreeThoughTheAnswerToItsHeadCannotBeRead() {
        try (FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out").with(Quirk.STRAY_BYTES_AFTER_HEAD);
                S3AsyncClient client = s3.newClient()) {
            s3.put("in", "a b+c", 9);
            S3Calls calls = CallsUnderTest.on(client);
            ObjectCopier copier = ObjectCopier.builder(
                            calls,
                            new RequestWindow(16, 64),
                            ForkJoinPool.commonPool(),
                            CopySettings.builder().ifExists(IfExists.skip).build())
                    .build();
            CopyResult result = copier.copy(CopierOnStub.request().build(), KnownSource.NOTHING)
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            assertThat(result.isCopied()).isTrue();
            assertThat(s3.object("out", "copy")).isPresent();
        }
    }
}

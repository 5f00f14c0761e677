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
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.s3.Limits;
import io.s3copy.testkit.CapturedLog;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** At debug level, the log says which way a copy takes, and why. */
class ToldDecisionsTest {

    private static final long GIB = 1L << 30;

    @AutoClose
    private final FaultRun run = new FaultRun();

    private String told(String key, long size) {
        run.s3().put("in", key, size);
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy.engine", Level.DEBUG))) {
            run.copier(FaultRun.settings(
                            Limits.MAX_SINGLE_COPY, new PartSize.Fixed(Limits.MAX_SINGLE_COPY), IfExists.overwrite))
                    .copy(FaultRun.request(key).build(), KnownSource.NOTHING)
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
            return log.text();
        }
    }

    @Test
    void aSmallCopyTellsThatItIsOneCallWithoutALook() {
        assertThat(told("small", 1024)).contains("small: one call, without a look at the source");
    }

    @Test
    void aBigCopyTellsWhyItIsMadeInParts() {
        assertThat(told("large", 6 * GIB))
                .contains("large: refused, perhaps for its size: HEAD tells")
                .contains("large: " + 6 * GIB + " bytes, threshold " + 5 * GIB + ": 2 parts, the first of " + 5 * GIB
                        + " bytes");
    }
}

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
package io.s3copy.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** README's first command, less Maven. */
class DemoIT {

    @Test
    void demoCopiesEveryFileAndFindsTheSameInBothBucketsAndWhatWasChanged() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        int exitCode = Demo.run(new PrintStream(output, true, StandardCharsets.UTF_8), "--exit");

        String text = output.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(text).isZero();
        assertThat(text)
                .containsPattern("Page: http://127.0.0.1:\\d+/ ")
                .containsPattern("job files is done: copied 300, \\d+ bytes copied, ")
                .contains("job files-check is done: same 300, 0 bytes copied, ")
                .containsPattern("demo-destination lists 300 with the same key, size and ETag, and 0 others")
                .contains(
                        "demo-archive lists 41 with the same key, size and ETag, and 0 others; 1 message is a dead letter")
                .containsPattern("copyPrefix +s3://demo-source/photos/ to \\S+: finished: copied 25; ")
                .containsPattern("check +s3://demo-source/photos/ to \\S+: finished: same 25; ")
                .containsPattern("check +s3://demo-source/photos/ to \\S+: finished: same 24, differs 1; ")
                .contains("differs    demo-source/photos/2026/04/IMG_0000.jpg")
                .contains("job inbox is running: 10 files were there before; copied by event 30; dead letters 1")
                .contains("job inbox.reconcile has compared both sides: lost events found 1")
                .contains("job inbox is done: Cut over: 41 objects are the same on both sides")
                .doesNotContain("s3proxy-secret");
    }
}

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
package io.s3copy.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Region that is said nowhere is told at the start, as every option that is missing. */
@Tag("sdk")
class MissingRegionTest {

    @TempDir
    private Path empty;

    @Test
    void startNamesTheOption() throws Exception {
        ProcessBuilder start = new ProcessBuilder(JavaCommand.of(
                        "-Daws.disableEc2Metadata=true",
                        "-Daws.configFile=" + empty.resolve("config"),
                        "-Daws.sharedCredentialsFile=" + empty.resolve("credentials"),
                        StartWithoutRegion.class.getName()))
                .redirectOutput(empty.resolve("out").toFile())
                .redirectError(empty.resolve("err").toFile());
        start.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        start.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = start.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(empty.resolve("out"))
                .content(StandardCharsets.UTF_8)
                .contains("option region: is not set, and the AWS SDK finds none. Set region")
                .contains(
                        "camel.component.s3copy.region (Camel Main, Camel JBang and Camel Quarkus read such properties;"
                                + " Spring Boot reads them with camel-s3copy-starter only)")
                .contains(
                        "option amazonS3AsyncClient: is not set, the registry has 2 clients (ireland, ohio) of which none"
                                + " is taken unasked, and to build one the Region is missing. Name one:"
                                + " amazonS3AsyncClient=#bean:ireland.");
    }
}

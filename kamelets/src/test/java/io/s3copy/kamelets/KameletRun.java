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
package io.s3copy.kamelets;

import io.s3copy.testkit.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** A shipped Pipe or Integration, run by Camel Main with properties alone. */
final class KameletRun implements AutoCloseable {

    private final Main main = new Main();

    private KameletRun() {}

    /**
     * Starts a Pipe or an Integration.
     *
     * @param yaml the shipped text, with the names of this test's buckets and brokers in it
     */
    @SafeVarargs
    static KameletRun start(String yaml, Path directory, S3Server s3, Map<String, String>... properties) {
        KameletRun run = new KameletRun();
        // what a role is to a pod
        System.setProperty("aws.accessKeyId", s3.accessKey());
        System.setProperty("aws.secretAccessKey", s3.secretKey());
        Map<String, String> all = new HashMap<>();
        for (Map<String, String> some : properties) {
            all.putAll(some);
        }
        try {
            Path file = Files.writeString(Files.createTempFile(directory, "flow", ".yaml"), yaml);
            all.put("camel.main.routes-include-pattern", "file:" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.put("camel.main.shutdown-timeout", "10");
        all.forEach((key, value) -> run.main.addOverrideProperty(key, value));
        run.main.start();
        return run;
    }

    CamelContext camel() {
        return main.getCamelContext();
    }

    @Override
    public void close() {
        main.stop();
    }
}

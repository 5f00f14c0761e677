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
package io.s3copy.camel;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import java.io.File;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.FileStateRepository;

/**
 * A copy of a bucket in a process that can be killed, with its checkpoint and its report in files. Prints how many objects
 * are copied, by this process and those before it.
 */
@SuppressWarnings("SystemOut") // the test that started the process reads it
final class PrefixInAProcess {

    static final String COPIED = "copied ";

    private PrefixInAProcess() {}

    /** Arguments: endpoint, access key, secret key, region, source, destination, folder, ms between checkpoints, pending. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[6]);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            S3CopyConfiguration defaults =
                    camel.getComponent("s3copy", S3CopyComponent.class).getConfiguration();
            defaults.setOverrideEndpoint(true);
            defaults.setUriEndpointOverride(arguments[0]);
            defaults.setAccessKey(arguments[1]);
            defaults.setSecretKey(arguments[2]);
            defaults.setRegion(arguments[3]);
            defaults.setForcePathStyle(true);
            // nothing is asked or looked at that has nothing to do with the copies
            defaults.setServiceTraits("aws");
            defaults.setCheckpointRepository(FileStateRepository.fileStateRepository(checkpoints(folder)));
            camel.start();
            BulkResult result = camel.createProducerTemplate()
                    .requestBody(
                            "s3copy:" + arguments[5] + "?operation=copyPrefix&copySourceBucket=" + arguments[4]
                                    + "&checkpointPeriod=" + arguments[7] + "&maxPending=" + arguments[8]
                                    + "&report=file:"
                                    + folder.resolve("report"),
                            null,
                            BulkResult.class);
            System.out.println(COPIED + result.counts().objects(What.COPIED));
        }
    }

    static File checkpoints(Path folder) {
        return folder.resolve("checkpoints").toFile();
    }
}

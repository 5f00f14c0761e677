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

import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyTask;
import java.io.File;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.FileStateRepository;

/**
 * One copy in a process that can be killed, with its journal in a file. Prints a line for each part and one for the result.
 * Told to, it does not go on after some parts, and waits to be killed.
 */
@SuppressWarnings("SystemOut") // the test that started the process reads it
final class CopyInAProcess {

    private CopyInAProcess() {}

    /** Arguments: endpoint, access key, secret key, region, bucket, journal file, resume, after how many parts to stay. */
    public static void main(String[] arguments) throws Exception {
        int stay = Integer.parseInt(arguments[7]);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            S3CopyConfiguration defaults =
                    camel.getComponent("s3copy", S3CopyComponent.class).getConfiguration();
            defaults.setOverrideEndpoint(true);
            defaults.setUriEndpointOverride(arguments[0]);
            defaults.setAccessKey(arguments[1]);
            defaults.setSecretKey(arguments[2]);
            defaults.setRegion(arguments[3]);
            defaults.setForcePathStyle(true);
            defaults.setMultipartThreshold("5MiB");
            defaults.setPartSize("5MiB");
            defaults.setMaxPending(1);
            // nothing is asked or looked at that has nothing to do with what was left
            defaults.setServiceTraits("aws");
            defaults.setResume(Boolean.parseBoolean(arguments[6]));
            defaults.setJournalLease(1_000);
            defaults.setJournal(FileStateRepository.fileStateRepository(new File(arguments[5])));
            defaults.setCopyListener(new StaysAfter(stay));
            camel.start();
            Exchange copy = camel.createProducerTemplate()
                    .request(
                            "s3copy:" + arguments[4],
                            exchange -> exchange.getMessage()
                                    .setHeaders(Map.of(
                                            "CamelS3CopyCopySource", arguments[4] + "/from", "CamelS3CopyKey", "to")));
            if (copy.getException() != null) {
                throw copy.getException();
            }
            CopyResult result = copy.getMessage().getBody(CopyResult.class);
            System.out.println("copied " + result.parts() + " " + result.resumedParts() + " " + result.requests());
        }
    }

    private static final class StaysAfter implements CopyListener {

        private final int parts;
        private final AtomicInteger done = new AtomicInteger();

        private StaysAfter(int parts) {
            this.parts = parts;
        }

        @Override
        public void partDone(CopyTask copy, int number, int ofParts, long bytes) {
            System.out.println("part " + number);
            if (parts > 0 && done.incrementAndGet() >= parts) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}

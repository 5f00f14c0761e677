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
package io.s3copy.app.cli;

import io.s3copy.app.config.KeySource;
import io.s3copy.app.config.StoreSpec;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.engine.CopyResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Loads what a copy loads, so that the JVM can write it into an archive for faster starts. Asks a port of this machine where
 * nobody listens.
 */
@Command(name = "prepare", hidden = true, description = "Load what commands load. The script does so at its first use.")
final class PrepareCommand implements Callable<Integer> {

    private final CliContext context;

    PrepareCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        StoreSpec store = new StoreSpec(
                "prepare",
                URI.create("http://127.0.0.1:" + closedPort()),
                "us-east-1",
                true,
                new KeySource.DefaultChain());
        Map<String, String> once = Map.of("retryFor", "1");
        LogLines.Before before = LogLines.to(new Output(context.out(), context.err(), false, Output.Level.NONE, false));
        try (Session session = Session.open(context.config())) {
            S3CopyEndpoint endpoint = session.endpoint(store, "destination", once);
            S3CopyConfiguration own = endpoint.getConfiguration();
            own.setUseDefaultCredentialsProvider(false);
            own.setAccessKey("none");
            own.setSecretKey("none");
            own.setOperation(S3CopyOperation.copy);
            own.setCopySourceBucket("source");
            own.setCopySourceKey("key");
            Session.run(endpoint, CopyResult.class);
        } catch (Exception e) {
            // nobody answers there: classes are loaded all the same
            context.err().println("prepared: " + e.getClass().getSimpleName());
        }
        before.close();
        return CliExit.DONE.code();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

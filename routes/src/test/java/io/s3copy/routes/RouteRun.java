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
package io.s3copy.routes;

import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.S3Server;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;

/** A shipped route file, run by Camel Main with properties alone. */
public final class RouteRun implements AutoCloseable {

    private final Main main = new Main();

    private RouteRun() {}

    /**
     * Starts a route.
     *
     * @param name the file's name, without its ending
     * @param properties of the route, and of whatever it needs
     */
    @SafeVarargs
    public static RouteRun start(String name, S3Server s3, Map<String, String>... properties) {
        RouteRun run = new RouteRun();
        Map<String, String> all = new HashMap<>(s3Properties(s3));
        for (Map<String, String> some : properties) {
            all.putAll(some);
        }
        all.put("camel.main.shutdown-timeout", "10");
        all.put("camel.main.routes-include-pattern", "classpath:s3copy/routes/" + name + ".camel.yaml");
        all.forEach((key, value) -> run.main.addOverrideProperty(key, value));
        run.main.start();
        return run;
    }

    /** The properties by which the component finds an S3 server. */
    public static Map<String, String> s3Properties(S3Server s3) {
        return Map.of(
                "camel.component.s3copy.override-endpoint", "true",
                "camel.component.s3copy.uri-endpoint-override", s3.endpoint().toString(),
                "camel.component.s3copy.force-path-style", "true",
                "camel.component.s3copy.region", s3.region(),
                "camel.component.s3copy.access-key", s3.accessKey(),
                "camel.component.s3copy.secret-key", s3.secretKey(),
                // the recording stub answers as AWS does
                "camel.component.s3copy.service-traits", s3 instanceof RecordingS3 ? "aws" : "auto");
    }

    public CamelContext camel() {
        return main.getCamelContext();
    }

    /** Waits until something is so, and stops the route in any case. */
    public void until(Callable<Boolean> done) {
        try {
            Awaitility.await().until(done);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        main.stop();
    }
}

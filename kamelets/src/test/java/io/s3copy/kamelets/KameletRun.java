package io.s3copy.kamelets;

import io.s3copy.routes.RouteRun;
import io.s3copy.testkit.S3Server;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** A shipped Pipe or Integration, run by Camel Main with properties alone. */
final class KameletRun implements AutoCloseable {

    private final Main main = new Main();

    private KameletRun() {}

    @SafeVarargs
    static KameletRun pipe(String name, S3Server s3, Map<String, String>... properties) {
        return start("classpath:pipes/" + name + ".yaml", s3, properties);
    }

    @SafeVarargs
    static KameletRun integration(String name, S3Server s3, Map<String, String>... properties) {
        return start("classpath:pipes/" + name + ".yaml", s3, properties);
    }

    @SafeVarargs
    static KameletRun start(String routes, S3Server s3, Map<String, String>... properties) {
        KameletRun run = new KameletRun();
        Map<String, String> all = new HashMap<>(RouteRun.s3Properties(s3));
        for (Map<String, String> some : properties) {
            all.putAll(some);
        }
        all.put("camel.main.shutdown-timeout", "10");
        all.put("camel.main.routes-include-pattern", routes);
        all.forEach((key, value) -> run.main.addOverrideProperty(key, value));
        run.main.start();
        return run;
    }

    static Map<String, String> aws2S3(S3Server s3) {
        return Map.of(
                "camel.component.aws2-s3.override-endpoint", "true",
                "camel.component.aws2-s3.uri-endpoint-override", s3.endpoint().toString(),
                "camel.component.aws2-s3.force-path-style", "true",
                "camel.component.aws2-s3.access-key", s3.accessKey(),
                "camel.component.aws2-s3.secret-key", s3.secretKey());
    }

    CamelContext camel() {
        return main.getCamelContext();
    }

    @Override
    public void close() {
        main.stop();
    }
}

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
package io.s3copy.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.job.Jobs;
import io.s3copy.app.job.Schedules;
import io.s3copy.app.ops.Operations;
import io.s3copy.app.route.OwnRoutes;
import io.s3copy.app.store.Database;
import org.apache.camel.quarkus.core.CamelRuntime;
import org.eclipse.microprofile.config.Config;

/** Runs the jobs of the configuration, and shows them, until it is told to end. */
public class Serve implements QuarkusApplication {

    private final CamelRuntime camel;
    private final Config config;
    private final Configuration configuration;
    private final Database database;
    private final Jobs jobs;
    private final Schedules schedules;
    private final OwnRoutes routes;
    private final HttpServer http;
    private final Operations operations;

    Serve(
            CamelRuntime camel,
            Config config,
            Configuration configuration,
            Database database,
            Jobs jobs,
            Schedules schedules,
            OwnRoutes routes,
            HttpServer http,
            Operations operations) {
        this.camel = camel;
        this.config = config;
        this.configuration = configuration;
        this.database = database;
        this.jobs = jobs;
        this.schedules = schedules;
        this.routes = routes;
        this.http = http;
        this.operations = operations;
    }

    @Override
    public int run(String... args) {
        SettingsRules.checkEnvironment(System.getenv().keySet());
        SettingsRules.refuseOfCommand(config);
        camel.start(new String[0]);
        schedules.check();
        database.whenTaken(() -> Quarkus.asyncExit(ExitCode.STOPPED.code()));
        database.open(configuration);
        routes.begin();
        operations.begin();
        schedules.begin();
        operations.show();
        System.out.println("Health and metrics: " + operations.address());
        System.out.println("Page: " + url() + "  (end it with Ctrl-C)");
        Quarkus.waitForExit();
        System.out.println("Stopping: runs write down what is done, and go on at the next start");
        jobs.stop();
        database.close();
        return ExitCode.DONE.code();
    }

    private String url() {
        // Quarkus's own base URI is there only where it also answers unencrypted
        String host = config.getValue("quarkus.http.host", String.class);
        boolean encrypted = http.getSecurePort() > 0;
        return (encrypted ? "https://" : "http://")
                + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":"
                + (encrypted ? http.getSecurePort() : http.getPort()) + "/";
    }
}

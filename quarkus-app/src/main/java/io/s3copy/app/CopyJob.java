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
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.quarkus.core.CamelRuntime;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs the route once, then ends with an exit code or stays up. */
public class CopyJob implements QuarkusApplication {

    private final CamelRuntime camel;
    private final ProducerTemplate template;
    private final Settings settings;
    private final Service service;
    private final Credentials credentials;
    private final StartCheck startCheck;
    private final Report report;

    CopyJob(
            CamelRuntime camel,
            ProducerTemplate template,
            Settings settings,
            Service service,
            Credentials credentials,
            StartCheck startCheck,
            Report report) {
        this.camel = camel;
        this.template = template;
        this.settings = settings;
        this.service = service;
        this.credentials = credentials;
        this.startCheck = startCheck;
        this.report = report;
    }

    @Override
    public int run(String... args) {
        Arguments arguments = Arguments.read(args);
        SettingsRules.checkEnvironment(System.getenv().keySet());
        SettingsRules.check(settings);
        SettingsRules.checkRegion(settings, ConfigProvider.getConfig());
        // an application with a main of its own starts Camel by itself
        camel.start(new String[0]);
        credentials.check();
        startCheck.check();
        report.dryRun(service.options().isDryRun());
        Exchange job = template.request("direct:copy-bucket", exchange -> {});
        if (job.getException() != null) {
            throw new IllegalStateException("The route failed", job.getException());
        }
        if (!arguments.exit() && !settings.exit() && !report.isStopped()) {
            System.out.println("Done. Still up: end it with Ctrl-C");
            Quarkus.waitForExit();
        }
        return report.exitCode().code();
    }
}

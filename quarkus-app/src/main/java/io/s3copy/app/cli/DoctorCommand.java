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

import io.s3copy.app.cli.ServiceOptions.Where;
import io.s3copy.app.config.StoreSpec;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.camel.S3CopyOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at what a job needs. */
@Command(
        name = "doctor",
        description =
                "Look at what a copy needs: buckets, Regions, permissions, versioning, ownership, encryption, lifecycle."
                        + " Changes nothing.")
final class DoctorCommand extends S3Command {

    @Mixin
    private Places places = new Places();

    @Option(names = "--recursive", description = "All objects under SRC.")
    private boolean recursive;

    @Option(names = "--raw", description = "Take * and ? in keys as they are.")
    private boolean raw;

    @Mixin
    private CopyOptions copies = new CopyOptions();

    DoctorCommand(CliContext context) {
        super(context);
    }

    @Override
    CliExit run(Output output) throws Exception {
        boolean prefix = places.source().place().key().isEmpty()
                || places.source().place().key().endsWith("/");
        Scope scope = Scope.of(places.source(), places.destination(), recursive || prefix, raw);
        Map<String, String> said = new TreeMap<>();
        copies.addTo(said);
        Map<String, String> options = options(said);
        Where where = where();
        List<Finding> findings;
        try (Session session = Session.open(context().config())) {
            S3CopyEndpoint destination =
                    started(session, where.store(), scope.destination().bucket(), options);
            S3CopyEndpoint source = where.sourceRegion() == null
                    ? destination
                    : started(
                            session,
                            elsewhere(where.store(), where.sourceRegion()),
                            scope.source().bucket(),
                            Map.of());
            findings = new Doctor(
                            source.clients().destinationClient(),
                            destination.clients().destinationClient(),
                            scope,
                            options)
                    .look();
        }
        CliExit exit = CliExit.DONE;
        for (Finding finding : findings) {
            output.done(finding.line(), finding.fields());
            exit = exit.or(finding.exit());
        }
        output.summary(count(findings), summary(findings, exit));
        return exit;
    }

    private static S3CopyEndpoint started(Session session, StoreSpec store, String bucket, Map<String, String> options)
            throws Exception {
        S3CopyEndpoint endpoint = session.endpoint(store, bucket, options);
        S3CopyConfiguration own = endpoint.getConfiguration();
        own.setOperation(S3CopyOperation.copy);
        endpoint.start();
        return endpoint;
    }

    private static StoreSpec elsewhere(StoreSpec store, @Nullable String region) {
        return new StoreSpec(store.name() + "-source", store.endpoint(), region, store.pathStyle(), store.keys());
    }

    private static long of(List<Finding> findings, Finding.Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    private static String count(List<Finding> findings) {
        List<String> parts = new ArrayList<>();
        for (Finding.Level level : Finding.Level.values()) {
            parts.add(of(findings, level) + " " + level.name().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", parts);
    }

    private static Map<String, Object> summary(List<Finding> findings, CliExit exit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "summary");
        fields.put("command", "doctor");
        for (Finding.Level level : Finding.Level.values()) {
            fields.put(level.name().toLowerCase(Locale.ROOT), of(findings, level));
        }
        fields.put("exitCode", exit.code());
        return fields;
    }
}

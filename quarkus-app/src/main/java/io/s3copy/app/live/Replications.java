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
package io.s3copy.app.live;

import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.config.ReplicationSpec;
import io.s3copy.app.config.ReplicationSpec.From;
import io.s3copy.app.config.WebhookPath;
import io.s3copy.app.job.Execution;
import io.s3copy.app.job.JobEndpoints;
import io.s3copy.app.job.Jobs;
import io.s3copy.app.job.RunThreads;
import io.s3copy.app.job.Teller;
import io.s3copy.app.job.Work;
import io.s3copy.app.job.WorkSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.kafka.KafkaComponent;

/** Makes replications: each has a route and components of its own. */
@ApplicationScoped
class Replications implements WorkSource {

    private static final String LETTERS = "-letters";

    private final CamelContext camel;
    private final JobEndpoints endpoints;
    private final Jobs jobs;
    private final RunThreads threads;
    private final Webhooks webhooks;
    private final Instance<Configuration> configuration;

    Replications(
            CamelContext camel,
            JobEndpoints endpoints,
            Jobs jobs,
            RunThreads threads,
            Webhooks webhooks,
            Instance<Configuration> configuration) {
        this.webhooks = webhooks;
        this.configuration = configuration;
        this.camel = camel;
        this.endpoints = endpoints;
        this.jobs = jobs;
        this.threads = threads;
    }

    @Override
    public boolean makes(JobKind kind) {
        return kind == JobKind.REPLICATE;
    }

    @Override
    public Work work(Execution execution, Teller teller) {
        JobSpec job = execution.job();
        ReplicationSpec spec = Objects.requireNonNull(job.replication());
        // no name of a job has a dot: the names of one are not the begin of another's
        String id = job.name() + ReplicationSpec.ROUTE;
        SqsAccess sqs = new SqsAccess(camel, job);
        LiveRoute route = new LiveRoute(
                camel,
                id,
                spec.from().route(),
                values(job, spec),
                Map.of("s3copy", () -> endpoints.liveComponent(job), scheme(spec.from()), () -> switch (spec.from()) {
                    case SQS -> sqs.component();
                    case KAFKA -> kafka();
                    case WEBHOOK -> webhooks.component(job.name());
                }));
        if (spec.from() == From.WEBHOOK) {
            camel.getRegistry()
                    .bind(
                            id + LETTERS,
                            new DeadLetterFile(configuration
                                    .get()
                                    .data()
                                    .resolve("dead-letters")
                                    .resolve(job.name() + ".jsonl")));
        }
        return new Replication(
                execution,
                teller,
                jobs,
                threads,
                InstantSource.system(),
                spec,
                route,
                spec.notifies() ? new NotificationSetUp(endpoints, job, spec, sqs) : null,
                spec.hook() == null ? null : new Hook(spec.hook(), InstantSource.system()));
    }

    private static Map<String, String> values(JobSpec job, ReplicationSpec spec) {
        Map<String, String> values = new TreeMap<>(spec.events());
        values.put("destination", job.destination().bucket());
        values.put("sources", job.source().bucket());
        String secret = spec.secret();
        if (secret != null) {
            values.put("secret", secret);
            values.put("path", WebhookPath.of(job.name()).substring(1));
            values.put("dead-letter", "bean:" + job.name() + ReplicationSpec.ROUTE + LETTERS);
        }
        put(values, "event-prefix", job.source().key());
        put(values, "strip-prefix", job.source().key());
        put(values, "key-prefix", job.destination().key());
        put(values, "event-include", job.options().getOrDefault("include", ""));
        put(values, "event-exclude", job.options().getOrDefault("exclude", ""));
        return values;
    }

    private static String scheme(From from) {
        return switch (from) {
            case SQS -> "aws2-sqs";
            case KAFKA -> "kafka";
            case WEBHOOK -> "platform-http";
        };
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    private Component kafka() {
        KafkaComponent component = new KafkaComponent(camel);
        component.setConfiguration(camel.getComponent("kafka", KafkaComponent.class)
                .getConfiguration()
                .copy());
        return component;
    }
}

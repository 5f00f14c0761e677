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

import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.config.KeySource;
import io.s3copy.app.config.ReplicationSpec;
import io.s3copy.app.config.ReplicationSpec.From;
import io.s3copy.app.config.StoreSpec;
import io.s3copy.app.job.Execution;
import io.s3copy.app.job.JobEndpoints;
import io.s3copy.app.job.Jobs;
import io.s3copy.app.job.RunThreads;
import io.s3copy.app.job.Teller;
import io.s3copy.app.job.Work;
import io.s3copy.app.job.WorkSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.aws2.sqs.Sqs2Component;
import org.apache.camel.component.aws2.sqs.Sqs2Configuration;
import org.apache.camel.component.kafka.KafkaComponent;

/** Makes replications: each has a route and components of its own. */
@ApplicationScoped
class Replications implements WorkSource {

    private final CamelContext camel;
    private final JobEndpoints endpoints;
    private final Jobs jobs;
    private final RunThreads threads;

    Replications(CamelContext camel, JobEndpoints endpoints, Jobs jobs, RunThreads threads) {
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
        LiveRoute route = new LiveRoute(
                camel,
                id,
                spec.from().route(),
                values(job, spec),
                Map.of(
                        "s3copy",
                        () -> endpoints.liveComponent(job),
                        spec.from() == From.SQS ? "aws2-sqs" : "kafka",
                        () -> spec.from() == From.SQS ? sqs(job.store(), spec) : kafka()));
        return new Replication(execution, teller, jobs, threads, InstantSource.system(), spec, route);
    }

    private static Map<String, String> values(JobSpec job, ReplicationSpec spec) {
        Map<String, String> values = new TreeMap<>(spec.events());
        values.put("destination", job.destination().bucket());
        values.put("sources", job.source().bucket());
        put(values, "event-prefix", job.source().key());
        put(values, "strip-prefix", job.source().key());
        put(values, "key-prefix", job.destination().key());
        put(values, "event-include", job.options().getOrDefault("include", ""));
        put(values, "event-exclude", job.options().getOrDefault("exclude", ""));
        return values;
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    /** Options of the component that were given as camel.component.aws2-sqs hold for every job. */
    private Component sqs(StoreSpec store, ReplicationSpec spec) {
        Sqs2Configuration own = camel.getComponent("aws2-sqs", Sqs2Component.class)
                .getConfiguration()
                .copy();
        if (spec.region() != null) {
            own.setRegion(spec.region());
        } else if (store.region() != null && own.getRegion() == null) {
            own.setRegion(store.region());
        }
        if (spec.endpoint() != null) {
            own.setOverrideEndpoint(true);
            own.setUriEndpointOverride(spec.endpoint());
        }
        if (store.keys() instanceof KeySource.SecretFiles files) {
            KeySource.Keys keys = files.read();
            own.setAccessKey(keys.accessKey());
            own.setSecretKey(keys.secretKey());
            if (keys.sessionToken() != null) {
                own.setUseSessionCredentials(true);
                own.setSessionToken(keys.sessionToken());
            }
        } else if (store.keys() instanceof KeySource.Profile profile) {
            own.setUseProfileCredentialsProvider(true);
            own.setProfileCredentialsName(profile.name());
        } else {
            own.setUseDefaultCredentialsProvider(true);
        }
        Sqs2Component component = new Sqs2Component(camel);
        component.setConfiguration(own);
        return component;
    }

    private Component kafka() {
        KafkaComponent component = new KafkaComponent(camel);
        component.setConfiguration(camel.getComponent("kafka", KafkaComponent.class)
                .getConfiguration()
                .copy());
        return component;
    }
}

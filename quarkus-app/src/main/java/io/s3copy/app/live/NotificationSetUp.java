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

import io.s3copy.app.config.JobSpec;
import io.s3copy.app.config.ReplicationSpec;
import io.s3copy.app.job.JobEndpoints;
import io.s3copy.camel.S3CopyEndpoint;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Lets the source's bucket send what a job needs to where the job reads it. Blocks. */
final class NotificationSetUp implements Callable<String> {

    private static final String CREATIONS = "ObjectCreated:*";

    private final JobEndpoints endpoints;
    private final JobSpec job;
    private final ReplicationSpec spec;
    private final SqsAccess sqs;

    NotificationSetUp(JobEndpoints endpoints, JobSpec job, ReplicationSpec spec, SqsAccess sqs) {
        this.endpoints = endpoints;
        this.job = job;
        this.spec = spec;
        this.sqs = sqs;
    }

    /** The id of a job's notification in its bucket. */
    static String id(String job) {
        return "s3copy-" + job;
    }

    /** What is left to somebody once the job is over. */
    static String reminder(JobSpec job) {
        return "Bucket " + job.source().bucket() + " keeps its notification " + id(job.name())
                + ": remove it once nobody reads it";
    }

    @Override
    public String call() throws Exception {
        String given = spec.notifyArn();
        String arn = given.isEmpty() ? sqs.arn(spec.events().getOrDefault("queue", "")) : given;
        S3CopyEndpoint endpoint = endpoints.source(job);
        try {
            return new BucketNotifications(
                            endpoint.clients().destinationClient(),
                            job.source().bucket(),
                            job.options().get("expectedSourceBucketOwner"),
                            job.store().endpoint() == null)
                    .ensure(new NotificationRule(
                            id(job.name()), arn, events(), job.source().key(), ""));
        } finally {
            endpoint.stop();
        }
    }

    /** Those that the route applies, by S3's names. */
    private Set<String> events() {
        return Arrays.stream(
                        spec.events().getOrDefault("event-types", CREATIONS).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.startsWith("s3:") ? name : "s3:" + name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

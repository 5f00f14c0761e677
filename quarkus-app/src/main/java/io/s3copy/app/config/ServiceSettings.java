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
package io.s3copy.app.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/**
 * What the service is told: its stores and its jobs. All of it is text here, so that {@link Configuration} can say of all
 * mistakes at once what they are.
 */
@ConfigMapping(prefix = "s3copy")
public interface ServiceSettings {

    /** The S3 services, each with its credentials, by name. */
    Map<String, Store> stores();

    /** The jobs, by name. */
    Map<String, Job> jobs();

    /** The folder of reports and of the H2 file, if there is one. One process works with it at a time. Default: ./s3copy-data. */
    @WithDefault("./s3copy-data")
    String data();

    /** How many runs of each job are kept, with their reports: 1 to 100000. Default: 100. */
    @WithDefault("100")
    String keepRuns();

    /** How many runs work at a time, without those of replications; others wait for their turn. Default: no limit. */
    Optional<String> maxRuns();

    /** The folder of your own routes (*.camel.yaml) and Kamelets (*.kamelet.yaml). Default: none. */
    Optional<String> routes();

    /** Where runs are kept, if not in an H2 file of that folder. */
    Database database();

    /** Who signs in with a password, by name. Default: nobody has to, and only this machine reaches the service. */
    Map<String, User> users();

    /** Whether a proxy before the service speaks TLS, and nobody reaches the service but through it. Default: false. */
    @WithDefault("false")
    String behindProxy();

    /** Somebody who signs in with a password. */
    interface User {

        /** What they may do: viewer (see) or operator (begin and stop runs, too). */
        Optional<String> role();

        /** The file with the bcrypt hash of the password, as s3copy hash-password prints it. */
        Optional<String> passwordHashFile();
    }

    /** A PostgreSQL database. */
    interface Database {

        /** Its URL: jdbc:postgresql://host/database, with parameters of its driver. Default: an H2 file. */
        Optional<String> url();

        /** The user that owns the tables. */
        Optional<String> username();

        /** The file with the password. */
        Optional<String> passwordFile();
    }

    /** An S3 service, as one identity reaches it. */
    interface Store {

        /** The URL of the service. Default: AWS. */
        Optional<String> endpoint();

        /** The Region to sign for. Default: what the AWS SDK finds; us-east-1 with an endpoint. */
        Optional<String> region();

        /** Whether the bucket stands in the path: most servers other than AWS need it. Default: false. */
        Optional<String> pathStyle();

        /** Who signs: default (the AWS SDK's default chain), profile, or static. Default: default. */
        Optional<String> credentials();

        /** The profile of credentials=profile. */
        Optional<String> profile();

        /** The file with the access key id of credentials=static. */
        Optional<String> accessKeyFile();

        /** The file with its secret. */
        Optional<String> secretKeyFile();

        /** The file with the token that goes with temporary keys. */
        Optional<String> sessionTokenFile();
    }

    /** A job: what is done with which objects. */
    interface Job {

        /** What is done: copy, sync, check, cleanup or replicate. */
        Optional<String> kind();

        /** What is copied, or compared: s3://bucket/prefix/. */
        Optional<String> source();

        /** Where it is copied to, or compared with: s3://bucket/prefix/. */
        Optional<String> destination();

        /** The store of both. Default: the only one. */
        Optional<String> store();

        /** The store of the source, if it is in another Region of the same service. */
        Optional<String> sourceStore();

        /** Patterns; a key must match one of them. Default: all keys. */
        Optional<String> include();

        /** Patterns; a key that matches one of them is left alone. */
        Optional<String> exclude();

        /** When a run begins: minute, hour, day of the month, month, day of the week. Default: when it is told to. */
        Optional<String> cron();

        /** Whether a run begins when the process starts. Default: false. */
        Optional<String> atStart();

        /** Whose run begins first when several wait for their turn: 0 to 9, and the highest goes first. Default: 5. */
        @WithDefault("5")
        String priority();

        /** A run that would copy more objects waits for a yes. Default: none does. */
        Optional<String> confirmAbove();

        /** Whether a run that would delete an object waits for a yes. Default: false. */
        Optional<String> confirmDeletes();

        /**
         * Where a job of kind replicate hears of new objects: from (sqs, kafka or webhook), queue and dead-letter-queue, or topic and
         * dead-letter-topic, and other properties of the route.
         */
        Map<String, String> events();

        /** What makes up for lost events, and how a cut-over goes: backfill, reconcile, lag-horizon, quiet, cut-over-within. */
        Map<String, String> replicate();

        /** Options of the component, such as storage-class, if-exists, requests-per-second, or check. */
        Map<String, String> options();
    }
}

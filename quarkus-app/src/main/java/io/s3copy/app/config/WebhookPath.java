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

import io.s3copy.app.config.ReplicationSpec.From;
import org.jspecify.annotations.Nullable;

/** Where senders post notifications to jobs that hear of new objects by webhook. */
public final class WebhookPath {

    private static final String BEGIN = "/events/";

    private WebhookPath() {}

    /** The path of a job. */
    public static String of(String job) {
        return BEGIN + job;
    }

    /**
     * The job at a path; null where there is none.
     *
     * @param path as it is routed
     */
    public static @Nullable String job(Configuration configuration, @Nullable String path) {
        if (path == null || !path.startsWith(BEGIN)) {
            return null;
        }
        JobSpec job = configuration.jobs().get(path.substring(BEGIN.length()));
        return job != null && job.replication() != null && job.replication().from() == From.WEBHOOK ? job.name() : null;
    }
}

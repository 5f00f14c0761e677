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
package io.s3copy.app.job;

import io.s3copy.app.config.JobSpec;
import io.s3copy.app.job.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dead letters of the jobs of the configuration, and what operators do with them. Methods block. */
@ApplicationScoped
public class DeadLetters {

    private final Jobs jobs;
    private final Instance<DeadLetterSource> sources;

    DeadLetters(Jobs jobs, @Any Instance<DeadLetterSource> sources) {
        this.jobs = jobs;
        this.sources = sources;
    }

    /**
     * Looks at some.
     *
     * @throws RefusedException if there is no such job, or it has none that can be looked at
     */
    public List<DeadLetter> look(String job, int limit) {
        JobSpec spec = jobs.spec(job);
        return source(spec).look(spec, limit);
    }

    /**
     * Sends messages again to where the job reads.
     *
     * @param id only the one of this id; null for all that are there
     * @return how many were sent again
     * @throws RefusedException if there is no such job or message
     */
    public int replay(String job, @Nullable String id, int limit) {
        JobSpec spec = jobs.spec(job);
        int sent = source(spec).replay(spec, id, limit);
        if (id != null && sent == 0) {
            throw new RefusedException(
                    Reason.UNKNOWN,
                    "There is no dead letter of that id, or somebody looks at it just now. Look again in a minute");
        }
        return sent;
    }

    private DeadLetterSource source(JobSpec job) {
        return sources.stream()
                .filter(source -> source.has(job))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        Reason.UNKNOWN,
                        "Job " + job.name() + " has no dead letters here: only those of a queue (events.from=sqs) are"
                                + " shown"));
    }
}

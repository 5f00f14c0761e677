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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where dead letters of jobs are, and where messages are sent again. Methods block. */
public interface DeadLetterSource {

    /** Whether it has those of a job. */
    boolean has(JobSpec job);

    /**
     * Looks at some. They stay where they are; those that somebody else looks at are not seen.
     *
     * @throws RefusedException if the service of the queue does not answer
     */
    List<DeadLetter> look(JobSpec job, int limit);

    /**
     * Sends messages again to where the job reads, each before it is deleted.
     *
     * @param id only the one of this id; null for all that were there when it began
     * @param limit so many at most
     * @return how many were sent again
     * @throws RefusedException if the service of a queue does not answer; what was not sent again is where it was
     */
    int replay(JobSpec job, @Nullable String id, int limit);
}

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
package io.s3copy.engine;

import io.s3copy.engine.journal.Journaling;
import io.s3copy.parameter.CopyRequest;
import java.util.concurrent.Executor;

/** Whether and how the uploads of copies are remembered. */
@FunctionalInterface
interface UploadRecords {

    /** They are not. */
    UploadRecords NONE = (session, request, plan, resume) -> NoopUploadRecord.INSTANCE;

    /**
     * In a journal.
     *
     * @param timer for the signs of life of those that run
     */
    static UploadRecords in(Journaling journaling, Executor timer) {
        return (session, request, plan, resume) ->
                new JournaledUpload(journaling, timer, session, request, plan, resume);
    }

    /**
     * What is remembered of the upload of one copy.
     *
     * @param resume whether an interrupted upload is resumed; otherwise it is aborted
     */
    UploadRecord of(CopySession session, CopyRequest request, MultipartCopy.Plan plan, boolean resume);
}

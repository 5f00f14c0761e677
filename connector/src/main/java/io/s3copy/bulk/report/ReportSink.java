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
package io.s3copy.bulk.report;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where the reports of a job go. Never throws: a failure is in the future. */
public interface ReportSink {

    /**
     * Writes a file of the report, whole or not at all. What has the name already is replaced.
     *
     * @param name of letters, digits, hyphens, dots, and slashes between the names of folders
     */
    CompletableFuture<Void> write(String name, byte[] content, String contentType);

    /** Reads a file of the report; null if there is none. Only where it is sure that there is none: any other failure fails. */
    CompletableFuture<byte @Nullable []> read(String name);

    /** Where a file of that name is; where a folder is, if the name ends with a slash; where all is, if it is empty. */
    Place place(String name);

    /** Whether anything is kept. If not, nothing needs to be collected for it. */
    default boolean isKept() {
        return true;
    }

    /**
     * Where a file is.
     *
     * @param bucket null for a file of this machine
     * @param key the key in the bucket, or the path of the file
     */
    record Place(@Nullable String bucket, String key) {

        /** As people write it. */
        @Override
        public String toString() {
            return bucket == null ? key : "s3://" + bucket + "/" + key;
        }
    }
}

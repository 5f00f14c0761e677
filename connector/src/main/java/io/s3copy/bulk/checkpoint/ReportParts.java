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
package io.s3copy.bulk.checkpoint;

import java.util.List;

/**
 * What of a report is written and counted. Most of its files are named by index files in the folder of the report, so that
 * a checkpoint does not grow with its run.
 *
 * @param folder of the report; empty in a checkpoint of a build that knew none
 * @param parts the number of the last part that counts; 0 for none
 * @param indexes how many index files count
 * @param digest of the last of these, which holds that of the one before; empty where there is none
 * @param open the files that no index file names, in the order in which they were written
 */
public record ReportParts(String folder, int parts, int indexes, String digest, List<ReportPart> open) {

    /** What later changes of the list do not change. */
    public ReportParts {
        open = List.copyOf(open);
    }

    /** A report of which nothing is written. */
    public static ReportParts none(String folder) {
        return new ReportParts(folder, 0, 0, "", List.of());
    }
}

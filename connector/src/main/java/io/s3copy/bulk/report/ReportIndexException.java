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

import io.s3copy.parameter.S3CopyException;

/** A file is lost that names files of a report, so that a run that goes on could not tell of all that it has done. */
public final class ReportIndexException extends S3CopyException {

    private static final long serialVersionUID = 1L;

    private ReportIndexException(ReportSink.Place place, String what) {
        super(
                "The report of this run cannot go on: " + place + " " + what
                        + ". It names files of the report that the checkpoint counts. Put it back as it was; or delete the"
                        + " checkpoint, and the run begins anew",
                null);
    }

    static ReportIndexException missing(ReportSink.Place place) {
        return new ReportIndexException(place, "is not there");
    }

    static ReportIndexException changed(ReportSink.Place place) {
        return new ReportIndexException(place, "is not what this run has written");
    }
}

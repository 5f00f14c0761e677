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

import io.s3copy.bulk.BulkOutcome.What;

/** Which objects a report names. All are counted, named or not. */
public enum ReportSelection {
    /** Every object of the run. */
    all,
    /** What was changed, is left to do, or failed. */
    changed,
    /** What failed, or is other than it should be. */
    failed,
    /** No object; there is only a summary. */
    none;

    /** Whether objects with that outcome are named. */
    public boolean includes(What what) {
        return switch (this) {
            case all -> true;
            case changed -> what == What.COPIED || what == What.DELETED || what.isLeftToDo();
            case failed -> what.isLeftToDo();
            case none -> false;
        };
    }
}

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
package io.s3copy.app;

/** How the process ends, for scripts. README and {@code --help} say the same. */
enum ExitCode {
    DONE(0, "every listed object was copied, or skipped as the options say; in a dry run, nothing stands in its way"),
    SOME_FAILED(1, "some objects were not copied, or the source was not listed to its end"),
    NOT_STARTED(2, "nothing was tried: a setting is wrong, or a bucket, the service or credentials are not there"),
    STOPPED(3, "the run was stopped before its end, by a fault that every further object would meet"),
    WARNINGS(
            4, "no object failed, but nothing was listed, a copy lacks what its source has, or a move left its source");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}

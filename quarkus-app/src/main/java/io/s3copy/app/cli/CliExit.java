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
package io.s3copy.app.cli;

/** How a command ends, for scripts. docs/cli.md says the same. */
public enum CliExit {
    DONE(0, "all is done, and as it should be"),
    FAILED(1, "something failed, or was stopped before its end; or a check found differences"),
    USAGE(2, "nothing was tried: the command line or the configuration is wrong"),
    WARNINGS(3, "nothing failed, and somebody should look: nothing was found, a source was left, or nobody can say");

    private final int code;
    private final String meaning;

    CliExit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The exit code. */
    public int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }

    /** The one that scripts must see of two. */
    CliExit or(CliExit other) {
        return this == FAILED || other == DONE ? this : other == FAILED || this == DONE ? other : this;
    }
}

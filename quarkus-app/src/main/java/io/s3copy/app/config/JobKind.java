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

import java.util.Locale;

/** What a job does. */
public enum JobKind {
    /** Copies all objects under a prefix. */
    COPY("copyPrefix"),
    /** Compares both sides, and changes nothing. */
    CHECK("check");

    private final String operation;

    JobKind(String operation) {
        this.operation = operation;
    }

    /** The operation of the component. */
    public String operation() {
        return operation;
    }

    /** As the configuration has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

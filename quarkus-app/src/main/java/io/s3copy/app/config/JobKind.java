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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a job does. */
public enum JobKind {
    /** Copies all objects under a prefix. */
    COPY("copyPrefix"),
    /** Copies what is missing or differs at the destination; if told to, deletes there what the source does not have. */
    SYNC("sync"),
    /** Compares both sides, and changes nothing. */
    CHECK("check"),
    /** Aborts old incomplete uploads at the destination, whose parts go on costing. */
    CLEANUP("cleanup"),
    /** Follows the events of the source, copies what was there before, and makes up for lost events, until a cut-over. */
    REPLICATE(null);

    private final @Nullable String operation;

    JobKind(@Nullable String operation) {
        this.operation = operation;
    }

    /** The operation of the component that is a run; null where a run is more than one. */
    public @Nullable String operation() {
        return operation;
    }

    /** All, as a sentence names them. */
    static String listed() {
        List<String> all = Arrays.stream(values()).map(JobKind::text).toList();
        return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.get(all.size() - 1);
    }

    /** As the configuration has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

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

import io.s3copy.parameter.S3CopyException;
import io.s3copy.text.Digests;
import io.s3copy.text.Printable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which job a run does: all that decides what it does to which object. A run goes on only from a checkpoint of the same job.
 *
 * @param options names and values, as they are shown to people; no secrets
 */
public record JobIdentity(Map<String, String> options) {

    /** The identity, which later changes of the map do not change. */
    public JobIdentity {
        Map<String, String> deciding = new LinkedHashMap<>(options);
        // a limit of deletions decides about no object; checkpoints of early builds have it
        deciding.remove("maxDelete");
        options = Collections.unmodifiableMap(deciding);
    }

    /** The SHA-256 of all options, whatever their order, in lower-case hexadecimal digits. */
    public String hash() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new TreeMap<>(options).forEach((name, value) -> {
            write(bytes, name);
            write(bytes, value);
        });
        return Digests.sha256Hex(bytes.toByteArray());
    }

    /** With its length, so that no two maps have the same bytes. */
    private static void write(ByteArrayOutputStream bytes, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
        bytes.writeBytes(utf8);
    }

    /**
     * Does nothing if a checkpoint is of this job.
     *
     * @param found the job of the checkpoint
     * @throws OtherJobException if not; it names each option that differs, with both values
     */
    public void refuseOther(JobIdentity found) {
        Set<String> names = new LinkedHashSet<>(options.keySet());
        names.addAll(found.options.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            @Nullable String here = options.get(name);
            @Nullable String there = found.options.get(name);
            if (here == null || !here.equals(there)) {
                differences.add(name + " is " + shown(here) + ", and was " + shown(there));
            }
        }
        if (!differences.isEmpty()) {
            throw new OtherJobException(differences);
        }
    }

    private static String shown(@Nullable String value) {
        return value == null ? "not set" : "'" + value + "'";
    }

    /** A checkpoint belongs to another job, or to the same with other options. */
    public static final class OtherJobException extends S3CopyException {

        private static final long serialVersionUID = 1L;

        private OtherJobException(List<String> differences) {
            super(
                    Printable.of("The checkpoint is of another job: " + String.join("; ", differences)
                            + ". Run with the options it was begun with, or name another checkpoint"),
                    null);
        }
    }
}

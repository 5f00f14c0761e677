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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.s3copy.bulk.checkpoint.ReportPart;
import io.s3copy.text.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A file that names files of a report.
 *
 * @param folder of the run whose report it is
 * @param number of this file, from 1 on
 * @param before the digest of the one before; empty in the first
 * @param files in the order in which they were written
 */
record IndexFile(String folder, int number, String before, List<ReportPart> files) {

    private static final int NAMED_DIGITS = 16;

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Its name in the folder of the run. As its digest is a part of it, nothing that is written later takes its place. */
    static String name(int number, String digest) {
        return String.format(Locale.ROOT, "index/%06d-%s.json", number, digest.substring(0, NAMED_DIGITS));
    }

    byte[] write() {
        try {
            return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers can be written", e);
        }
    }

    /** Reads what a run has written: its digest is known by now. */
    static IndexFile read(byte[] content) {
        try {
            return JSON.readValue(content, IndexFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("An index file of a report cannot be read", e);
        }
    }

    /** The SHA-256 of a file, in lower-case hexadecimal digits. As the file holds that of the one before, it is one of all. */
    static String digest(byte[] content) {
        return Digests.sha256Hex(content);
    }
}

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
package io.s3copy.engine.http;

import io.s3copy.engine.answer.Dates;
import io.s3copy.engine.answer.Proof;
import io.s3copy.engine.answer.S3Answers;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.parameter.CopyRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what HEAD says of an object. */
final class HeadReader {

    static final String API = "HeadObject";

    private static final String META = "x-amz-meta-";
    private static final String CHECKSUM = "x-amz-checksum-";
    private static final String[] SYSTEM = {
        "Content-Type", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Expires"
    };

    /** The members by the ends of their headers, in lower case. */
    private static final Map<String, String> CHECKSUMS = new HashMap<>();

    static {
        for (String name : new String[] {
            "CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"
        }) {
            CHECKSUMS.put(name.toLowerCase(Locale.ROOT), "Checksum" + name);
        }
    }

    private HeadReader() {}

    /**
     * What HEAD says.
     *
     * @throws io.s3copy.engine.failure.S3CallException if it is a refusal, or tells nothing of an object
     */
    static ObjectHead read(CopyRequest about, HttpCall http, RawAnswer answer) {
        if (answer.isRefusal()) {
            throw RefusalReader.read(API, about, http, answer);
        }
        // of an object that S3 tells of without an ETag, no repetition tells it
        if (answer.header("ETag") == null && !S3Answers.isOfObject(answer)) {
            throw Proof.missing(API, about, answer, answer.requestId(), "ETag");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, String> checksums = new TreeMap<>();
        for (Map.Entry<String, String> header : answer.headers()) {
            String name = header.getKey();
            if (name.regionMatches(true, 0, META, 0, META.length())) {
                metadata.merge(name.substring(META.length()), header.getValue(), (one, two) -> one + "," + two);
            } else if (name.regionMatches(true, 0, CHECKSUM, 0, CHECKSUM.length())) {
                String member = CHECKSUMS.get(name.substring(CHECKSUM.length()).toLowerCase(Locale.ROOT));
                if (member != null) {
                    checksums.put(member, header.getValue());
                }
            }
        }
        Map<String, String> system = new LinkedHashMap<>();
        for (String name : SYSTEM) {
            String value = answer.header(name);
            if (value != null) {
                system.put(name, value);
            }
        }
        String retainUntil = answer.header("x-amz-object-lock-retain-until-date");
        String lastModified = answer.header("Last-Modified");
        return ObjectHead.builder()
                .length(number(about, answer, "Content-Length"))
                .eTag(answer.header("ETag"))
                .versionId(answer.header("x-amz-version-id"))
                .lastModified(
                        lastModified == null ? null : Dates.read(lastModified).orElse(null))
                .metadata(metadata)
                .systemMetadata(system)
                .tagCount(count(about, answer, "x-amz-tagging-count"))
                .missingMeta(count(about, answer, "x-amz-missing-meta"))
                .partsCount(count(about, answer, "x-amz-mp-parts-count"))
                .checksums(checksums)
                .checksumType(answer.header("x-amz-checksum-type"))
                .encryption(
                        answer.header("x-amz-server-side-encryption-customer-algorithm") == null
                                ? answer.header("x-amz-server-side-encryption")
                                : ObjectHead.CUSTOMER_KEY)
                .storageClass(answer.header("x-amz-storage-class"))
                .archiveStatus(answer.header("x-amz-archive-status"))
                .restore(answer.header("x-amz-restore"))
                .websiteRedirect(answer.header("x-amz-website-redirect-location"))
                .lock(new ObjectHead.Lock(
                        answer.header("x-amz-object-lock-mode"),
                        retainUntil == null ? null : Dates.read(retainUntil).orElse(null),
                        answer.header("x-amz-object-lock-legal-hold")))
                .build();
    }

    private static @Nullable Integer count(CopyRequest about, RawAnswer answer, String name) {
        Long number = number(about, answer, name);
        return number == null ? null : Math.toIntExact(Math.min(number, Integer.MAX_VALUE));
    }

    /** What is no number must not be read as nothing: tags, say, would be lost. */
    private static @Nullable Long number(CopyRequest about, RawAnswer answer, String name) {
        String text = answer.header(name);
        if (text == null) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Proof.unreadable(API, about, answer, answer.requestId(), "has a " + name + " that is no number");
        }
    }
}

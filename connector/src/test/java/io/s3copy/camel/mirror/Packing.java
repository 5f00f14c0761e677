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
package io.s3copy.camel.mirror;

import static io.s3copy.parameter.CopyParameter.*;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.S3Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All parameters of a call in the fewest requests that S3 would take. */
public final class Packing {

    /** Each line says what excludes each other: a request has one set of it. */
    private static final List<List<Set<CopyParameter>>> EXCLUSIVE = List.of(
            List.of(Set.of(COPY_SOURCE), Set.of(COPY_SOURCE_BUCKET, COPY_SOURCE_KEY, COPY_SOURCE_VERSION_ID)),
            List.of(
                    Set.of(COPY_SOURCE_IF_MATCH, COPY_SOURCE_IF_UNMODIFIED_SINCE),
                    Set.of(COPY_SOURCE_IF_NONE_MATCH, COPY_SOURCE_IF_MODIFIED_SINCE)),
            List.of(Set.of(IF_MATCH), Set.of(IF_NONE_MATCH)),
            List.of(Set.of(ACL), Set.of(GRANT_FULL_CONTROL, GRANT_READ, GRANT_READ_ACP, GRANT_WRITE_ACP)),
            List.of(Set.of(TAGGING), Set.of(TAGS)),
            List.of(Set.of(OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS), Set.of(OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS)),
            List.of(
                    Set.of(SERVER_SIDE_ENCRYPTION, SSE_KMS_KEY_ID, SSE_KMS_ENCRYPTION_CONTEXT, BUCKET_KEY_ENABLED),
                    Set.of(SSE_CUSTOMER_ALGORITHM, SSE_CUSTOMER_KEY, SSE_CUSTOMER_KEY_MD5)),
            List.of(
                    Set.of(CHECKSUM_CRC32),
                    Set.of(CHECKSUM_CRC32C),
                    Set.of(CHECKSUM_CRC64NVME),
                    Set.of(CHECKSUM_SHA1),
                    Set.of(CHECKSUM_SHA256),
                    Set.of(CHECKSUM_SHA512),
                    Set.of(CHECKSUM_MD5),
                    Set.of(CHECKSUM_XXHASH64),
                    Set.of(CHECKSUM_XXHASH3),
                    Set.of(CHECKSUM_XXHASH128)));

    private Packing() {}

    /** The requests; what excludes nothing is in each of them. */
    public static List<List<Sample>> requests(S3Call call) {
        List<List<Set<CopyParameter>>> families = familiesOf(call);
        int most = families.stream().mapToInt(List::size).max().orElse(1);
        List<List<Sample>> requests = new ArrayList<>();
        for (int number = 0; number < most; number++) {
            requests.add(request(call, families, number));
        }
        return requests;
    }

    private static List<Sample> request(S3Call call, List<List<Set<CopyParameter>>> families, int number) {
        Map<CopyParameter, Sample> samples = new EnumMap<>(CopyParameter.class);
        Arrays.stream(CopyParameter.values())
                .filter(row -> row.calls().contains(call) && isIn(row, families, number))
                .forEach(row -> samples.put(row, Samples.typical(row)));
        for (Sample sample : List.copyOf(samples.values())) {
            for (Sample companion : Samples.companions(sample, call)) {
                samples.computeIfPresent(companion.row(), (row, typical) -> companion);
            }
        }
        return List.copyOf(samples.values());
    }

    private static List<List<Set<CopyParameter>>> familiesOf(S3Call call) {
        return EXCLUSIVE.stream()
                .map(family -> family.stream()
                        .filter(set -> set.stream().anyMatch(row -> row.calls().contains(call)))
                        .toList())
                .filter(family -> !family.isEmpty())
                .toList();
    }

    private static boolean isIn(CopyParameter row, List<List<Set<CopyParameter>>> families, int number) {
        return families.stream()
                .filter(family -> family.stream().anyMatch(set -> set.contains(row)))
                .allMatch(family -> family.get(number % family.size()).contains(row));
    }
}

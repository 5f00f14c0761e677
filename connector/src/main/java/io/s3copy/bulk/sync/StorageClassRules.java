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
package io.s3copy.bulk.sync;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What S3 bills by storage class other than by bytes and time.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html">Storage classes</a>
 */
final class StorageClassRules {

    /** What a listing calls an object of which no class was told. */
    static final String STANDARD = "STANDARD";

    /** Objects smaller than this are billed as if they had so many bytes, or are not monitored. */
    static final long LEAST_BILLED = 128 << 10;

    private static final Map<String, Integer> LEAST_DAYS = Map.of(
            "STANDARD_IA", 30,
            "ONEZONE_IA", 30,
            "GLACIER_IR", 90,
            "GLACIER", 90,
            "DEEP_ARCHIVE", 180);

    private static final Set<String> PADDED = Set.of("STANDARD_IA", "ONEZONE_IA", "GLACIER_IR");
    private static final Set<String> RETRIEVED = Set.of("STANDARD_IA", "ONEZONE_IA", "GLACIER_IR");
    private static final Set<String> ARCHIVED = Set.of("GLACIER", "DEEP_ARCHIVE");

    private StorageClassRules() {}

    static String orStandard(@Nullable String storageClass) {
        return storageClass == null || storageClass.isEmpty() ? STANDARD : storageClass;
    }

    /** For how many days an object is billed at least; 0 for no such rule. */
    static int leastDays(String storageClass) {
        return LEAST_DAYS.getOrDefault(storageClass, 0);
    }

    /** Whether small objects are billed as larger ones. */
    static boolean padsSmallObjects(String storageClass) {
        return PADDED.contains(storageClass);
    }

    /** Whether a copy from it is billed by the byte. */
    static boolean billsRetrieval(String storageClass) {
        return RETRIEVED.contains(storageClass);
    }

    /** Whether an object must be restored before it can be copied. */
    static boolean isArchive(String storageClass) {
        return ARCHIVED.contains(storageClass);
    }
}

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
package io.s3copy.bulk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the report of one run is. Each place is a URL such as {@code s3://bucket/key}, or the path of a file.
 *
 * @param folder of this run alone
 * @param manifest the list of all its files; null until the run is finished
 * @param manifests of what is left to do: for each outcome, such as {@code missing}, its manifests
 */
public record BulkReport(String folder, @Nullable String manifest, Map<String, List<String>> manifests) {

    /** The places, which later changes of the map do not change. */
    public BulkReport {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        manifests.forEach((outcome, places) -> copy.put(outcome, List.copyOf(places)));
        manifests = Collections.unmodifiableMap(copy);
    }

    /** The folder. */
    @Override
    public String toString() {
        return folder;
    }
}

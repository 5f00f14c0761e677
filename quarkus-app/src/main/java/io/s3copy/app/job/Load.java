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
package io.s3copy.app.job;

import io.s3copy.bulk.run.RunLoad;
import java.util.List;

/**
 * What a run is at now. It is in memory only.
 *
 * @param copiesInParts how many copies in parts are under way
 * @param largest the largest of these
 */
public record Load(int copiesInParts, List<LargeCopy> largest) {

    /**
     * A copy in parts that is under way.
     *
     * @param key of the source: text that strangers wrote
     * @param bytesDone of the parts that are copied
     */
    public record LargeCopy(String key, int parts, int partsDone, long bytes, long bytesDone) {}

    static Load of(RunLoad load) {
        return new Load(
                load.copiesInParts(),
                load.largest().stream()
                        .map(copy -> new LargeCopy(
                                copy.key(), copy.parts(), copy.partsDone(), copy.bytes(), copy.bytesDone()))
                        .toList());
    }
}

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
package io.s3copy.bulk.run;

import java.util.List;

/**
 * What a run is at now.
 *
 * @param copiesInParts how many copies in parts are under way
 * @param largest the largest of these, {@value #MOST_COPIES} at most, the largest first
 */
public record RunLoad(int copiesInParts, List<PartsProgress> largest) {

    /** So many copies in parts are told of at most. */
    public static final int MOST_COPIES = 20;

    /** Nothing. */
    public static final RunLoad NONE = new RunLoad(0, List.of());

    public RunLoad {
        largest = List.copyOf(largest);
    }
}

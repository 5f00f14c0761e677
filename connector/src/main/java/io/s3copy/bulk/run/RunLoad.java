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

import io.s3copy.engine.request.RequestWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is at now.
 *
 * @param copiesInParts how many copies in parts are under way
 * @param largest the largest of these, {@value #MOST_COPIES} at most, the largest first
 * @param seconds for how long ranges are counted: about a minute, or since the listing began
 * @param ranges what happened in each stretch of the keys in that time, in their order; empty where nothing is listed
 * @param window of the requests that copy, which all runs to the bucket share; null where none is known
 */
public record RunLoad(
        int copiesInParts,
        List<PartsProgress> largest,
        double seconds,
        List<RangeHeat> ranges,
        RequestWindow.@Nullable State window) {

    /** So many copies in parts are told of at most. */
    public static final int MOST_COPIES = 20;

    /** Nothing. */
    public static final RunLoad NONE = new RunLoad(0, List.of(), 0, List.of(), null);

    public RunLoad {
        largest = List.copyOf(largest);
        ranges = List.copyOf(ranges);
    }
}

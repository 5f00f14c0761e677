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
package io.s3copy.testkit.synthetic;

import java.util.ArrayList;
import java.util.List;

/** Spaces one behind the other, each under a prefix. */
final class JoinedKeys implements KeySpace {

    private final List<String> prefixes;
    private final List<KeySpace> spaces;
    private final long seed;
    private final long[] ends;

    /**
     * Spaces.
     *
     * @param prefixes in the order of S3, none of which another begins with
     */
    JoinedKeys(List<String> prefixes, List<? extends KeySpace> spaces, long seed) {
        this.prefixes = List.copyOf(prefixes);
        this.spaces = new ArrayList<>(spaces);
        this.seed = seed;
        this.ends = new long[spaces.size()];
        long end = 0;
        for (int at = 0; at < ends.length; at++) {
            end += spaces.get(at).size();
            ends[at] = end;
        }
    }

    @Override
    public long size() {
        return ends[ends.length - 1];
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public String key(long index) {
        int at = 0;
        while (index >= ends[at]) {
            at++;
        }
        return prefixes.get(at).concat(spaces.get(at).key(at == 0 ? index : index - ends[at - 1]));
    }
}

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
package io.s3copy.behaviour;

/** Does the server keep a key as it is, and read a source by it? */
final class KeyProbes {

    private KeyProbes() {}

    static Probe keeps(SpecialKey special) {
        String key = special.key();
        return bench -> {
            bench.put(bench.source(), key, "probe", put -> {});
            if (!bench.keys(bench.source(), key).contains(key)) {
                return Answer.no("lists no such key after PutObject");
            } else if (!bench.content(bench.source(), key).equals("probe")) {
                return Answer.no("keeps the key but not the content");
            }
            String copied = bench.newKey();
            Refused.ask(
                    "CopyObject of it",
                    SourceProbes.copy(bench, bench.source(), key, how -> how.destinationKey(copied)));
            return Answer.equal("probe", bench.content(bench.destination(), copied), "the content of a copy of it");
        };
    }
}

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

/**
 * The same objects under a prefix.
 *
 * @param prefix of all keys
 * @param space what is under it
 */
public record PrefixedKeys(String prefix, KeySpace space) implements KeySpace {

    @Override
    public long size() {
        return space.size();
    }

    @Override
    public long seed() {
        return space.seed();
    }

    @Override
    public String key(long index) {
        return prefix.concat(space.key(index));
    }

    @Override
    public long objectSize(long index) {
        return space.objectSize(index);
    }

    @Override
    public String eTag(long index) {
        return space.eTag(index);
    }

    @Override
    public long lastModified(long index) {
        return space.lastModified(index);
    }
}

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
package io.s3copy.benchmark.way;

/**
 * What is copied where: to the null S3 names only.
 *
 * @param bucket of sources and copies
 * @param sourceKey the one source of all copies, or null for a source each
 * @param prefix of all keys
 */
public record CopiedObjects(String bucket, String sourceKey, String prefix) {

    /** The key of a source. */
    public String source(int number) {
        return sourceKey == null ? prefix + "sources/object-" + number : sourceKey;
    }

    /** The key of a copy. */
    public String copy(int number) {
        return prefix + "copies/object-" + number;
    }
}

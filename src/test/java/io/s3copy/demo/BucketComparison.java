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
package io.s3copy.demo;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Two buckets as S3 lists them.
 *
 * @param objects how many the first has
 * @param bytes how much they hold
 * @param same how many of them the second has with the same key, size and ETag
 * @param others how many only the second has
 */
public record BucketComparison(int objects, long bytes, int same, int others) {

    public static BucketComparison of(S3AsyncClient client, String first, String second) {
        Map<String, S3Object> one = list(client, first);
        Map<String, S3Object> other = list(client, second);
        int same = (int) one.values().stream()
                .filter(object -> isSame(object, other.get(object.key())))
                .count();
        int others = (int)
                other.keySet().stream().filter(key -> !one.containsKey(key)).count();
        long bytes = one.values().stream().mapToLong(S3Object::size).sum();
        return new BucketComparison(one.size(), bytes, same, others);
    }

    public boolean isWhole() {
        return same == objects && others == 0;
    }

    private static boolean isSame(S3Object one, S3Object other) {
        return other != null && Objects.equals(one.size(), other.size()) && Objects.equals(one.eTag(), other.eTag());
    }

    private static Map<String, S3Object> list(S3AsyncClient client, String bucket) {
        Map<String, S3Object> objects = new TreeMap<>();
        client.listObjectsV2Paginator(list -> list.bucket(bucket))
                .contents()
                .subscribe(object -> objects.put(object.key(), object))
                .join();
        return objects;
    }
}

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
package io.s3copy.benchmark.nulls3;

import java.time.Duration;

/**
 * How the null S3 answers.
 *
 * @param delay of every answer
 * @param partDelay of the answer to UploadPartCopy instead
 * @param objectSize what HeadObject says of every object, in bytes
 */
public record Orders(Duration delay, Duration partDelay, long objectSize) {

    /** The same delay for every request, and objects of a kilobyte. */
    public static Orders delay(Duration delay) {
        return new Orders(delay, delay, 1024);
    }

    String toQuery() {
        return delay.toMillis() + "-" + partDelay.toMillis() + "-" + objectSize;
    }

    static Orders parse(String query) {
        String[] numbers = query.split("-", -1);
        return new Orders(
                Duration.ofMillis(Long.parseLong(numbers[0])),
                Duration.ofMillis(Long.parseLong(numbers[1])),
                Long.parseLong(numbers[2]));
    }
}

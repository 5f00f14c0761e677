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
package io.s3copy.bulk.check;

import io.s3copy.engine.s3.ObjectAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What GetObjectAttributes told of one side.
 *
 * @param attributes with all parts; null where it was refused
 * @param refusal why there are none, for people; empty where there are
 */
public record ToldAttributes(@Nullable ObjectAttributes attributes, String refusal) {

    /** What S3 told. */
    public static ToldAttributes of(ObjectAttributes attributes) {
        return new ToldAttributes(attributes, "");
    }

    /** S3 told nothing. */
    public static ToldAttributes refused(String why) {
        return new ToldAttributes(null, why);
    }
}

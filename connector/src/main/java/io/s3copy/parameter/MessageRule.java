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
package io.s3copy.parameter;

/** Whether a message may set a parameter. */
public enum MessageRule {
    /** A message may set it, and outweighs the endpoint. */
    MAY,
    /** A message may name another value than the endpoint's only within the option {@code allowedBuckets}. */
    WITHIN_ALLOWED_BUCKETS,
    /** A guard: a message may set it where the endpoint does not, and never change what the endpoint sets. */
    UNLESS_CONFIGURED
}

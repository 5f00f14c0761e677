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
/**
 * An S3 that keeps objects which are only numbers, breaks on demand, and plays the servers of the field:
 * {@link io.s3copy.testkit.fault.FaultyS3}. Sizes cost nothing, so an object may have 50 TB; of every byte it is known
 * which state of which source it came from.
 */
package io.s3copy.testkit.fault;

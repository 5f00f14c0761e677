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
package io.s3copy.camel;

/** Which headers of a message are read as parameters. */
public enum HeaderParameters {
    /** Every CamelS3Copy header, and the headers of aws2-s3 exchanges. */
    all,
    /** Only those that name the source: CamelS3CopyCopySource, …Bucket, …Key, …VersionId, and the headers of aws2-s3. */
    source,
    /** None. */
    none
}

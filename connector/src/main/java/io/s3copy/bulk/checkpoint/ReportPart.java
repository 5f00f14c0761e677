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
package io.s3copy.bulk.checkpoint;

/**
 * A file of a report that is written and counted: no attempt writes it again.
 *
 * @param name of the file in the report, such as {@code results/failed-000001.csv}
 * @param contents what its rows have in common: {@code succeeded} or {@code failed} of results; the outcome of a manifest
 * @param rows how many rows it has
 * @param size in bytes
 * @param md5 of its bytes, in lower-case hexadecimal digits
 */
public record ReportPart(String name, String contents, long rows, long size, String md5) {}

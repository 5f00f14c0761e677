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
 * Sources of work that name objects one by one: manifests of S3 Inventory and of S3 Batch Operations, reports of earlier
 * runs, lists of keys. What cannot be read is an error that names the line; nothing is left out silently.
 */
@NullMarked
package io.s3copy.bulk.manifest;

import org.jspecify.annotations.NullMarked;

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
 * The rules between parameters that are known before a request is sent: what S3 would refuse, and what it would
 * silently ignore. One class for each subject.
 *
 * <p>The time of day is read in one place: S3 refuses a retention that ends in the past.
 */
@NullMarked
package io.s3copy.parameter.rule;

import org.jspecify.annotations.NullMarked;

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

/** How a message body is read. Requests in Java types are always read. */
public enum BodyAs {
    /** Not at all: the body may be an object's content. */
    none,
    /** Parameters: a Map, or JSON, in boto3's keywords. */
    parameters,
    /** A notification about objects: each event that is selected becomes a copy. */
    events
}

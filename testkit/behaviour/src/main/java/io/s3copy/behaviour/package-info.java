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
 * How the component behaves on real S3 servers: S3Proxy and S3Mock in every build, or any service that the arguments of
 * {@link io.s3copy.behaviour.BehaviourSuite} name. Each test says what it needs of a server ({@link io.s3copy.behaviour.Needs}), a
 * probe with a plain client decides whether the server has it, and a table at the end tells both
 * ({@code docs/behaviour-suite.md}).
 */
package io.s3copy.behaviour;

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
 * S3 servers for tests: real ones that keep objects ({@link io.s3copy.testkit.S3Servers}), and a stub that records what
 * a client sends and misbehaves on demand ({@link io.s3copy.testkit.RecordingS3}). All listen on 127.0.0.1 alone, on
 * ports that the system chooses. Knows the AWS SDK and the JDK, nothing of this project.
 */
package io.s3copy.testkit;

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
 * Notifications of object stores become object events, and rules say what to do about each.
 *
 * <p>{@link io.s3copy.event.EventDecoder} reads what S3 (through SQS, SNS, EventBridge), MinIO and Ceph send, plain or in
 * CloudEvents, and gives {@link io.s3copy.event.ObjectEvent}s or one {@link io.s3copy.event.EventFormatException}. {@link
 * io.s3copy.event.EventSelection} and {@link io.s3copy.event.LoopGuard} decide, {@link io.s3copy.event.EventIdentity} and
 * {@link io.s3copy.event.Sequencer} tell duplicates and order. What an event holds is untrusted input: it is data here,
 * and never becomes a pattern, a URI or an expression.
 *
 * <p>Pure: imports the JDK and a JSON parser, neither Camel, nor the AWS SDK, nor any neighbour but {@code text}; reads no clock and no
 * network.
 */
@NullMarked
package io.s3copy.event;

import org.jspecify.annotations.NullMarked;

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
package io.s3copy.event;

/** What an event can be wrapped in. */
public enum EventEnvelope {
    /**
     * An SNS notification without raw delivery: the message is a text in {@code Message}. Also a request to publish one,
     * as StorageGRID sends it to an endpoint that it takes for SNS.
     */
    SNS,
    /** A message of SQS as pipes and functions see it: the message is a text in {@code body}. A plain body has none. */
    SQS,
    /** CloudEvents, structured or binary. */
    CLOUD_EVENTS,
    /** JSON written into a JSON text, as some pipes do. */
    JSON_TEXT,
    /** A text in base64, as queues of Alibaba Cloud and Cloudflare give it. */
    BASE64,
    /** What a JSON converter of Kafka Connect writes with schemas enabled: {@code schema} and {@code payload}. */
    KAFKA_CONNECT,
    /** A message of Google Cloud Pub/Sub, as it is pushed or pulled. */
    PUB_SUB,
    /** A notification of Huawei Cloud's SMN. */
    SMN,
    /** A notification of Alibaba Cloud's SMQ, formerly MNS, in JSON. */
    MNS
}

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
package io.s3copy.app.live;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.utils.BinaryUtils;

/**
 * Reads an answer beside the AWS SDK, which leaves out what it does not know: filters of other services, for example. What it
 * leaves out would be gone once the configuration is put back.
 */
final class KnownElements implements ExecutionInterceptor {

    private static final Set<String> KNOWN = Set.of(
            "NotificationConfiguration",
            "TopicConfiguration",
            "QueueConfiguration",
            "CloudFunctionConfiguration",
            "EventBridgeConfiguration",
            "Id",
            "Topic",
            "Queue",
            "CloudFunction",
            "Event",
            "Filter",
            "S3Key",
            "FilterRule",
            "Name",
            "Value");

    private ByteArrayOutputStream answer = new ByteArrayOutputStream();

    @Override
    public Optional<Publisher<ByteBuffer>> modifyAsyncHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        // an answer that is asked for again counts once
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        answer = heard;
        return context.responsePublisher()
                .map(content -> SdkPublisher.adapt(content).map(bytes -> {
                    heard.writeBytes(BinaryUtils.copyBytesFrom(bytes));
                    return bytes;
                }));
    }

    /** The elements of the answer that the AWS SDK does not know. */
    Set<String> unknown() {
        Set<String> unknown = new TreeSet<>();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(answer.toByteArray()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && !KNOWN.contains(reader.getLocalName())) {
                    unknown.add(reader.getLocalName());
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("what the bucket answered could not be read: " + e.getMessage(), e);
        }
        return unknown;
    }
}

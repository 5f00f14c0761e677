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
package io.s3copy.camel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.CamelOnStub;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Notifications about the bucket inbox, which a stub copies to the bucket archive. */
abstract class EventsOnStub {

    static final String EVENTS = "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox";

    CamelOnStub stub;

    @BeforeEach
    void start() {
        stub = CamelOnStub.withClient();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    /** What came of a notification, of which no event fails. */
    EventResults copies(Object body) {
        Exchange exchange = stub.send(body, Map.of());
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(EventResults.class);
    }
}

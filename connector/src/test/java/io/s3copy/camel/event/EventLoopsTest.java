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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.camel.event.EventResult.Outcome;
import io.s3copy.parameter.InvalidParameterException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies that would be events of their own, and endpoints that would go wrong. */
class EventLoopsTest extends EventsOnStub {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3copy:archive?bodyAs=events",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&operation=copyObject",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&key=one",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&copySourceBucket=inbox",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&ifMatch=\"a\"",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&eventTypes=ObjectInvented",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&eventTypes=,",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&eventInclude=[a]",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&eventMinSize=2KiB&eventMaxSize=1KiB",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&eventFormat=xml",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&eventKeys=twice",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&propagateDeletes=current&deleteSource=marker",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox&propagateDeletes=versions&eventMode=history",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox,archive",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=archive&eventPrefix=in/&stripPrefix=in/&keyPrefix=i",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=archive&eventPrefix=in/&keyExpression=RAW(in/${id})",
            })
    void endpointThatWouldGoWrongDoesNotStart(String uri) {
        assertThatThrownBy(() -> stub.route(uri)).rootCause().isInstanceOf(InvalidParameterException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=archive&eventPrefix=in/&stripPrefix=in/&keyPrefix=out/",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=archive&eventPrefix=in/&keyExpression=RAW(out/${id})",
                "s3copy:archive?bodyAs=events&allowedSourceBuckets=archive&allowLoops=true",
                "s3copy:archive?bodyAs=events&expectedSourceBucketOwner=111122223333",
            })
    void endpointWithoutALoopStarts(String uri) throws Exception {
        stub.route(uri);
        assertThat(stub.camel().isStarted()).isTrue();
    }

    @Test
    void eventsOfOurOwnCopiesAreIgnored() throws Exception {
        stub.route("s3copy:archive?bodyAs=events&expectedSourceBucketOwner=111122223333&keyPrefix=done/");
        String body = Notices.notice()
                .record("archive", "ObjectCreated:Copy", "done/a", Map.of())
                .text();
        assertThat(copies(body).all()).extracting(EventResult::outcome).containsExactly(Outcome.IGNORED);
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void eventsOfIgnoredPrincipalsAreIgnored() throws Exception {
        stub.route(EVENTS + "&ignoredPrincipals=AWS:AIDA*");
        assertThat(copies(Notices.put("a")).all())
                .extracting(EventResult::reason)
                .containsExactly("its principal is ignored");
    }
}

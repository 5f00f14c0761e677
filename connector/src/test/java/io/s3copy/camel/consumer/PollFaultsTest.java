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
package io.s3copy.camel.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class PollFaultsTest {

    private final PollFaults faults = new PollFaults(2);

    private static S3CallException failure(String api, int status, String code) {
        return S3CallException.of(
                api, CopyRequest.empty(), new S3CallException.Failure(code, status, "said so", null, null), null);
    }

    @Test
    void objectThatIsAtFaultItselfDoesNotEndThePoll() throws Exception {
        faults.begin();
        faults.failed(failure("CopyObject", 404, "NoSuchKey"));
        faults.failed(new InvalidParameterException("header x", "y", "is none", "Correct it"));
        faults.failed(new IllegalStateException("of the route itself"));
        faults.failed(null);
        assertThat(faults.endPoll()).isFalse();
        assertThat(faults.failures()).isEqualTo(4);
        faults.done();
    }

    @Test
    void deniedObjectsEndItWhenThereAreTooManyInARow() {
        S3CallException denied = failure("CopyObject", 403, "AccessDenied");
        faults.begin();
        faults.failed(denied);
        faults.failed(denied);
        faults.succeeded();
        faults.failed(denied);
        faults.failed(denied);
        assertThat(faults.endPoll()).isFalse();
        faults.failed(denied);
        assertThat(faults.endPoll()).isTrue();
        assertThatThrownBy(faults::done).isSameAs(denied);
    }

    @Test
    void whatEveryObjectWouldMeetEndsItAtOnceAndTheNextPollBeginsAnew() throws Exception {
        for (S3CallException one : new S3CallException[] {
            failure("CopyObject", 404, "NoSuchBucket"),
            failure("CopyObject", 503, "SlowDown"),
            failure("CopyObject", 400, "ExpiredToken")
        }) {
            faults.begin();
            assertThat(faults.endPoll()).isFalse();
            faults.failed(one);
            assertThatThrownBy(faults::done).isSameAs(one);
        }
        faults.begin();
        faults.done();
    }

    @Test
    void failureOfAnotherStepWithS3IsJudgedAlike() {
        faults.begin();
        // a HEAD: no words
        S3Exception denied = (S3Exception) S3Exception.builder().statusCode(403).build();
        faults.failed(denied);
        faults.failed(
                NoSuchKeyException.builder().statusCode(404).requestId("1").build());
        faults.failed(denied);
        assertThat(faults.endPoll()).isFalse();
        faults.failed(denied);
        assertThat(faults.endPoll()).isTrue();
        faults.begin();
        faults.failed(NoSuchKeyException.builder().statusCode(404).build());
        assertThat(faults.endPoll()).isTrue();
    }

    @Test
    void deniedDeletionIsAPermissionAndNotOfTheObject() {
        faults.begin();
        faults.failed(failure("DeleteObject", 403, "AccessDenied"));
        assertThat(faults.endPoll()).isTrue();
    }
}

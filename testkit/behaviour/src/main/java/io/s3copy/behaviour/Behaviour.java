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
package io.s3copy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.S3CopyOperation;
import io.s3copy.parameter.CopyParameter;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** What all tests of the suite share: each runs once on each server, if that has what the test needs. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.s3copy.behaviour.TestedServer#all")
@ExtendWith(CapabilityExtension.class)
@Tag("behaviour")
abstract class Behaviour {

    @Parameter
    private TestedServer server;

    private final Set<Capability> needed = EnumSet.noneOf(Capability.class);

    final TestedServer server() {
        return server;
    }

    final Bench bench() {
        return server.bench();
    }

    final Set<Capability> needed() {
        return needed;
    }

    /** Skips the test where the server lacks one of these, and says what it answered instead. */
    final void needs(Capability... capabilities) {
        // a server that copies nothing (or is not there) passes no test: that must not look like a green run
        assertThat(server.answer(Capability.COPY))
                .as("%s copies an object", server)
                .matches(Answer::yes);
        for (Capability capability : capabilities) {
            needed.add(capability);
            Answer answer = server.answer(capability);
            if (!answer.yes()) {
                throw new TestAbortedException(server + " " + answer.said() + " [" + capability + "]");
            }
        }
    }

    /** A call through the component, to an endpoint of the bucket. */
    final Call call(S3CopyOperation operation, String bucket) {
        return new Call(server.template(), operation, bucket);
    }

    /** A copy through the component, of an object of the source bucket to the destination bucket. */
    final Call copy(String sourceKey, String key) {
        return copy(bench().source(), sourceKey, bench().destination(), key);
    }

    /** A managed copy, of an object of any bucket, that gives up within seconds. */
    final Call managed(String sourceBucket, String sourceKey, String key) {
        return call(S3CopyOperation.copy, bench().destination())
                .with(CopyParameter.COPY_SOURCE_BUCKET, sourceBucket)
                .with(CopyParameter.COPY_SOURCE_KEY, sourceKey)
                .with(CopyParameter.KEY, key)
                .option("retryFor", "10s");
    }

    final Call copy(String sourceBucket, String sourceKey, String bucket, String key) {
        return call(S3CopyOperation.copyObject, bucket)
                .with(CopyParameter.COPY_SOURCE_BUCKET, sourceBucket)
                .with(CopyParameter.COPY_SOURCE_KEY, sourceKey)
                .with(CopyParameter.KEY, key);
    }
}

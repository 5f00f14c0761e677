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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.fault.FaultyS3;
import io.s3copy.testkit.fault.Quirk;
import io.s3copy.testkit.fault.ServerPart;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** What is known of a service: by the option, shared by endpoints, and shown in the health check. */
class ServiceTraitsRouteTest {

    private final FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out");
    private final S3AsyncClient client = s3.newClient();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() {
        camel.getRegistry().bind("s3", client);
        camel.start();
        s3.put("in", "one", 9);
        s3.put("in", "two", 9);
    }

    @AfterEach
    void stop() {
        camel.stop();
        client.close();
        s3.close();
    }

    private CopyResult copied(String options, String key) {
        Exchange exchange = camel.createProducerTemplate()
                .request(
                        "s3copy:out?" + options,
                        message -> message.getMessage()
                                .setHeaders(new java.util.HashMap<>(Map.of("CamelS3CopyCopySource", "in/" + key))));
        if (exchange.getException() != null) {
            throw new AssertionError(exchange.getException());
        }
        return exchange.getMessage().getBody(CopyResult.class);
    }

    private static String move(String more) {
        return "deleteSource=marker" + more;
    }

    @Test
    void aMoveAtCephKeepsItsSourceAndWhoTakesTheRiskMoves() {
        s3.playing(ServerPart.CEPH_16);
        assertThat(copied(move(""), "one").sourceDeleted()).isEqualTo(SourceDeleted.UNCHECKED);
        assertThat(copied(move("&deleteSourceUnchecked=true"), "two").sourceDeleted())
                .isEqualTo(SourceDeleted.DELETED);
        assertThat(s3.object("in", "one")).isPresent();
        assertThat(s3.object("in", "two")).isEmpty();
    }

    @Test
    void whatOneEndpointLearntAnotherKnows() {
        copied(move(""), "one");
        s3.forgetOperations();
        copied(move("&ifExists=overwrite"), "two");
        assertThat(s3.operations())
                .filteredOn(S3Operation.DELETE_OBJECT::equals)
                .hasSize(1);
    }

    @Test
    void theOptionOutweighsWhatCouldBeLearnt() {
        s3.with(Quirk.IGNORES_DELETE_CONDITIONS);
        assertThat(copied(move("&serviceTraits=deleteCondition=heeded"), "one").sourceDeleted())
                .isEqualTo(SourceDeleted.DELETED);
        assertThat(s3.operations())
                .filteredOn(S3Operation.DELETE_OBJECT::equals)
                .hasSize(1);
    }

    @Test
    void theHealthCheckShowsWhatIsKnown() {
        copied(move(""), "one");
        S3CopyEndpoint endpoint = camel.getEndpoint("s3copy:out?" + move(""), S3CopyEndpoint.class);
        HealthCheck.Result result = new S3CopyHealthCheck(endpoint).call();
        assertThat(result.getDetails())
                .containsEntry("service.deleteCondition", "heeded")
                .containsKey("service")
                .doesNotContainKey("service." + ServiceTraits.Trait.partCondition);
    }

    @Test
    void whatIsNoTraitEndsTheStart() {
        assertThatThrownBy(() -> camel.getEndpoint("s3copy:out?serviceTraits=deletCondition=heeded")
                        .start())
                .hasStackTraceContaining("'deletCondition' is not among");
    }

    @Test
    void anOptionOfMovesWithoutAMoveIsRefused() {
        assertThatThrownBy(() -> camel.getEndpoint("s3copy:out?deleteSourceUnchecked=true")
                        .createProducer())
                .hasStackTraceContaining("deleteSourceUnchecked")
                .hasStackTraceContaining("deleteSource");
    }
}

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
package io.s3copy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Real servers of which nothing is known: what is said of a copy is so, and the source is lost nowhere. */
@Tag("sdk")
class UnknownServersTest {

    private static final int LARGE = 11 << 20;

    static Stream<S3Server> servers() {
        return Stream.of(S3Servers.s3proxy(), S3Servers.s3mock());
    }

    private record Buckets(S3AsyncClient client, String in, String out, ServiceTraits traits) {

        static Buckets of(S3Server server, S3AsyncClient client) {
            return new Buckets(
                    client, server.newBucket(client), server.newBucket(client), ServiceTraits.unknown(server.name()));
        }

        void put(String key, byte[] content) {
            client.putObject(
                            put -> put.bucket(in).key(key).metadata(Map.of("by", "us")),
                            AsyncRequestBody.fromBytes(content))
                    .join();
        }

        CopyResult copied(String key, CopySettings.Builder settings) {
            S3Calls calls = CallsUnderTest.on(client);
            return ObjectCopier.builder(
                            calls,
                            new RequestWindow(4, 4),
                            ForkJoinPool.commonPool(),
                            settings.retryFor(Duration.ofSeconds(5)).build())
                    .traits(traits)
                    .build()
                    .copy(
                            CopyRequest.builder()
                                    .source(in, key)
                                    .destination(out, key)
                                    .build(),
                            KnownSource.NOTHING)
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
        }

        Throwable failure(String key, CopySettings.Builder settings) {
            try {
                throw new AssertionError("The copy did not fail: " + copied(key, settings));
            } catch (CompletionException e) {
                return Causes.of(e);
            }
        }

        Long size(String bucket, String key) {
            return client.headObject(head -> head.bucket(bucket).key(key))
                    .thenApply(head -> head.contentLength())
                    .exceptionally(missing -> null)
                    .join();
        }
    }

    private static CopySettings.Builder inParts() {
        return CopySettings.builder().multipartThreshold(Limits.MIN_PART).partSize(new PartSize.Fixed(Limits.MIN_PART));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatExistsIsNeverOverwrittenWhereThatIsNotWanted(S3Server server) {
        try (S3AsyncClient client = server.newClient()) {
            Buckets buckets = Buckets.of(server, client);
            buckets.put("small", new byte[10]);
            buckets.put("large", new byte[LARGE]);
            for (String key : new String[] {"small", "large"}) {
                buckets.copied(key, inParts().ifExists(IfExists.fail));
                Throwable failure = buckets.failure(key, inParts().ifExists(IfExists.fail));
                assertThat(failure)
                        .as("%s at %s", key, server.name())
                        .isInstanceOfSatisfying(
                                S3CallException.class,
                                unmet -> assertThat(unmet.status()).isEqualTo(412));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aMoveDeletesItsSourceOnlyWhereItsCopyStands(S3Server server) {
        try (S3AsyncClient client = server.newClient()) {
            Buckets buckets = Buckets.of(server, client);
            buckets.put("small", new byte[10]);
            buckets.put("large", new byte[LARGE]);
            for (String key : new String[] {"small", "large"}) {
                CopyResult result = buckets.copied(key, inParts().deleteSource(DeleteSource.marker));
                boolean kept = buckets.size(buckets.in(), key) != null;
                assertThat(buckets.size(buckets.out(), key)).isEqualTo(key.equals("small") ? 10L : LARGE);
                assertThat(kept)
                        .as("%s at %s: %s, %s", key, server.name(), result.sourceDeleted(), buckets.traits())
                        .isEqualTo(result.sourceDeleted() != SourceDeleted.DELETED);
            }
        }
    }
}

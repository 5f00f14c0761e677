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
package io.s3copy.engine.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.http.Identity;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class SdkIdentitiesTest {

    private static final Instant START = Instant.parse("2026-11-28T00:00:00Z");

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = START;
    private final Clock clock = clock(() -> now);

    private final AwsCredentialsProvider provider =
            () -> AwsSessionCredentials.create("key-" + asked.incrementAndGet(), "secret", "token");

    private static Clock clock(InstantSource source) {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return source.instant();
            }
        };
    }

    @Test
    void aProviderIsAskedOnAThreadOfItsOwnAndOnceForAll() {
        SdkIdentities identities = new SdkIdentities(provider, tasks::add, clock);

        CompletableFuture<Identity> first = identities.find();
        CompletableFuture<Identity> second = identities.find();

        assertThat(identities.known()).isNull();
        assertThat(first).isNotDone();
        tasks.remove().run();
        assertThat(tasks).isEmpty();
        assertThat(second.join()).isEqualTo(first.join());
        assertThat(first.join()).isEqualTo(new Identity("key-1", "secret", "token"));
        assertThat(identities.known()).isEqualTo(first.join());
    }

    @Test
    void whatItSaysIsTakenForASecond() {
        SdkIdentities identities = new SdkIdentities(provider, Runnable::run, clock);
        identities.find().join();

        now = START.plusMillis(999);
        assertThat(identities.known()).isNotNull();
        now = START.plusSeconds(1);
        assertThat(identities.known()).isNull();
        assertThat(identities.find().join().accessKeyId()).isEqualTo("key-2");
    }

    @Test
    void anIdentityThatS3RefusesIsAskedForAgain() {
        SdkIdentities identities = new SdkIdentities(provider, Runnable::run, clock);
        identities.find().join();

        identities.refused(new Identity("another", "secret", "token"));
        assertThat(identities.known()).isNotNull();
        identities.refused(new Identity("key-1", "secret", "token"));

        assertThat(identities.known()).isNull();
    }

    @Test
    void constantCredentialsAreNotAskedForAgain() {
        SdkIdentities identities = new SdkIdentities(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "s")), tasks::add, clock);

        assertThat(identities.find().join()).isEqualTo(new Identity("a", "s", null));
        now = START.plusSeconds(1_000_000);
        assertThat(identities.known()).isEqualTo(new Identity("a", "s", null));
        assertThat(tasks).isEmpty();
    }

    @Test
    void aFailureIsAskedForAgain() {
        AwsCredentialsProvider failing = () -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("no vault");
            }
            return AwsBasicCredentials.create("a", "s");
        };
        SdkIdentities identities = new SdkIdentities(failing, Runnable::run, clock);

        CompletableFuture<Identity> first = identities.find();

        assertThatThrownBy(first::join).hasRootCauseMessage("no vault");
        assertThat(identities.known()).isNull();
        assertThat(identities.find().join().accessKeyId()).isEqualTo("a");
    }

    @Test
    void showsNoSecret() {
        assertThat(new Identity("key", "secret", "token").toString()).isEqualTo("Identity[key]");
    }
}

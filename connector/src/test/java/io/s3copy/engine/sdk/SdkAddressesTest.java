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
import static org.assertj.core.api.Assertions.catchThrowable;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.http.Address;
import io.s3copy.testkit.RecordingS3;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;

/** Where buckets are asked, as the documentation of S3 has it; nothing is sent to find it out. */
@Tag("sdk")
class SdkAddressesTest {

    private static Address address(String bucket, UnaryOperator<S3AsyncClientBuilder> with) {
        S3AsyncClientBuilder builder = S3AsyncClient.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "s")));
        try (S3AsyncClient client = with.apply(builder).build()) {
            SdkAddresses addresses = new SdkAddresses(client, Runnable::run);
            Address found = addresses.find(bucket).join();
            assertThat(addresses.known(bucket)).isSameAs(found);
            return found;
        }
    }

    private static Address https(String host, String path, String region, String service) {
        return new Address(true, host, 443, path, region, service);
    }

    @Test
    void aBucketIsInTheHost() {
        assertThat(address("my-bucket", with -> with))
                .isEqualTo(https("my-bucket.s3.eu-west-1.amazonaws.com", "", "eu-west-1", "s3"));
    }

    @Test
    void aBucketWithDotsIsInThePathAsItsCertificateWouldNotFit() {
        assertThat(address("my.bucket", with -> with))
                .isEqualTo(https("s3.eu-west-1.amazonaws.com", "/my.bucket", "eu-west-1", "s3"));
    }

    @Test
    void aBucketIsInThePathIfThatIsAskedFor() {
        assertThat(address("my-bucket", with -> with.forcePathStyle(true)))
                .isEqualTo(https("s3.eu-west-1.amazonaws.com", "/my-bucket", "eu-west-1", "s3"));
    }

    @Test
    void dualStackFipsAndAccelerationHaveHostsOfTheirOwn() {
        assertThat(address("my-bucket", with -> with.dualstackEnabled(true)).host())
                .isEqualTo("my-bucket.s3.dualstack.eu-west-1.amazonaws.com");
        assertThat(address("my-bucket", with -> with.region(Region.US_WEST_2).fipsEnabled(true))
                        .host())
                .isEqualTo("my-bucket.s3-fips.us-west-2.amazonaws.com");
        assertThat(address("my-bucket", with -> with.accelerate(true)).host())
                .isEqualTo("my-bucket.s3-accelerate.amazonaws.com");
    }

    @Test
    void anAccessPointHasAHostOfItsOwn() {
        assertThat(address("arn:aws:s3:eu-west-1:111122223333:accesspoint/mine", with -> with))
                .isEqualTo(https("mine-111122223333.s3-accesspoint.eu-west-1.amazonaws.com", "", "eu-west-1", "s3"));
    }

    @Test
    void whatNeedsMoreThanAPlainSignatureIsElsewhere() {
        assertThat(address("mine--euw1-az1--x-s3", with -> with)).isSameAs(Address.ELSEWHERE);
        assertThat(address("arn:aws:s3::111122223333:accesspoint/abc.mrap", with -> with))
                .isSameAs(Address.ELSEWHERE);
    }

    @Test
    void aServiceOfOnesOwnHasItsPortAndPath() {
        assertThat(address(
                        "my-bucket",
                        with -> with.forcePathStyle(true).endpointOverride(URI.create("http://localhost:9000/s3/"))))
                .isEqualTo(new Address(false, "localhost", 9000, "/s3/my-bucket", "eu-west-1", "s3"));
    }

    @Test
    void nothingIsSentToFindAnAddress() {
        try (RecordingS3 s3 = RecordingS3.start();
                S3AsyncClient client = s3.newClient()) {
            assertThat(new SdkAddresses(client, Runnable::run)
                            .find("my-bucket")
                            .join()
                            .path())
                    .isEqualTo("/my-bucket");
            assertThat(s3.requests()).isEmpty();
        }
    }

    @Test
    void anAddressOfIPv6KeepsItsBracketsInTheHeaderOnly() {
        assertThat(address(
                        "my-bucket",
                        with -> with.forcePathStyle(true).endpointOverride(URI.create("http://[::1]:9000"))))
                .isEqualTo(new Address(false, "[::1]", 9000, "/my-bucket", "eu-west-1", "s3"));
    }

    @Test
    void aBucketThatTheSdkRefusesFailsAsACallToItWould() {
        Throwable failure = catchThrowable(() -> address("arn:aws:s3:eu-west-1:1:nonsense/mine", with -> with));

        assertThat(Causes.of(failure)).isInstanceOfSatisfying(S3CallException.class, call -> {
            assertThat(call.sent()).isFalse();
            assertThat(call.api()).isEqualTo("CopyObject");
        });
    }

    /** Newer SDKs sign it plainly, older ones by SigV4a. */
    @Test
    void anOutpostIsAnotherServiceOrElsewhere() {
        Address outpost = address(
                "arn:aws:s3-outposts:eu-west-1:111122223333:outpost/op-01234567890123456/accesspoint/mine",
                with -> with);

        assertThat(outpost.service()).isIn("s3-outposts", Address.ELSEWHERE.service());
    }
}

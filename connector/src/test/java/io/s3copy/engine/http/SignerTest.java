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
package io.s3copy.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

class SignerTest {

    private static final Instant TIME = Instant.parse("2013-05-24T00:00:00Z");
    private static final Identity EXAMPLE =
            new Identity("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null);
    private static final Address BUCKET =
            new Address(true, "examplebucket.s3.amazonaws.com", 443, "", "us-east-1", "s3");

    private final Signer signer = new Signer(Clock.fixed(TIME, ZoneOffset.UTC));

    private static String authorization(Signer.Signed signed) {
        for (int at = 0; at < signed.names().length; at++) {
            if (signed.names()[at].equals("authorization")) {
                return signed.values()[at];
            }
        }
        throw new AssertionError("not signed");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, "GET Object". */
    @Example
    void signsTheExampleOfGetObject() {
        HttpCall call = new HttpCall("GET", "examplebucket", "test.txt").header("range", "bytes=0-9");

        assertThat(authorization(signer.sign(call, BUCKET, EXAMPLE)))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + " SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + " Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    /** The same page, "GET Bucket Lifecycle". */
    @Example
    void signsTheExampleOfASubresource() {
        HttpCall call = new HttpCall("GET", "examplebucket", null).subresource("lifecycle");

        assertThat(authorization(signer.sign(call, BUCKET, EXAMPLE)))
                .endsWith("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }

    /** The same page, "Get Bucket (List Objects)". */
    @Example
    void signsTheExampleOfAQuery() {
        HttpCall call =
                new HttpCall("GET", "examplebucket", null).query("max-keys", 2).query("prefix", "J");

        assertThat(authorization(signer.sign(call, BUCKET, EXAMPLE)))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(key -> !io.s3copy.text.Unicode.hasHalfPair(key));
    }

    @Provide
    Arbitrary<Map<String, String>> headers() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(name -> "x-amz-meta-" + name);
        Arbitrary<String> values = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20);
        return Arbitraries.maps(names, values).ofMaxSize(6);
    }

    @Provide
    Arbitrary<Identity> identities() {
        Arbitrary<String> text =
                Arbitraries.strings().alpha().numeric().ofMinLength(16).ofMaxLength(40);
        return Combinators.combine(text, text, text.injectNull(0.5)).as(Identity::new);
    }

    /** As the SDK signs, whatever key, header, query and body. */
    @Property(tries = 500)
    void signsAsTheSdkDoes(
            @ForAll("keys") String key,
            @ForAll("headers") Map<String, String> headers,
            @ForAll("keys") String query,
            @ForAll("identities") Identity identity,
            @ForAll boolean withBody) {
        Address address = new Address(false, "localhost", 9000, "/some-bucket", "eu-west-1", "s3");
        HttpCall call = new HttpCall("PUT", "some-bucket", key).query("uploadId", query);
        headers.forEach(call::header);
        if (withBody) {
            call.body("<a/>");
        }

        Signer.Signed signed = signer.sign(call, address, identity);

        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.PUT)
                .uri(URI.create("http://localhost:9000"))
                .encodedPath(signed.uri().substring(0, signed.uri().indexOf('?')))
                .putRawQueryParameter("uploadId", query);
        for (int at = 0; at < call.names().size(); at++) {
            request.putHeader(call.names().get(at), call.values().get(at));
        }
        AwsCredentialsIdentity who = identity.sessionToken() == null
                ? AwsCredentialsIdentity.create(identity.accessKeyId(), identity.secretKey())
                : AwsSessionCredentialsIdentity.create(
                        identity.accessKeyId(), identity.secretKey(), identity.sessionToken());
        SdkHttpRequest sdk = AwsV4HttpSigner.create()
                .sign(to -> to.identity(who)
                        .request(request.build())
                        .payload(ContentStreamProvider.fromByteArray(call.body()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(TIME, ZoneOffset.UTC)))
                .request();
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int at = 0; at < signed.names().length; at++) {
            all.computeIfAbsent(signed.names()[at], name -> new ArrayList<>()).add(signed.values()[at]);
        }
        assertThat(all.get("authorization")).isEqualTo(sdk.matchingHeaders("Authorization"));
        assertThat(all.get("x-amz-date")).isEqualTo(sdk.matchingHeaders("X-Amz-Date"));
    }

    /** What is encoded in a path or a query is what URLs read again. */
    @Property
    void encodesWhatDecodesToTheSame(@ForAll("keys") String key) {
        StringBuilder encoded = new StringBuilder();
        UriText.encode(key, false, encoded);

        assertThat(encoded.toString()).matches("[A-Za-z0-9._~%-]*");
        assertThat(java.net.URLDecoder.decode(encoded.toString(), StandardCharsets.UTF_8))
                .isEqualTo(key);
    }

    @Example
    void signsWithTheTimeOfTheService() {
        Instant theirs = TIME.plusSeconds(3600);

        signer.correct(theirs);

        Signer.Signed signed = signer.sign(new HttpCall("GET", "examplebucket", "k"), BUCKET, EXAMPLE);
        assertThat(List.of(signed.values())).contains("20130524T010000Z");
        assertThat(signed.time()).isEqualTo(theirs);
    }

    @Example
    void signsAnotherDayWithAnotherKey() {
        Signer.Signed first = signer.sign(new HttpCall("GET", "examplebucket", "k"), BUCKET, EXAMPLE);
        signer.correct(TIME.plusSeconds(86_400));
        Signer.Signed second = signer.sign(new HttpCall("GET", "examplebucket", "k"), BUCKET, EXAMPLE);

        assertThat(authorization(first)).contains("/20130524/");
        assertThat(authorization(second)).contains("/20130525/");
    }
}

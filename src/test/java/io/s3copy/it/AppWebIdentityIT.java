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
package io.s3copy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application finds the credentials that its environment gives it. STS is a stub on loopback. */
class AppWebIdentityIT {

    private static final String ROLE = "arn:aws:iam::123456789012:role/copier";
    private static final String KEY = "ASIAWEBIDENTITY";
    private static final String TOKEN = "token-of-the-role";

    @TempDir
    private Path folder;

    private RecordingS3 s3;
    private HttpServer sts;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        s3 = RecordingS3.start();
        s3.answer(
                S3Operation.LIST_OBJECTS_V2,
                request -> Response.xml(
                        200,
                        "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>a</Key><Size>1</Size>"
                                + "</Contents></ListBucketResult>"));
        sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void stop() {
        s3.close();
        sts.stop(0);
    }

    private void stsAnswers(int status, String xml) {
        sts.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = xml.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        sts.start();
    }

    private static String credentials(String action) {
        return "<" + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + action
                + "Result><Credentials><AccessKeyId>" + KEY
                + "</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>" + TOKEN
                + "</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><Arn>"
                + ROLE + "/session</Arn><AssumedRoleId>id:session</AssumedRoleId></AssumedRoleUser></" + action
                + "Result></" + action + "Response>";
    }

    /** Settings without keys, in an environment that gives the AWS SDK nothing but STS. */
    private Map<String, String> settings() {
        Map<String, String> settings = AppRun.settings(s3, "from-bucket", "to-bucket");
        settings.remove("S3COPY_ACCESS_KEY");
        settings.remove("S3COPY_SECRET_KEY");
        settings.put("AWS_EC2_METADATA_DISABLED", "true");
        settings.put("AWS_CONFIG_FILE", folder.resolve("config").toString());
        settings.put(
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
        settings.put("AWS_REGION", "eu-west-1");
        settings.put(
                "AWS_ENDPOINT_URL_STS", "http://127.0.0.1:" + sts.getAddress().getPort());
        return settings;
    }

    private Map<String, String> webIdentity() throws IOException {
        Map<String, String> settings = settings();
        settings.put("AWS_ROLE_ARN", ROLE);
        settings.put(
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                Files.writeString(folder.resolve("token"), "the-web-identity").toString());
        return settings;
    }

    private void assertCopiedWithTheRole(AppRun run) {
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.summary()).startsWith("copied 1, failed 0");
        assertThat(s3.only(S3Operation.COPY_OBJECT).header("authorization").orElse(""))
                .contains("Credential=" + KEY + "/");
        assertThat(s3.only(S3Operation.COPY_OBJECT).header("x-amz-security-token"))
                .contains(TOKEN);
        assertThat(run.output()).doesNotContain(TOKEN);
    }

    @Test
    void webIdentityIsExchangedForTheRolesCredentials() throws Exception {
        stsAnswers(200, credentials("AssumeRoleWithWebIdentity"));

        AppRun run = AppRun.of(webIdentity(), "--exit");

        assertCopiedWithTheRole(run);
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("Action=AssumeRoleWithWebIdentity")
                .contains("WebIdentityToken=the-web-identity");
    }

    @Test
    void profileThatAssumesARoleIsHeeded() throws Exception {
        stsAnswers(200, credentials("AssumeRole"));
        Files.writeString(folder.resolve("config"), """
                [profile base]
                aws_access_key_id = AKIABASE
                aws_secret_access_key = base-secret
                [profile copier]
                role_arn = %s
                source_profile = base
                """.formatted(ROLE));
        Map<String, String> settings = settings();
        settings.put("AWS_PROFILE", "copier");

        AppRun run = AppRun.of(settings, "--exit");

        assertCopiedWithTheRole(run);
        assertThat(asked).singleElement().asString().contains("Action=AssumeRole&");
    }

    @Test
    void refusalOfSTSIsToldAtTheStart() throws Exception {
        stsAnswers(
                403,
                "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>"
                        + "<Code>AccessDenied</Code><Message>Not authorized to perform"
                        + " sts:AssumeRoleWithWebIdentity</Message></Error></ErrorResponse>");

        AppRun run = AppRun.of(webIdentity(), "--exit");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.lines())
                .singleElement()
                .asString()
                .startsWith("s3copy cannot start: s3copy.access-key is not set")
                .contains("AWS_WEB_IDENTITY_TOKEN_FILE is set: ")
                .contains("Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    @Test
    void profileOfIAMIdentityCenterFindsItsModuleOnTheClassPath() throws Exception {
        sts.start();
        Files.writeString(folder.resolve("config"), """
                [sso-session house]
                sso_region = eu-west-1
                sso_start_url = http://127.0.0.1:9/start
                [profile person]
                sso_session = house
                sso_account_id = 123456789012
                sso_role_name = copier
                """);
        Map<String, String> settings = settings();
        settings.put("AWS_PROFILE", "person");

        AppRun run = AppRun.of(settings, "--exit");

        // who has not signed in has no token; what the SDK must not say is that a module is missing
        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.output()).contains("AWS_PROFILE is set: ").doesNotContain("class path");
    }
}

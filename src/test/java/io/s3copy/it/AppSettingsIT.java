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

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mistakes in the settings end the start with one line each: which property, its value, the rule and the fix. */
class AppSettingsIT {

    private static final String SECRET = "very-secret-9f8e7d";

    @Test
    void everyMistakeIsNamedWithItsFix() throws Exception {
        assertMistakes(
                Map.of(
                        "S3COPY_SOURCE_BUCKET", "s3://from/x",
                        "S3COPY_CONCURRENCY", "0",
                        "S3COPY_PATH_STYLE", "ture",
                        "S3COPY_EXIT", "1",
                        "S3COPY_SOURCE_BUKET", "from",
                        "S3COPY_ENDPOINT", "http://user:" + SECRET + "@localhost"),
                "s3copy.destination.bucket is missing, and it has no default. Set it as -Ds3copy.destination.bucket=…"
                        + " or in the environment as S3COPY_DESTINATION_BUCKET",
                "s3copy.source.bucket=s3://from/x: must be a bucket's name or an access point's ARN."
                        + " Write the name alone: no s3://, no key, no spaces",
                "s3copy.concurrency=0: must be a whole number from 1 to 10000. Write for example 64, or leave it out",
                "s3copy.path-style=ture: must be true or false. Write one of them, or leave it out",
                "s3copy.exit=1: must be true or false. Write one of them, or leave it out",
                "environment variable S3COPY_SOURCE_BUKET is no setting, and nothing would heed it."
                        + " The nearest is S3COPY_SOURCE_BUCKET: write that, or leave it out",
                "s3copy.endpoint=http://***@localhost: must be an http or https URL without user name and password."
                        + " Write for example https://s3.example.org:9000");
    }

    @Test
    void halfOfTheCredentialsIsRefused() throws Exception {
        assertMistakes(
                with("S3COPY_SECRET_KEY", SECRET),
                "s3copy.secret-key is set without s3copy.access-key, and only both make credentials."
                        + " Set s3copy.access-key too, or neither: then the AWS SDK's default chain finds them");
    }

    @Test
    void tokenWithoutKeysIsRefused() throws Exception {
        assertMistakes(
                with("S3COPY_SESSION_TOKEN", SECRET),
                "s3copy.session-token is set without the keys that it belongs to."
                        + " Set s3copy.access-key and s3copy.secret-key too, or leave it out");
    }

    @Test
    void copiesThatWouldLandAmongTheirSourcesAreRefused() throws Exception {
        Map<String, String> settings = with("S3COPY_DESTINATION_BUCKET", "from-bucket");
        settings.put("S3COPY_SOURCE_PREFIX", "a/");
        settings.put("S3COPY_DESTINATION_PREFIX", "a/copies/");
        assertMistakes(
                settings,
                "s3copy.destination.bucket is the source's own (from-bucket), and s3copy.destination.prefix 'a/copies/'"
                        + " begins with s3copy.source.prefix 'a/': copies would land among the objects to copy."
                        + " Choose another bucket, or prefixes that lie apart");
    }

    @Test
    void optionThatTheComponentRefusesIsExplainedByTheComponent() throws Exception {
        AppRun run = AppRun.of(with("S3COPY_STORAGE_CLASS", "GLACIER_IRR"), "--exit");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.lines()).singleElement().asString().contains("GLACIER_IRR");
    }

    @Test
    void variableThatIsNoSettingIsRefused() throws Exception {
        Map<String, String> settings = with("S3COPY_SOURCE_PREFX", "2026/");
        settings.put("S3COPY_DESTINATION_PREFIXES", "2026/");
        assertMistakes(
                settings,
                "environment variable S3COPY_SOURCE_PREFX is no setting, and nothing would heed it."
                        + " The nearest is S3COPY_SOURCE_PREFIX: write that, or leave it out",
                "environment variable S3COPY_DESTINATION_PREFIXES is no setting, and nothing would heed it."
                        + " The nearest is S3COPY_DESTINATION_PREFIX: write that, or leave it out");
    }

    @Test
    void propertyThatIsNoSettingIsRefused() throws Exception {
        assertMistakes(
                with("s3copy.source.prefx", "2026/"),
                "property s3copy.source.prefx is no setting, and nothing would heed it."
                        + " The nearest is s3copy.source.prefix: write that, or leave it out");
    }

    @Test
    void startWithoutARegionIsRefused() throws Exception {
        Map<String, String> settings = with("S3COPY_ACCESS_KEY", "key");
        settings.put("S3COPY_SECRET_KEY", SECRET);
        settings.remove("S3COPY_ENDPOINT");
        assertMistakes(
                settings,
                "s3copy.region is missing, and neither s3copy.endpoint nor what the AWS SDK asks"
                        + " (AWS_REGION, profile, instance) gives a Region. Set s3copy.region, for example eu-west-1");
    }

    @Test
    void startWithoutCredentialsIsRefused() throws Exception {
        assertMistakes(
                with("S3COPY_REGION", "eu-west-1"),
                "s3copy.access-key is not set, and the AWS SDK's default chain (environment, web identity, profile,"
                        + " container, instance) found no credentials. Set s3copy.access-key and s3copy.secret-key, or what the"
                        + " chain looks for; -Dquarkus.log.category.\"software.amazon.awssdk.auth\".level=DEBUG shows"
                        + " where it looked");
    }

    @Test
    void wrongOptionOfTheComponentIsExplainedByTheComponent() throws Exception {
        assertMistakes(
                with("camel.component.s3copy.max-pending", "0"),
                "option maxPending = '0': is less than 1. Give 1 or more.");
    }

    @Test
    void optionThatTheComponentHasNotIsRefusedWithoutItsValue() throws Exception {
        assertMistakes(
                with("camel.component.s3copy.secret-kee", SECRET),
                "property camel.component.s3copy.secretKee is no option of the component, or its value does not fit."
                        + " Look the option up on the component's page");
    }

    @Test
    void unknownArgumentIsRefusedWithTheNearest() throws Exception {
        AppRun run = AppRun.of(with("S3COPY_REGION", "us-east-1"), "--exti");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.lines())
                .containsExactly("s3copy cannot start: Argument --exti is unknown. The nearest is --exit;"
                        + " --help tells all arguments and settings");
    }

    @Test
    void helpNeedsNoSettingsAndIsNoError() throws Exception {
        AppRun run = AppRun.of(Map.of(), "--help");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("Usage: java ")
                .contains("s3copy.source.bucket  (S3COPY_SOURCE_BUCKET)")
                .contains("Exit codes")
                .doesNotContain("cannot start");
    }

    @Test
    void versionNeedsNoSettings() throws Exception {
        AppRun run = AppRun.of(Map.of(), "--version");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.lines()).containsExactly("s3copy " + System.getProperty("s3copy.version"));
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "S3COPY_SOURCE_BUCKET", "from-bucket",
                "S3COPY_DESTINATION_BUCKET", "to-bucket",
                "S3COPY_ENDPOINT", "http://127.0.0.1:9",
                // what the machine of the tests would give the AWS SDK
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_CONFIG_FILE", "/nonexistent",
                "AWS_SHARED_CREDENTIALS_FILE", "/nonexistent"));
        settings.put(name, value);
        return settings;
    }

    private static void assertMistakes(Map<String, String> settings, String... mistakes) throws Exception {
        AppRun run = AppRun.of(settings, "--exit");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        String[] lines = new String[mistakes.length];
        for (int i = 0; i < mistakes.length; i++) {
            lines[i] = "s3copy cannot start: " + mistakes[i];
        }
        assertThat(run.lines()).containsExactlyInAnyOrder(lines);
        assertThat(run.output()).doesNotContain(SECRET);
    }
}

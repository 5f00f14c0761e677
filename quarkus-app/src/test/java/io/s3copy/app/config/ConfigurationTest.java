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
package io.s3copy.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is read, and each mistake names property, value, rule and fix. */
class ConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void jobNeedsKindSourceDestinationAndTheOnlyStore() {
        JobSpec job = Given.read(Given.job()).jobs().get("photos");

        assertThat(job.kind()).isEqualTo(JobKind.COPY);
        assertThat(JobSpec.text(job.source())).isEqualTo("s3://photos/2026/");
        assertThat(job.store().region()).isEqualTo("eu-west-1");
        assertThat(job.sourceRegion()).isNull();
        assertThat(job.cron()).isNull();
        assertThat(job.atStart()).isFalse();
        assertThat(job.options()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jobs.photos.kind | coppy | s3copy.jobs.photos.kind=coppy: must be copy, sync, check, cleanup or replicate. Did you mean copy?",
                "jobs.photos.source | photos/2026/ | s3copy.jobs.photos.source=photos/2026/: must be a bucket and a prefix in it. Write s3://bucket/",
                "jobs.photos.source | s3://photos/2026 | s3copy.jobs.photos.source=s3://photos/2026: must end with a slash, because a prefix without one also begins other keys (2026-old). Write s3://photos/2026/,",
                "jobs.photos.source | s3:/// | s3copy.jobs.photos.source=s3:///: must be a bucket",
                "jobs.photos.destination | s3://photos/2026/copies/ | s3copy.jobs.photos.destination=s3://photos/2026/copies/: overlaps with the source s3://photos/2026/",
                "jobs.photos.destination | s3://photos/ | overlaps with the source",
                "jobs.photos.store | ue | s3copy.jobs.photos.store=ue: is no store; there are: eu. Name one of them, or write s3copy.stores.ue",
                "jobs.photos.at-start | yes | s3copy.jobs.photos.at-start=yes: must be true or false",
                "jobs.photos.cron | every day | s3copy.jobs.photos.cron=every day: must be minute, hour, day of the month, month and day of the week. Write for example 30 2 * * *",
                "jobs.photos.cron | 0 2 30 2 * | s3copy.jobs.photos.cron=0 2 30 2 *: never comes: no month has such a day",
                "keep-runs | none | s3copy.keep-runs=none: must be a whole number from 1 to 100000. Write for example 100",
                "routes | routes | s3copy.routes=routes: must be a folder: an absolute path, or one that begins with ./",
                "routes | /no/such/folder | s3copy.routes=/no/such/folder: is no folder. Make it, or leave the property out",
                "max-runs | 0 | s3copy.max-runs=0: must be a whole number from 1 to 1000. Write for example 4, or leave it out",
                "jobs.photos.priority | urgent | s3copy.jobs.photos.priority=urgent: must be a whole number from 0 to 9",
                "jobs.photos.priority | 10 | s3copy.jobs.photos.priority=10: must be a whole number from 0 to 9",
                "keep-runs | 0 | s3copy.keep-runs=0: must be a whole number from 1",
                "jobs.photos.options.if-exist | skip | s3copy.jobs.photos.options.if-exist=skip: is no option of a job of kind copy. Did you mean if-exists?",
                "jobs.photos.options.delete-source | version | is no option of a job of kind copy",
                "jobs.photos.options.delete | true | s3copy.jobs.photos.options.delete=true: is no option of a job of kind copy",
                "jobs.photos.options.check | size | is no option of a job of kind copy",
                "jobs.Photos.kind | copy | the name 'Photos' in s3copy.jobs.Photos must be small letters, digits and hyphens",
                "stores.eu.endpoint | s3.example.org | s3copy.stores.eu.endpoint=s3.example.org: must be an http or https URL",
                "stores.eu.endpoint | https://me:secret@s3.example.org | s3copy.stores.eu.endpoint=https://***@s3.example.org: must be an http or https URL without user name and password",
                "stores.eu.path-style | 1 | s3copy.stores.eu.path-style=1: must be true or false",
                "stores.eu.credentials | profil | s3copy.stores.eu.credentials=profil: must be default (the AWS SDK's default chain), profile, or static (files). Did you mean profile?",
                "stores.eu.credentials | profile | s3copy.stores.eu.profile is missing, and credentials=profile needs it",
                "stores.eu.credentials | static | s3copy.stores.eu.access-key-file is missing, and credentials=static needs it",
                "stores.eu.profile | prod | s3copy.stores.eu.profile=prod: is not read with credentials=default. Set s3copy.stores.eu.credentials=profile, or leave it out",
                "stores.eu.secret-key-file | /nowhere | s3copy.stores.eu.secret-key-file=/nowhere: is not read with credentials=default",
                "data | s3copy;INIT=x | s3copy.data=s3copy;INIT=x: must be a folder",
                "data | relative | must be a folder: an absolute path, or one that begins with ./"
            })
    void mistakeNamesPropertyValueRuleAndFix(String name, String value, String mistake) {
        assertThatThrownBy(() -> Given.read(Given.job(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(mistake)
                .hasMessageNotContaining("secret@")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "kind, 'copy, sync, check, cleanup or replicate'",
        "source, a place such as",
        "destination, a place such as"
    })
    void whatIsRequiredIsMissedByName(String name, String what) {
        assertThatThrownBy(() -> Given.read(Given.job("jobs.photos." + name, null)))
                .hasMessageContaining("s3copy.jobs.photos." + name + " is missing. Set it to " + what);
    }

    @Test
    void variableWithUnderscoresSetsAnOptionWithDashes() {
        Map<String, String> all = new HashMap<>(Given.job());
        all.put("quarkus.http.host", "127.0.0.1");
        ServiceSettings settings = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ServiceSettings.class)
                .withSources(new PropertiesConfigSource(all, "given", 100))
                .withSources(new EnvConfigSource(
                        Map.of(
                                "S3COPY_JOBS_PHOTOS_OPTIONS_STORAGE_CLASS", "GLACIER_IR",
                                "S3COPY_JOBS_PHOTOS_EXCLUDE", "*.tmp"),
                        300))
                .build()
                .getConfigMapping(ServiceSettings.class);

        JobSpec job = Configuration.of(settings, new Listening("127.0.0.1", false, false, false, false))
                .jobs()
                .get("photos");

        assertThat(job.options()).containsEntry("storageClass", "GLACIER_IR").containsEntry("exclude", "*.tmp");
    }

    @Test
    void sourceStoreWithoutRegionBesideOneWithARegionIsRefused() {
        assertThatThrownBy(() -> Given.read(Given.job(
                        "stores.here.profile", "prod",
                        "stores.here.credentials", "profile",
                        "stores.eu.profile", "prod",
                        "stores.eu.credentials", "profile",
                        "jobs.photos.store", "eu",
                        "jobs.photos.source-store", "here")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "s3copy.jobs.photos.source-store=here: has no Region, and nothing tells whether it is"
                                + " that of store eu. Set s3copy.stores.here.region");
    }

    @Test
    void propertyThatIsThereAndEmptyIsRefused() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "s3copy.jobs.photos.include", "${PATTERN:}",
                                "s3copy.jobs.photos.cron", "",
                                "s3copy.jobs.photos.kind", "copy",
                                "s3copy.source.prefix", ""),
                        "given",
                        100))
                .build();

        SettingsException empty =
                catchThrowableOfType(SettingsException.class, () -> ConfigurationSource.refuseEmpty(config));

        assertThat(empty.mistakes())
                .containsExactly(
                        "s3copy.jobs.photos.cron=: is there, and empty. Give it a value, or leave it out",
                        "s3copy.jobs.photos.include=: is there, and empty. Give it a value, or leave it out");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        SettingsException all = catchThrowableOfType(
                SettingsException.class,
                () -> Given.read(Given.job(
                        "jobs.photos.kind", "x", "jobs.photos.source", "x", "stores.eu.path-style", "x", "data", "x")));

        assertThat(all.mistakes()).hasSize(4);
    }

    @Test
    void jobsThatWouldRefuseEachOtherAreRefused() {
        assertThatThrownBy(() -> Given.read(Given.job(
                        "jobs.photos.include", "*.jpg",
                        "jobs.raw.kind", "copy",
                        "jobs.raw.source", "s3://photos/2026/",
                        "jobs.raw.destination", "s3://archive/photos/",
                        "jobs.raw.include", "*.raw")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("s3copy.jobs.raw does the same at the same places as s3copy.jobs.photos");
        // a check of the same places is another thing
        Given.read(Given.job(
                "jobs.check.kind", "check",
                "jobs.check.source", "s3://photos/2026/",
                "jobs.check.destination", "s3://archive/photos/"));
    }

    @Test
    void whereAJobWorksIsToldInOneLine() {
        assertThat(Given.read(Given.job()).jobs().get("photos").where())
                .isEqualTo("copy s3://photos/2026/ to s3://archive/photos/ at AWS");
        assertThat(Given.read(Given.job("jobs.photos.options.dry-run", "true"))
                        .jobs()
                        .get("photos")
                        .where())
                .startsWith("copy (dry run) ");
    }

    @Test
    void withoutAJobThereIsNothingToDo() {
        assertThatThrownBy(() -> Given.read(Map.of("s3copy.stores.eu.region", "eu-west-1")))
                .hasMessageContaining("s3copy.jobs is empty");
    }

    @Test
    void amongSeveralStoresOneIsNamed() {
        assertThatThrownBy(() -> Given.read(Given.job("stores.us.region", "us-east-1")))
                .hasMessageContaining("s3copy.jobs.photos.store is missing, and there are several stores: eu, us");
    }

    @Test
    void sourceInAnotherRegionOfOneServiceIsTaken() {
        JobSpec job = Given.read(Given.job(
                        "stores.us.region", "us-east-1", "jobs.photos.store", "eu", "jobs.photos.source-store", "us"))
                .jobs()
                .get("photos");

        assertThat(job.sourceRegion()).isEqualTo("us-east-1");
        assertThat(job.store().name()).isEqualTo("eu");
    }

    @ParameterizedTest
    @CsvSource({"endpoint, https://s3.example.org", "region, cn-north-1"})
    void storesOfTwoServicesAreRefused(String property, String value) {
        assertThatThrownBy(() -> Given.read(Given.job(
                        "stores.other." + property,
                        value,
                        "jobs.photos.store",
                        "eu",
                        "jobs.photos.source-store",
                        "other")))
                .hasMessageContaining("s3copy.jobs.photos.source-store=other: is another service (")
                .hasMessageContaining("a server-side copy cannot cross services. Name stores of one service");
    }

    @Test
    void storesOfTwoIdentitiesAreRefused() {
        assertThatThrownBy(() -> Given.read(Given.job(
                        "stores.other.credentials",
                        "profile",
                        "stores.other.profile",
                        "them",
                        "jobs.photos.store",
                        "eu",
                        "jobs.photos.source-store",
                        "other")))
                .hasMessageContaining("has other credentials than store eu, and one identity signs a copy");
    }

    @Test
    void secretsAreReadFromFilesLessTheirLineBreak() throws Exception {
        Path access = Files.writeString(folder.resolve("access"), "AKIA\n");
        Path secret = Files.writeString(folder.resolve("secret"), "very secret\n");

        KeySource keys = Given.read(withFiles(access, secret))
                .jobs()
                .get("photos")
                .store()
                .keys();

        assertThat(keys).isInstanceOfSatisfying(KeySource.SecretFiles.class, files -> {
            assertThat(files.read().secretKey()).isEqualTo("very secret");
            assertThat(files.read().toString()).doesNotContain("secret", "AKIA");
        });
    }

    @Test
    void fileWithoutAKeyIsAMistake() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty"), " \n");
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> Given.read(withFiles(empty, missing)))
                .hasMessageContaining("s3copy.stores.eu.access-key-file=" + empty + " is empty, and must hold a key")
                .hasMessageContaining("s3copy.stores.eu.secret-key-file=" + missing + " cannot be read");
    }

    private static Map<String, String> withFiles(Path access, Path secret) {
        return Given.job(
                "stores.eu.credentials",
                "static",
                "stores.eu.access-key-file",
                access.toString(),
                "stores.eu.secret-key-file",
                secret.toString());
    }

    @ParameterizedTest
    @CsvSource({"if-exists", "ifExists", "ifexists"})
    void optionMayBeWrittenWithOrWithoutDashes(String written) {
        assertThat(Given.read(Given.job("jobs.photos.options." + written, "skip"))
                        .jobs()
                        .get("photos")
                        .options())
                .containsExactly(Map.entry("ifExists", "skip"));
    }

    @Test
    void cleanupHasADestinationAlone() {
        JobSpec job = Given.read(Given.job(
                        "jobs.photos.kind",
                        "cleanup",
                        "jobs.photos.source",
                        null,
                        "jobs.photos.options.older-than",
                        "3d"))
                .jobs()
                .get("photos");

        assertThat(job.where()).startsWith("cleanup s3://archive/photos/ at ");
        assertThat(job.options()).containsExactly(Map.entry("olderThan", "3d"));
        assertThatThrownBy(() -> Given.read(Given.job("jobs.photos.kind", "cleanup", "jobs.photos.include", "*.jpg")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "s3copy.jobs.photos.source=s3://photos/2026/: is not read by a job of kind cleanup")
                .hasMessageContaining("s3copy.jobs.photos.include=*.jpg: is not read by a job of kind cleanup");
    }

    @Test
    void filterThatIsSaidTwiceIsAMistake() {
        assertThatThrownBy(() ->
                        Given.read(Given.job("jobs.photos.include", "*.jpg", "jobs.photos.options.include", "*.png")))
                .hasMessageContaining("s3copy.jobs.photos.options.include=*.png: is set twice");
    }
}

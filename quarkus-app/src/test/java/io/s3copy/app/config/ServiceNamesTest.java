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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S3COPY_DATA",
                "S3COPY_KEEP_RUNS",
                "S3COPY_DATABASE_URL",
                "S3COPY_DATABASE_USERNAME",
                "S3COPY_DATABASE_PASSWORD_FILE",
                "S3COPY_STORES_EU_ENDPOINT",
                "S3COPY_STORES_EU_WEST_ACCESS_KEY_FILE",
                "S3COPY_JOBS_PHOTOS_KIND",
                "S3COPY_JOBS_PHOTOS_OPTIONS_IF_EXISTS"
            })
    void variablesOfStoresAndJobsAreKnown(String variable) {
        assertThat(ServiceNames.isVariable(variable)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S3COPY_DATE",
                "S3COPY_STORES_ENDPOINT",
                "S3COPY_STORES_EU_ENDPONIT",
                "S3COPY_JOBS_PHOTOS_OPTIONS",
                "S3COPY_JOBS_KIND",
                "S3COPY_DATABASE_PASSWORD",
                "S3COPY_SOURCE_BUCKET"
            })
    void othersAreNot(String variable) {
        assertThat(ServiceNames.isVariable(variable)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "s3copy.jobs.photos.sorce, s3copy.jobs.photos.source",
        "s3copy.stores.eu.path-stlye, s3copy.stores.eu.path-style",
        "s3copy.job.photos.kind, s3copy.jobs.photos.kind",
        "s3copy.database.password, s3copy.database.password-file",
        "s3copy.database.user, s3copy.database.username",
        "s3copy.database.ulr, s3copy.database.url",
        "s3copy.store.eu.region, s3copy.stores.eu.region"
    })
    void nearestPropertyIsFound(String wrong, String nearest) {
        assertThat(ServiceNames.nearest(wrong)).contains(nearest);
    }

    @Test
    void whatIsNearNothingHasNoNearest() {
        assertThat(ServiceNames.nearest("s3copy.jobs.photos.completely-different"))
                .isEmpty();
        assertThat(ServiceNames.nearest("s3copy.regoin")).isEmpty();
    }
}

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
package io.s3copy.app.job;

import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.config.KeySource;
import io.s3copy.app.config.StoreSpec;
import io.s3copy.camel.S3Place;
import java.util.Map;

/** Jobs of tests: {@code photos}, from {@code s3://photos/2026/} to {@code s3://archive/}. */
final class GivenJob {

    private GivenJob() {}

    static JobSpec of(JobKind kind, Map<String, String> options) {
        return new JobSpec(
                "photos",
                kind,
                new S3Place("photos", "2026/"),
                new S3Place("archive", ""),
                new StoreSpec("eu", null, "eu-west-1", false, new KeySource.DefaultChain()),
                null,
                options,
                null,
                false,
                5,
                null,
                null,
                null);
    }
}

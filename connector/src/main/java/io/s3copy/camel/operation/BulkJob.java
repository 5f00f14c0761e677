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
package io.s3copy.camel.operation;

import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.ParameterType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which job an endpoint's run is: all options that say what becomes of which object, but no secret. */
final class BulkJob {

    private BulkJob() {}

    static JobIdentity of(S3CopyConfiguration configuration, CopyRequest options) {
        Map<String, String> job = new LinkedHashMap<>();
        job.put("operation", configuration.getOperation().name());
        job.put("bucketNameOrArn", options.required(CopyParameter.BUCKET));
        put(job, "prefix", configuration.getPrefix());
        put(job, "keyPrefix", configuration.getKeyPrefix());
        put(job, "stripPrefix", configuration.getStripPrefix());
        put(job, "include", configuration.getInclude());
        put(job, "exclude", configuration.getExclude());
        put(job, "minSize", configuration.getMinSize());
        put(job, "maxSize", configuration.getMaxSize());
        put(job, "modifiedAfter", configuration.getModifiedAfter());
        put(job, "modifiedBefore", configuration.getModifiedBefore());
        put(job, "minAge", configuration.getMinAge());
        put(job, "maxAge", configuration.getMaxAge());
        put(job, "storageClasses", configuration.getStorageClasses());
        put(job, "filterTags", configuration.getFilterTags());
        put(job, "asOf", configuration.getAsOf());
        put(job, "manifest", configuration.getManifest());
        switch (configuration.getOperation()) {
            case check -> job.put("check", configuration.getCheck());
            case sync -> {
                job.put("compare", configuration.getCompare());
                job.put("delete", Boolean.toString(configuration.isDelete()));
                job.put("maxDelete", configuration.getMaxDelete());
                put(job, "deleteTo", configuration.getDeleteTo());
            }
            default -> {
                // nothing more says what becomes of an object
            }
        }
        job.put("dryRun", Boolean.toString(configuration.isDryRun()));
        for (CopyParameter row : options.rows()) {
            // of a key, not even its digest
            if (row != CopyParameter.BUCKET && row.type() != ParameterType.CUSTOMER_KEY) {
                job.put(row.option().orElse(row.member()), Objects.toString(options.get(row)));
            }
        }
        return new JobIdentity(job);
    }

    private static void put(Map<String, String> job, String option, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            job.put(option, value);
        }
    }
}

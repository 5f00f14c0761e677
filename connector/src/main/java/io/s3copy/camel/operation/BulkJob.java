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
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.ParameterType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which job an endpoint's run is: all options that say what becomes of which object, but no secret. */
final class BulkJob {

    /** What says which objects a job is about. */
    private static final Set<String> PLACE = Set.of(
            "service",
            "operation",
            "bucketNameOrArn",
            "copySourceBucket",
            "prefix",
            "keyPrefix",
            "stripPrefix",
            "manifest",
            "dryRun");

    private BulkJob() {}

    /**
     * The job of an endpoint.
     *
     * @param service at which the destination is
     * @param manifest the state of the manifest, if there is one
     */
    static JobIdentity of(
            S3CopyConfiguration configuration, CopyRequest options, String service, @Nullable String manifest) {
        Map<String, String> job = new LinkedHashMap<>();
        job.put("service", service);
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
        put(job, "state of the manifest", manifest);
        if (configuration.getOperation() == S3CopyOperation.copyManifest) {
            job.put("manifestFormat", configuration.getManifestFormat());
            job.put("manifestStatuses", configuration.getManifestStatuses());
        }
        if (configuration.getOperation().copies()) {
            policies(job, configuration);
        }
        put(job, "report", configuration.getReport());
        job.put("reportFormat", configuration.getReportFormat().name());
        job.put("reportScope", configuration.getReportScope().name());
        switch (configuration.getOperation()) {
            case check -> job.put("check", configuration.getCheck());
            case sync -> {
                job.put("compare", configuration.getCompare());
                job.put("delete", Boolean.toString(configuration.isDelete()));
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

    private static void policies(Map<String, String> job, S3CopyConfiguration configuration) {
        job.put("ifExists", configuration.getIfExists().name());
        job.put("onMissing", configuration.getOnMissing().name());
        job.put("onChange", configuration.getOnChange().name());
        job.put("onArchived", configuration.getOnArchived().name());
        job.put("onTagsDenied", configuration.getOnTagsDenied().name());
        job.put("deleteSource", configuration.getDeleteSource().name());
        job.put("verify", configuration.getVerify().name());
        job.put("strict", Boolean.toString(configuration.isStrict()));
        put(job, "preserve", configuration.getPreserve());
    }

    /** The name of its checkpoint: of one name, other options are refused by name. */
    static String name(JobIdentity job) {
        Map<String, String> place = new LinkedHashMap<>(job.options());
        place.keySet().retainAll(PLACE);
        return new JobIdentity(place).hash();
    }

    private static void put(Map<String, String> job, String option, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            job.put(option, value);
        }
    }
}

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
package io.s3copy.camel.binding;

import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.MessageRule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks what messages may set: which buckets they may name, and which options of the endpoint they must not change. */
final class Permits {

    /** Characters that no name or ARN of a bucket has, such as those that someone may have meant as a comma. */
    private static final Pattern NO_BUCKET = Pattern.compile("[\\s;|&+%]");

    private final Set<String> buckets;
    private final @Nullable Set<String> sourceBuckets;
    private final boolean ownerIsChecked;

    private Permits(Set<String> buckets, @Nullable Set<String> sourceBuckets, boolean ownerIsChecked) {
        this.buckets = buckets;
        this.sourceBuckets = sourceBuckets;
        this.ownerIsChecked = ownerIsChecked;
    }

    static Permits of(S3CopyConfiguration configuration, CopyRequest options) {
        Set<String> buckets = new HashSet<>(list("allowedBuckets", configuration.getAllowedBuckets()));
        buckets.add(options.text(CopyParameter.BUCKET));
        Set<String> sourceBuckets = list("allowedSourceBuckets", configuration.getAllowedSourceBuckets());
        return new Permits(
                buckets,
                configuration.getAllowedSourceBuckets() == null ? null : sourceBuckets,
                options.has(CopyParameter.EXPECTED_SOURCE_BUCKET_OWNER));
    }

    private static Set<String> list(String option, @Nullable String buckets) {
        if (buckets == null) {
            return Set.of();
        }
        Set<String> list = Arrays.stream(buckets.split(","))
                .map(String::trim)
                .filter(bucket -> !bucket.isEmpty())
                .collect(Collectors.toSet());
        for (String bucket : list) {
            if (NO_BUCKET.matcher(bucket).find()) {
                throw new InvalidParameterException(
                        "option " + option,
                        bucket,
                        "has a character that the name of no bucket has",
                        "Separate buckets by commas, as in inbox,other");
            }
        }
        return list;
    }

    /** Without it, whoever writes message bodies could copy any object that the route may read. */
    void requireSourceGuard(String option) {
        if (sourceBuckets == null && !ownerIsChecked) {
            throw new InvalidParameterException(
                    "option " + option,
                    null,
                    "lets messages name the source, but nothing limits the sources that they may name",
                    "Set allowedSourceBuckets or expectedSourceBucketOwner");
        }
    }

    /**
     * Checks the parameters of a message.
     *
     * @throws InvalidParameterException if no message may set one of them
     */
    void check(CopyRequest options, CopyRequest said) {
        for (CopyParameter row : said.rows()) {
            boolean differs = !Objects.equals(said.get(row), options.get(row));
            if (row.messageRule() == MessageRule.UNLESS_CONFIGURED && options.has(row) && differs) {
                throw said.invalid(
                        row,
                        "would change an option of the endpoint, which no message may change",
                        "Leave it out of the message, or out of the endpoint");
            } else if (row.messageRule() == MessageRule.WITHIN_ALLOWED_BUCKETS && !buckets.contains(said.text(row))) {
                throw said.invalid(row, "is not among the allowed destination buckets", "Add it to allowedBuckets");
            }
        }
        if (sourceBuckets != null) {
            checkSourceBucket(sourceBuckets, options, said);
        }
    }

    private static void checkSourceBucket(Set<String> sourceBuckets, CopyRequest options, CopyRequest said) {
        CopyParameter row =
                said.has(CopyParameter.COPY_SOURCE) ? CopyParameter.COPY_SOURCE : CopyParameter.COPY_SOURCE_BUCKET;
        String bucket = said.source().map(CopySource::bucket).orElse(said.text(CopyParameter.COPY_SOURCE_BUCKET));
        boolean ofEndpoint = Objects.equals(bucket, options.text(CopyParameter.COPY_SOURCE_BUCKET));
        if (bucket != null && !ofEndpoint && !sourceBuckets.contains(bucket)) {
            throw said.invalid(row, "is not in an allowed source bucket", "Add its bucket to allowedSourceBuckets");
        }
    }
}

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
package io.s3copy.camel.consumer;

import io.s3copy.camel.AfterRead;
import io.s3copy.camel.ListingFilter;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3Place;
import io.s3copy.camel.consumer.DeleteOrMove.Destination;
import io.s3copy.engine.CopySettings;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Origin;
import io.s3copy.text.FormEncoding;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the options of the consumer. */
public final class ConsumerOptions {

    /** A poll that S3 does not answer for so long has failed: the health check shows it, and the next one tries again. */
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    private ConsumerOptions() {}

    /**
     * Checks the options.
     *
     * @throws InvalidParameterException if one cannot be read, or two contradict each other
     */
    public static void check(String bucket, S3CopyConfiguration configuration) {
        var unused = ListingFilter.of(configuration, Instant.now());
        ListingFilter.checkBucket(configuration, bucket, prefix(configuration));
        atLeast("maxMessagesPerPoll", configuration.getMaxMessagesPerPoll(), 0);
        atLeast("rememberedObjects", configuration.getRememberedObjects(), 1);
        atLeast("maxDenied", configuration.getMaxDenied(), 0);
        belongs("moveTo", configuration.getMoveTo(), configuration, AfterRead.move);
        belongs("afterReadTags", configuration.getAfterReadTags(), configuration, AfterRead.tag);
        Destination to = destination(configuration);
        String prefix = prefix(configuration);
        if (to != null && to.bucket().equals(bucket) && (to.prefix() + prefix).startsWith(prefix)) {
            throw new InvalidParameterException(
                    "option moveTo",
                    configuration.getMoveTo(),
                    "is inside of what is listed, so that each object would be moved for ever",
                    "Name another bucket, or set prefix so that the place is not under it");
        }
    }

    private static void atLeast(String option, int value, int least) {
        if (value < least) {
            throw new InvalidParameterException(
                    "option " + option, value, "is less than " + least, "Give " + least + " or more");
        }
    }

    private static void belongs(
            String option, @Nullable String value, S3CopyConfiguration configuration, AfterRead to) {
        boolean reads = configuration.getAfterRead() == to;
        if (reads == (value == null || value.isBlank())) {
            throw new InvalidParameterException(
                    "option " + option,
                    value,
                    reads ? "is missing with afterRead=" + to : "is ignored without afterRead=" + to,
                    reads ? "Set it" : "Add afterRead=" + to + ", or leave it out");
        }
    }

    /** What keys begin with. */
    public static String prefix(S3CopyConfiguration configuration) {
        return configuration.getPrefix() == null ? "" : configuration.getPrefix();
    }

    /** The listing of the bucket. */
    public static ListQuery query(String bucket, S3CopyConfiguration configuration) {
        return ListQuery.of(bucket, prefix(configuration))
                .paidBy(configuration.getRequestPayer(), configuration.getExpectedBucketOwner());
    }

    /** What requests about an object of the bucket say besides its name. */
    public static CopyRequest common(S3CopyConfiguration configuration) {
        return CopyRequest.builder(Origin.OPTION)
                .set(CopyParameter.REQUEST_PAYER, configuration.getRequestPayer())
                .set(CopyParameter.EXPECTED_SOURCE_BUCKET_OWNER, configuration.getExpectedBucketOwner())
                .build();
    }

    /** How moves are made, and what is deleted. */
    public static CopySettings settings(S3CopyConfiguration configuration) {
        return CopySettings.builder()
                .deleteSource(DeleteSource.marker)
                .deleteSourceUnchecked(configuration.isDeleteSourceUnchecked())
                .retryFor(retryFor(configuration))
                .build();
    }

    /** How long a request is repeated that fails in passing. */
    public static Duration retryFor(S3CopyConfiguration configuration) {
        Duration said = Duration.ofMillis(configuration.getRetryFor());
        return said.compareTo(LONGEST_RETRY) < 0 ? said : LONGEST_RETRY;
    }

    /** Where objects are moved, or null. */
    public static @Nullable Destination destination(S3CopyConfiguration configuration) {
        String text = configuration.getMoveTo();
        if (text == null || text.isBlank()) {
            return null;
        }
        S3Place place = S3Place.parse("option moveTo", text);
        return new Destination(place.bucket(), place.key());
    }

    /** The tags to add. */
    public static Map<String, String> tags(S3CopyConfiguration configuration) {
        Map<String, String> tags = new LinkedHashMap<>();
        String query = configuration.getAfterReadTags();
        for (String pair : query == null || query.isBlank() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 1 ? null : FormEncoding.decode(pair.substring(0, equals));
            String value = equals < 1 ? null : FormEncoding.decode(pair.substring(equals + 1));
            if (name == null || value == null) {
                throw new InvalidParameterException(
                        "option afterReadTags",
                        query,
                        "is no list of tags",
                        "Write name=value&name=value, URL-encoded");
            }
            tags.put(name, value);
        }
        return tags;
    }
}

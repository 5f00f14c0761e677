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

import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.engine.cleanup.CleanupSettings;
import io.s3copy.engine.cleanup.CleanupSettings.Initiator;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Origin;
import java.time.Duration;
import java.util.List;

/** Reads the options of operation=cleanup. */
public final class CleanupOptions {

    private static final Duration LEAST_AGE = Duration.ofHours(1);

    private CleanupOptions() {}

    /**
     * The settings of an endpoint's cleanup.
     *
     * @throws InvalidParameterException if uploads of others, or uploads in use, would be aborted
     */
    public static CleanupSettings read(S3CopyConfiguration configuration) {
        String prefix = configuration.getPrefix() == null ? "" : configuration.getPrefix();
        Duration olderThan = Duration.ofMillis(configuration.getOlderThan());
        if (olderThan.compareTo(LEAST_AGE) < 0) {
            throw new InvalidParameterException(
                    "option olderThan",
                    configuration.getOlderThan(),
                    "is less than an hour: uploads in use would be aborted",
                    "Set more than the longest upload to the bucket takes, for example 7d");
        }
        if (configuration.getInitiator() == Initiator.any && prefix.isEmpty()) {
            throw new InvalidParameterException(
                    "option initiator",
                    "any",
                    "would abort the uploads of everybody in the whole bucket",
                    "Set the prefix whose uploads may be aborted, or leave initiator at own");
        }
        return new CleanupSettings(prefix, olderThan, configuration.getInitiator(), configuration.isDryRun());
    }

    /** The parameters of all requests of a cleanup: the bucket, the payer, and the owner. */
    static CopyRequest bucket(CopyRequest options) {
        CopyRequest.Builder bucket = CopyRequest.builder(Origin.OPTION);
        for (CopyParameter row :
                List.of(CopyParameter.BUCKET, CopyParameter.REQUEST_PAYER, CopyParameter.EXPECTED_BUCKET_OWNER)) {
            if (options.has(row)) {
                bucket.set(row, options.get(row), options.nameOf(row));
            }
        }
        return bucket.build();
    }
}

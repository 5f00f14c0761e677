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

import io.s3copy.camel.BodyAs;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.engine.CopySettings;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.OnMissing;
import io.s3copy.engine.CopySettings.Preserve;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.Restore;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Sizes;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the options of operation=copy. */
public final class CopyOptions {

    private static final long LEAST_LEASE_MILLIS = 1000;

    private CopyOptions() {}

    /**
     * The settings of an endpoint's copies.
     *
     * @throws InvalidParameterException if an option is out of its range, or two contradict each other
     */
    public static CopySettings read(S3CopyConfiguration configuration) {
        if (configuration.getDeleteSource() != DeleteSource.never && configuration.getVerify() == Verify.none) {
            throw new InvalidParameterException(
                    "option deleteSource",
                    configuration.getDeleteSource(),
                    "would delete the source of a copy that nothing proves, with verify=none",
                    "Set verify to auto, size or checksum");
        }
        if (configuration.getJournalLease() < LEAST_LEASE_MILLIS) {
            throw new InvalidParameterException(
                    "option journalLease",
                    configuration.getJournalLease(),
                    "is less than a second, which is too short for a sign of life",
                    "Give 1s or more");
        }
        return CopySettings.builder()
                .multipartThreshold(bytes("multipartThreshold", configuration.getMultipartThreshold()))
                .partSize(partSize(configuration.getPartSize()))
                .ifExists(configuration.getIfExists())
                // the deletion of an object has an event of its own
                .onMissing(configuration.getBodyAs() == BodyAs.events ? OnMissing.skip : configuration.getOnMissing())
                .onChange(configuration.getOnChange())
                .onArchived(configuration.getOnArchived())
                .restore(restore(configuration))
                .onTagsDenied(configuration.getOnTagsDenied())
                .preserve(preserve(configuration.getPreserve()))
                .strict(configuration.isStrict())
                .verify(configuration.getVerify())
                .deleteSource(configuration.getDeleteSource())
                .deleteSourceIncomplete(configuration.isDeleteSourceIncomplete())
                .deleteSourceUnchecked(configuration.isDeleteSourceUnchecked())
                .dryRun(configuration.isDryRun())
                .resume(configuration.isResume())
                .retryFor(Duration.ofMillis(configuration.getRetryFor()))
                .build();
    }

    static PartSize partSize(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "auto" -> new PartSize.Auto();
            case "source" -> new PartSize.Source();
            default -> new PartSize.Fixed(bytes("partSize", text));
        };
    }

    private static long bytes(String option, String text) {
        long bytes = Sizes.parse("option " + option, text);
        if (bytes < Limits.MIN_PART || bytes > Limits.MAX_SINGLE_COPY) {
            throw new InvalidParameterException(
                    "option " + option,
                    text,
                    "is not between 5 MiB and 5 GiB",
                    option.equals("partSize")
                            ? "Write for example 64MiB, or auto, or source"
                            : "Write for example 1GiB");
        }
        return bytes;
    }

    private static Restore restore(S3CopyConfiguration configuration) {
        int days = configuration.getRestoreDays();
        if (days < 1) {
            throw new InvalidParameterException("option restoreDays", days, "is less than 1", "Give 1 or more");
        }
        return new Restore(days, configuration.getRestoreTier());
    }

    private static Set<Preserve> preserve(@Nullable String text) {
        Set<Preserve> all = EnumSet.noneOf(Preserve.class);
        for (String name : text == null ? new String[0] : text.split(",")) {
            all.add(Arrays.stream(Preserve.values())
                    .filter(one -> one.name().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidParameterException(
                            "option preserve",
                            name,
                            "is not among "
                                    + Arrays.stream(Preserve.values())
                                            .map(Preserve::name)
                                            .collect(Collectors.joining(", ")),
                            "Write for example preserve=acl,storageClass")));
        }
        return all;
    }
}

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
import io.s3copy.camel.EventMode;
import io.s3copy.camel.LoggedCopies;
import io.s3copy.camel.OnSystemic;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.OnArchived;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.InvalidParameterException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Refuses options that nothing reads. The table says what reads each option. What is not in it is an option that all
 * operations read, or a parameter of S3, which {@link io.s3copy.camel.binding.ExchangeBinding} refuses if the call does
 * not carry it.
 */
public final class IgnoredOptions {

    private static final S3CopyConfiguration UNSAID = new S3CopyConfiguration();

    private static final String USE_PREFIX = "Use prefix, or operation=abortMultipartUpload for one upload";

    private static final Reader COPY =
            operation(one -> one == S3CopyOperation.copy, "Use operation=copy, or leave it out");
    private static final Reader COPIES =
            operation(S3CopyOperation::copies, "Use operation=copy, copyPrefix, copyManifest or sync, or leave it out");
    private static final Reader SYNC =
            operation(one -> one == S3CopyOperation.sync, "Use operation=sync, or leave it out");
    private static final Reader CHECK =
            operation(one -> one == S3CopyOperation.check, "Use operation=check, or leave it out");
    private static final Reader COPY_PREFIX =
            operation(one -> one == S3CopyOperation.copyPrefix, "Use operation=copyPrefix, or leave it out");
    private static final Reader MANIFEST =
            operation(one -> one == S3CopyOperation.copyManifest, "Use operation=copyManifest, or leave it out");
    private static final Reader RUNS =
            operation(BulkOptions::isRun, "Use operation=copyPrefix, copyManifest, sync or check, or leave it out");
    private static final Reader LISTS = operation(
            one -> one.isBulk() && one != S3CopyOperation.copyManifest,
            "Use operation=copyPrefix, sync, check or listObjects, or leave it out");
    private static final Reader MANAGED =
            operation(one -> !one.isRaw(), "Use operation=copy, cleanup or one on many objects, or leave it out");
    private static final Reader JOURNALS = operation(
            one -> one.copies() || one == S3CopyOperation.cleanup,
            "Use an operation that copies, or operation=cleanup, or leave it out");
    private static final Reader DRY = operation(
            one -> BulkOptions.isRun(one) || (!one.isRaw() && !one.isBulk()),
            "Use operation=copy, cleanup or one that works on many objects, or leave it out");
    private static final Reader CLEANUP =
            operation(one -> one == S3CopyOperation.cleanup, "Use operation=cleanup, or leave it out");
    private static final Reader LISTED_PREFIX = operation(
            one -> one == S3CopyOperation.cleanup || (one.isBulk() && one != S3CopyOperation.copyManifest),
            "Use keyPrefix for the keys of copies, or operation=cleanup");
    private static final Reader FILTERED =
            operation(S3CopyOperation::isBulk, "Use it in from, or with an operation on many objects, or leave it out");
    private static final Reader NOT_CLEANUP = operation(one -> one != S3CopyOperation.cleanup, "Leave it out");
    private static final Reader CONSUMER = operation(one -> false, "It is an option of the consumer: use it in from");
    private static final Reader MESSAGES = operation(S3CopyOperation::readsMessages, "Leave it out");
    private static final Reader SOURCES =
            operation(one -> one.readsMessages() || one == S3CopyOperation.copyManifest, "Leave it out");
    private static final Reader MAPPED = operation(one -> one.readsMessages() || BulkOptions.isRun(one), USE_PREFIX);
    private static final Reader KEYS = operation(S3CopyOperation::readsMessages, USE_PREFIX);

    private static final Reader EVENTS = setting("bodyAs=events", one -> one.getBodyAs() == BodyAs.events);
    private static final Reader HISTORY = setting("eventMode=history", one -> one.getEventMode() == EventMode.history);
    private static final Reader PAUSE = setting("onSystemic=pause", one -> one.getOnSystemic() == OnSystemic.pause);
    private static final Reader RESTORE =
            setting("onArchived=restore", one -> one.getOnArchived() == OnArchived.restore);
    private static final Reader DELETES = setting("delete=true", S3CopyConfiguration::isDelete);
    private static final Reader MOVE = new Reader(
            one -> one.getDeleteSource() != DeleteSource.never,
            one -> "is ignored with deleteSource=never",
            "Set deleteSource to marker or version, or leave it out");

    // spotless:off (a table reads best in rows)
    static final List<Option> OPTIONS = List.of(
            // What a user relies on: without these, a dry run would write, and a move would leave its source
            relied("bodyAs", only(S3CopyConfiguration::getBodyAs, BodyAs.events), COPY),
            relied("dryRun", S3CopyConfiguration::isDryRun, DRY),
            relied("resume", S3CopyConfiguration::isResume, COPIES),
            relied("deleteSource", S3CopyConfiguration::getDeleteSource, COPIES),
            relied("preserve", S3CopyConfiguration::getPreserve, COPIES),
            relied("strict", S3CopyConfiguration::isStrict, COPIES),
            relied("verify", only(S3CopyConfiguration::getVerify, Verify.checksum, Verify.size), COPIES),
            relied("prefix", S3CopyConfiguration::getPrefix, LISTED_PREFIX),

            // a producer that says them leaves undone what a consumer would do
            relied("afterRead", S3CopyConfiguration::getAfterRead, CONSUMER),
            option("afterReadTags", S3CopyConfiguration::getAfterReadTags, CONSUMER),
            option("moveTo", S3CopyConfiguration::getMoveTo, CONSUMER),
            option("maxMessagesPerPoll", S3CopyConfiguration::getMaxMessagesPerPoll, CONSUMER),
            option("idempotent", S3CopyConfiguration::isIdempotent, CONSUMER),
            option("rememberedObjects", S3CopyConfiguration::getRememberedObjects, CONSUMER),
            option("maxDenied", S3CopyConfiguration::getMaxDenied, CONSUMER),
            // without these, a run would work on what it should leave alone
            relied("include", S3CopyConfiguration::getInclude, FILTERED),
            relied("exclude", S3CopyConfiguration::getExclude, FILTERED),
            relied("minSize", S3CopyConfiguration::getMinSize, FILTERED),
            relied("maxSize", S3CopyConfiguration::getMaxSize, FILTERED),
            relied("modifiedAfter", S3CopyConfiguration::getModifiedAfter, FILTERED),
            relied("modifiedBefore", S3CopyConfiguration::getModifiedBefore, FILTERED),
            relied("minAge", S3CopyConfiguration::getMinAge, FILTERED),
            relied("maxAge", S3CopyConfiguration::getMaxAge, FILTERED),
            relied("storageClasses", S3CopyConfiguration::getStorageClasses, FILTERED),
            relied("filterTags", S3CopyConfiguration::getFilterTags, FILTERED),

            relied("delete", S3CopyConfiguration::isDelete, SYNC),
            relied("asOf", S3CopyConfiguration::getAsOf, COPY_PREFIX),
            relied("manifest", S3CopyConfiguration::getManifest, MANIFEST),
            option("compare", S3CopyConfiguration::getCompare, SYNC),
            option("check", S3CopyConfiguration::getCheck, CHECK),
            option("maxDelete", S3CopyConfiguration::getMaxDelete, SYNC, DELETES),
            option("deleteTo", S3CopyConfiguration::getDeleteTo, SYNC, DELETES),
            option("manifestFormat", S3CopyConfiguration::getManifestFormat, MANIFEST),
            option("manifestStatuses", S3CopyConfiguration::getManifestStatuses, MANIFEST),
            option("checkpoint", S3CopyConfiguration::getCheckpoint, RUNS),
            option("checkpointRepository", S3CopyConfiguration::getCheckpointRepository, RUNS),
            option("checkpointPeriod", S3CopyConfiguration::getCheckpointPeriod, RUNS),
            option("report", S3CopyConfiguration::getReport, RUNS),
            option("reportFormat", S3CopyConfiguration::getReportFormat, RUNS),
            option("reportScope", S3CopyConfiguration::getReportScope, RUNS),
            option("lists", S3CopyConfiguration::getLists, LISTS),
            option("requestsPerSecond", S3CopyConfiguration::getRequestsPerSecond, RUNS),
            option("bytesPerSecond", S3CopyConfiguration::getBytesPerSecond, RUNS),
            option("maxFailures", S3CopyConfiguration::getMaxFailures, RUNS),
            option("hours", S3CopyConfiguration::getHours, RUNS),

            option("verify", S3CopyConfiguration::getVerify, COPIES),
            option("ifExists", S3CopyConfiguration::getIfExists, COPIES),
            option("onMissing", S3CopyConfiguration::getOnMissing, COPIES),
            option("onChange", S3CopyConfiguration::getOnChange, COPIES),
            option("onArchived", S3CopyConfiguration::getOnArchived, COPIES),
            option("restoreDays", S3CopyConfiguration::getRestoreDays, COPIES, RESTORE),
            option("restoreTier", S3CopyConfiguration::getRestoreTier, COPIES, RESTORE),
            option("onTagsDenied", S3CopyConfiguration::getOnTagsDenied, COPIES),
            option("deleteSourceIncomplete", S3CopyConfiguration::isDeleteSourceIncomplete, COPIES, MOVE),
            option("deleteSourceUnchecked", S3CopyConfiguration::isDeleteSourceUnchecked, COPIES, MOVE),
            option("multipartThreshold", S3CopyConfiguration::getMultipartThreshold, COPIES),
            option("partSize", S3CopyConfiguration::getPartSize, COPIES),
            // the other values are about failures, of which any operation tells
            option("copyLog", only(S3CopyConfiguration::getCopyLog, LoggedCopies.all), COPIES),

            option("journal", S3CopyConfiguration::getJournal, JOURNALS),
            option("journalLease", S3CopyConfiguration::getJournalLease, JOURNALS),
            option("retryFor", S3CopyConfiguration::getRetryFor, MANAGED),
            option("olderThan", S3CopyConfiguration::getOlderThan, CLEANUP),
            option("initiator", S3CopyConfiguration::getInitiator, CLEANUP),

            // a key would seem to narrow what is aborted
            option("key", S3CopyConfiguration::getKey, KEYS),
            option("keyPrefix", S3CopyConfiguration::getKeyPrefix, MAPPED),
            option("stripPrefix", S3CopyConfiguration::getStripPrefix, MAPPED),
            option("keyExpression", S3CopyConfiguration::getKeyExpression, KEYS),
            option("uploadId", S3CopyConfiguration::getUploadId, KEYS),
            option("ifMatchInitiatedTime", S3CopyConfiguration::getIfMatchInitiatedTime, KEYS),
            option("headerParameters", S3CopyConfiguration::getHeaderParameters, MESSAGES),
            option("bodyAs", S3CopyConfiguration::getBodyAs, MESSAGES),
            option("allowedBuckets", S3CopyConfiguration::getAllowedBuckets, MESSAGES),
            option("allowedSourceBuckets", S3CopyConfiguration::getAllowedSourceBuckets, SOURCES),
            option("allowCustomerKeysOverHttp", S3CopyConfiguration::isAllowCustomerKeysOverHttp, NOT_CLEANUP),

            option("eventFormat", S3CopyConfiguration::getEventFormat, EVENTS),
            option("eventKeys", S3CopyConfiguration::getEventKeys, EVENTS),
            option("eventTypes", S3CopyConfiguration::getEventTypes, EVENTS),
            option("eventPrefix", S3CopyConfiguration::getEventPrefix, EVENTS),
            option("eventSuffix", S3CopyConfiguration::getEventSuffix, EVENTS),
            option("eventInclude", S3CopyConfiguration::getEventInclude, EVENTS),
            option("eventExclude", S3CopyConfiguration::getEventExclude, EVENTS),
            option("eventMinSize", S3CopyConfiguration::getEventMinSize, EVENTS),
            option("eventMaxSize", S3CopyConfiguration::getEventMaxSize, EVENTS),
            option("eventMode", S3CopyConfiguration::getEventMode, EVENTS),
            option("propagateDeletes", S3CopyConfiguration::getPropagateDeletes, EVENTS),
            option("allowLoops", S3CopyConfiguration::isAllowLoops, EVENTS),
            option("ignoredPrincipals", S3CopyConfiguration::getIgnoredPrincipals, EVENTS),
            option("onSystemic", S3CopyConfiguration::getOnSystemic, EVENTS),
            option("pauseTimeout", S3CopyConfiguration::getPauseTimeout, EVENTS, PAUSE),
            option("idempotentRepository", S3CopyConfiguration::getIdempotentRepository, EVENTS, HISTORY),
            option("stateRepository", S3CopyConfiguration::getStateRepository, EVENTS, HISTORY),
            option("eventExpiry", S3CopyConfiguration::getEventExpiry, EVENTS, HISTORY));
    // spotless:on

    /** What a consumer reads. An endpoint does not know yet whether it is to consume when it starts. */
    private static final Set<String> READ_BY_CONSUMER = Set.of(
            "afterRead",
            "afterReadTags",
            "moveTo",
            "deleteSourceUnchecked",
            "maxMessagesPerPoll",
            "idempotent",
            "idempotentRepository",
            "rememberedObjects",
            "maxDenied",
            "retryFor",
            "prefix",
            "include",
            "exclude",
            "minSize",
            "maxSize",
            "modifiedAfter",
            "modifiedBefore",
            "minAge",
            "maxAge",
            "storageClasses",
            "filterTags");

    private IgnoredOptions() {}

    /**
     * What reads an option.
     *
     * @param reads whether it does, with the options of an endpoint
     * @param rule what an error says if it does not
     * @param fix what an error proposes
     */
    private record Reader(
            Predicate<S3CopyConfiguration> reads, Function<S3CopyConfiguration, String> rule, String fix) {}

    /**
     * A row of the table.
     *
     * @param readers all of which must be there; the first that is not is named
     * @param relied whether the option is refused even as a default of the component
     */
    record Option(String name, Function<S3CopyConfiguration, Object> value, List<Reader> readers, boolean relied) {

        private boolean isSaid(S3CopyConfiguration configuration, S3CopyConfiguration defaults) {
            Object said = value.apply(configuration);
            return !Objects.equals(said, value.apply(UNSAID))
                    && (relied || !Objects.equals(said, value.apply(defaults)));
        }
    }

    /** A default of the component is for those endpoints that read it. */
    private static Option option(String name, Function<S3CopyConfiguration, Object> value, Reader... readers) {
        return new Option(name, value, List.of(readers), false);
    }

    private static Option relied(String name, Function<S3CopyConfiguration, Object> value, Reader reader) {
        return new Option(name, value, List.of(reader), true);
    }

    /** An option, if it has one of some values. */
    private static Function<S3CopyConfiguration, Object> only(
            Function<S3CopyConfiguration, Object> value, Object... some) {
        List<Object> values = List.of(some);
        return configuration -> values.contains(value.apply(configuration)) ? value.apply(configuration) : "";
    }

    private static Reader operation(Predicate<S3CopyOperation> reads, String fix) {
        return new Reader(
                one -> reads.test(one.getOperation()), one -> "is ignored by operation=" + one.getOperation(), fix);
    }

    private static Reader setting(String setting, Predicate<S3CopyConfiguration> reads) {
        return new Reader(reads, one -> "is ignored without " + setting, "Add " + setting + ", or leave it out");
    }

    /**
     * Refuses what a producer says and does not read.
     *
     * @param defaults of the component
     * @throws InvalidParameterException when it says so
     */
    public static void refuse(S3CopyConfiguration configuration, S3CopyConfiguration defaults) {
        OPTIONS.forEach(option -> refuse(option, configuration, defaults));
    }

    /** Refuses what an endpoint says that neither its producer nor its consumer would read. */
    public static void refuseInAnyRole(S3CopyConfiguration configuration, S3CopyConfiguration defaults) {
        OPTIONS.stream()
                .filter(option -> !READ_BY_CONSUMER.contains(option.name))
                .forEach(option -> refuse(option, configuration, defaults));
    }

    private static void refuse(Option option, S3CopyConfiguration configuration, S3CopyConfiguration defaults) {
        if (option.isSaid(configuration, defaults)) {
            for (Reader reader : option.readers) {
                if (!reader.reads.test(configuration)) {
                    throw new InvalidParameterException(
                            "option " + option.name,
                            option.value.apply(configuration),
                            reader.rule.apply(configuration),
                            reader.fix);
                }
            }
        }
    }

    /**
     * Refuses what a consumer says and does not read.
     *
     * @param defaults of the component, which are for those endpoints that read them
     * @param saidInUri the parameters of S3 that the endpoint's URI sets
     * @throws InvalidParameterException when it says so
     */
    public static void refuseInConsumer(
            S3CopyConfiguration configuration, S3CopyConfiguration defaults, Set<CopyParameter> saidInUri) {
        if (configuration.getOperation() != S3CopyOperation.copy) {
            throw ofProducer("operation", configuration.getOperation());
        }
        for (Option option : OPTIONS) {
            if (!READ_BY_CONSUMER.contains(option.name)
                    && !Objects.equals(option.value.apply(configuration), option.value.apply(defaults))) {
                throw ofProducer(option.name, option.value.apply(configuration));
            }
        }
        for (CopyParameter row : saidInUri) {
            if (row != CopyParameter.REQUEST_PAYER && row != CopyParameter.EXPECTED_BUCKET_OWNER) {
                throw ofProducer(row.option().orElse(row.member()), null);
            }
        }
    }

    private static InvalidParameterException ofProducer(String option, @Nullable Object value) {
        return new InvalidParameterException(
                "option " + option,
                value,
                "is ignored by the consumer",
                "It is an option of the producer: use it in to");
    }
}

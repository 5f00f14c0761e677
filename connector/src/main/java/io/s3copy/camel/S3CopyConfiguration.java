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
package io.s3copy.camel;

import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.CopySettings.OnArchived;
import io.s3copy.engine.CopySettings.OnChange;
import io.s3copy.engine.CopySettings.OnMissing;
import io.s3copy.engine.CopySettings.OnTagsDenied;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.engine.cleanup.CleanupSettings.Initiator;
import java.util.LinkedHashMap;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/**
 * The options of an endpoint, and the component's defaults for them: first the options of the component, then those of
 * listings, then the mirror, one option for each row of {@link io.s3copy.parameter.CopyParameter} that has one, then those
 * of its client. No logic: values are read and checked where they are bound.
 */
@UriParams
public class S3CopyConfiguration extends BulkConfiguration {

    @UriParam(label = "producer", defaultValue = "copy")
    private S3CopyOperation operation = S3CopyOperation.copy;

    @UriParam(label = "producer")
    private @Nullable String keyPrefix;

    @UriParam(label = "producer")
    private @Nullable String stripPrefix;

    @UriParam(label = "producer")
    private @Nullable String keyExpression;

    @UriParam(label = "producer,security", defaultValue = "all")
    private HeaderParameters headerParameters = HeaderParameters.all;

    @UriParam(label = "producer,security", defaultValue = "none")
    private BodyAs bodyAs = BodyAs.none;

    @UriParam(label = "producer", defaultValue = "auto", enums = "auto,s3,sns,eventbridge,minio,ceph,cloudEvents")
    private String eventFormat = "auto";

    @UriParam(label = "producer", defaultValue = "auto", enums = "auto,encoded,plain")
    private String eventKeys = "auto";

    @UriParam(label = "producer", defaultValue = "ObjectCreated:*")
    private String eventTypes = "ObjectCreated:*";

    @UriParam(label = "producer")
    private @Nullable String eventPrefix;

    @UriParam(label = "producer")
    private @Nullable String eventSuffix;

    @UriParam(label = "producer")
    private @Nullable String eventInclude;

    @UriParam(label = "producer")
    private @Nullable String eventExclude;

    @UriParam(label = "producer")
    private @Nullable String eventMinSize;

    @UriParam(label = "producer")
    private @Nullable String eventMaxSize;

    @UriParam(label = "producer", defaultValue = "state")
    private EventMode eventMode = EventMode.state;

    @UriParam(label = "advanced")
    private @Nullable IdempotentRepository idempotentRepository;

    @UriParam(label = "producer,advanced")
    private @Nullable StateRepository<String, String> stateRepository;

    @UriParam(label = "producer,advanced", defaultValue = "1209600000", javaType = "java.time.Duration")
    private long eventExpiry = 1209600000;

    @UriParam(label = "producer", defaultValue = "pause")
    private OnSystemic onSystemic = OnSystemic.pause;

    @UriParam(label = "producer,advanced", javaType = "java.time.Duration", defaultValue = "0")
    private long pauseTimeout;

    @UriParam(label = "producer", defaultValue = "none")
    private PropagateDeletes propagateDeletes = PropagateDeletes.none;

    @UriParam(label = "producer,security", defaultValue = "false")
    private boolean allowLoops = false;

    @UriParam(label = "producer,security")
    private @Nullable String ignoredPrincipals;

    @UriParam(label = "producer,security")
    private @Nullable String allowedBuckets;

    @UriParam(label = "producer,security")
    private @Nullable String allowedSourceBuckets;

    @UriParam(label = "producer,security", defaultValue = "false")
    private boolean allowCustomerKeysOverHttp = false;

    @UriParam(label = "producer", defaultValue = "128")
    private int maxPending = 128;

    @UriParam(label = "producer", defaultValue = "5GiB")
    private String multipartThreshold = "5GiB";

    @UriParam(label = "producer", defaultValue = "auto")
    private String partSize = "auto";

    @UriParam(label = "producer", defaultValue = "overwrite")
    private IfExists ifExists = IfExists.overwrite;

    @UriParam(label = "producer", defaultValue = "fail")
    private OnMissing onMissing = OnMissing.fail;

    @UriParam(label = "producer", defaultValue = "fail")
    private OnChange onChange = OnChange.fail;

    @UriParam(label = "producer", defaultValue = "fail")
    private OnArchived onArchived = OnArchived.fail;

    @UriParam(label = "producer", defaultValue = "1")
    private int restoreDays = 1;

    @UriParam(label = "producer", defaultValue = "Standard", enums = "Standard,Bulk,Expedited")
    private String restoreTier = "Standard";

    @UriParam(label = "producer", defaultValue = "fail")
    private OnTagsDenied onTagsDenied = OnTagsDenied.fail;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean strict = false;

    @UriParam(label = "producer", enums = "acl,storageClass,websiteRedirect,objectLock")
    private @Nullable String preserve;

    @UriParam(label = "producer", defaultValue = "auto")
    private Verify verify = Verify.auto;

    @UriParam(label = "producer", defaultValue = "never")
    private DeleteSource deleteSource = DeleteSource.never;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean deleteSourceIncomplete = false;

    @UriParam(label = "common", defaultValue = "false")
    private boolean deleteSourceUnchecked = false;

    @UriParam(label = "advanced", defaultValue = "auto")
    private String serviceTraits = "auto";

    @UriParam(label = "producer", defaultValue = "false")
    private boolean dryRun = false;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean resume = false;

    @UriParam(label = "producer,advanced")
    private @Nullable StateRepository<String, String> journal;

    @UriParam(label = "producer,advanced", defaultValue = "30000", javaType = "java.time.Duration")
    private long journalLease = 30000;

    @UriParam(label = "producer", defaultValue = "604800000", javaType = "java.time.Duration")
    private long olderThan = 604800000;

    @UriParam(label = "producer", defaultValue = "own")
    private Initiator initiator = Initiator.own;

    @UriParam(label = "common", defaultValue = "3600000", javaType = "java.time.Duration")
    private long retryFor = 3600000;

    @UriParam(label = "advanced")
    @Metadata(autowired = true)
    private @Nullable CopyListener copyListener;

    @UriParam(label = "producer", defaultValue = "failed")
    private LoggedCopies copyLog = LoggedCopies.failed;

    /** A copy for an endpoint. The maps are copied, too. */
    public S3CopyConfiguration copy() {
        try {
            S3CopyConfiguration copy = (S3CopyConfiguration) super.clone();
            copy.setMetadata(getMetadata() == null ? null : new LinkedHashMap<>(getMetadata()));
            copy.setTags(getTags() == null ? null : new LinkedHashMap<>(getTags()));
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public S3CopyOperation getOperation() {
        return operation;
    }

    /**
     * What the producer does: copy (an object of any size), copyObject (one call, up to 5 GiB), one call of a multipart
     * copy, or cleanup (aborts abandoned uploads). Never taken from a message.
     */
    public void setOperation(S3CopyOperation operation) {
        this.operation = operation;
    }

    public @Nullable String getKeyPrefix() {
        return keyPrefix;
    }

    /**
     * The text before the destination key: keyPrefix plus the source key without stripPrefix. Default: none, so the
     * copy keeps the source's key. Not together with key or keyExpression.
     */
    public void setKeyPrefix(@Nullable String keyPrefix) {
        this.keyPrefix = keyPrefix;
    }

    public @Nullable String getStripPrefix() {
        return stripPrefix;
    }

    /** The prefix to remove from the source key. A source key that does not start with it fails. */
    public void setStripPrefix(@Nullable String stripPrefix) {
        this.stripPrefix = stripPrefix;
    }

    public @Nullable String getKeyExpression() {
        return keyExpression;
    }

    /**
     * The destination key as an expression in the Simple language, written by the author of the route, for example
     * archive/${date:now:yyyy}/${header.CamelS3CopyCopySourceKey}. Message data enters as values only, never as an
     * expression. Write it as RAW(...) in a URI. Not together with key or keyPrefix.
     */
    public void setKeyExpression(@Nullable String keyExpression) {
        this.keyExpression = keyExpression;
    }

    public HeaderParameters getHeaderParameters() {
        return headerParameters;
    }

    /** Which message headers are read as parameters: all, source (only those that name the source), or none. */
    public void setHeaderParameters(HeaderParameters headerParameters) {
        this.headerParameters = headerParameters;
    }

    public BodyAs getBodyAs() {
        return bodyAs;
    }

    /**
     * How the message body is read. Requests in Java types (CopyRequest, the AWS SDK's requests, an ObjectEvent) are
     * always read. parameters reads a Map or JSON in boto3's keywords. events reads a notification, and copies each
     * object that it names (operation=copy). Both need allowedSourceBuckets or expectedSourceBucketOwner.
     */
    public void setBodyAs(BodyAs bodyAs) {
        this.bodyAs = bodyAs;
    }

    public String getEventFormat() {
        return eventFormat;
    }

    /**
     * With bodyAs=events: the format of notifications. auto recognises it by content; any other value accepts only that
     * format.
     */
    public void setEventFormat(String eventFormat) {
        this.eventFormat = eventFormat;
    }

    public String getEventKeys() {
        return eventKeys;
    }

    /**
     * With bodyAs=events: how keys are written in records. auto uses the sender's rule: S3 and MinIO form-encode keys;
     * Ceph, Scality, the Versity gateway and EventBridge do not. A key of an unknown sender is refused if decoding
     * would change it: set encoded or plain for such a server.
     */
    public void setEventKeys(String eventKeys) {
        this.eventKeys = eventKeys;
    }

    public String getEventTypes() {
        return eventTypes;
    }

    /**
     * With bodyAs=events: the event types to apply, by S3's names, separated by commas, such as
     * ObjectCreated:Put,ObjectRestore:Completed. Deletions also need propagateDeletes.
     */
    public void setEventTypes(String eventTypes) {
        this.eventTypes = eventTypes;
    }

    public @Nullable String getEventPrefix() {
        return eventPrefix;
    }

    /** With bodyAs=events: the prefix that source keys must have. Default: any. */
    public void setEventPrefix(@Nullable String eventPrefix) {
        this.eventPrefix = eventPrefix;
    }

    public @Nullable String getEventSuffix() {
        return eventSuffix;
    }

    /** With bodyAs=events: the suffix that source keys must have. Default: any. */
    public void setEventSuffix(@Nullable String eventSuffix) {
        this.eventSuffix = eventSuffix;
    }

    public @Nullable String getEventInclude() {
        return eventInclude;
    }

    /**
     * With bodyAs=events: patterns, separated by commas. A source key must match one of them. One star stops at a
     * slash, two stars do not; a pattern without a leading slash may match after any slash. Default: all keys.
     */
    public void setEventInclude(@Nullable String eventInclude) {
        this.eventInclude = eventInclude;
    }

    public @Nullable String getEventExclude() {
        return eventExclude;
    }

    /** With bodyAs=events: patterns as in eventInclude. A source key that matches one of them is ignored. */
    public void setEventExclude(@Nullable String eventExclude) {
        this.eventExclude = eventExclude;
    }

    public @Nullable String getEventMinSize() {
        return eventMinSize;
    }

    /** With bodyAs=events: the smallest size of an object, such as 1KiB. Used only if the event tells the size. */
    public void setEventMinSize(@Nullable String eventMinSize) {
        this.eventMinSize = eventMinSize;
    }

    public @Nullable String getEventMaxSize() {
        return eventMaxSize;
    }

    /** With bodyAs=events: the largest size of an object, such as 1GiB. Used only if the event tells the size. */
    public void setEventMaxSize(@Nullable String eventMaxSize) {
        this.eventMaxSize = eventMaxSize;
    }

    public EventMode getEventMode() {
        return eventMode;
    }

    /**
     * With bodyAs=events: what an event means. state copies what the source holds now under the event's key, so
     * duplicates and disorder are harmless. history copies the version that the event names, once, and nothing older
     * than what was copied to that key before; it needs s3:GetObjectVersion.
     */
    public void setEventMode(EventMode eventMode) {
        this.eventMode = eventMode;
    }

    public @Nullable IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    /**
     * Remembers which objects the consumer has sent (idempotent); and with eventMode=history, which events were applied.
     * Default: memory, which is lost at a restart. Keys are of 64 characters at most in the consumer.
     */
    public void setIdempotentRepository(@Nullable IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public @Nullable StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    /**
     * With eventMode=history: remembers the sequencer of the last event applied to each key. Default: memory, which is
     * lost at a restart.
     */
    public void setStateRepository(@Nullable StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public long getEventExpiry() {
        return eventExpiry;
    }

    /**
     * With eventMode=history and no repository: how long an event is remembered; at most the last 100,000 are. Not less
     * than the queue keeps messages (SQS: at most 14 days).
     */
    public void setEventExpiry(long eventExpiry) {
        this.eventExpiry = eventExpiry;
    }

    public OnSystemic getOnSystemic() {
        return onSystemic;
    }

    /**
     * With bodyAs=events: what happens to events that fail with a configuration fault, such as a revoked permission.
     * pause holds them and suspends the consumer of their route, so messages stay in the queue. It tries one event,
     * less and less often, until one is copied; then all go on. An object that is refused while others are copied fails
     * by itself. fail lets each event fail at once: use it for senders that wait for an answer, such as webhooks.
     * Events from direct, or from outside of routes, always fail at once. Never taken from a message.
     */
    public void setOnSystemic(OnSystemic onSystemic) {
        this.onSystemic = onSystemic;
    }

    public long getPauseTimeout() {
        return pauseTimeout;
    }

    /**
     * With onSystemic=pause: how long an event may be held before it fails as with fail. 0: no limit. Set it for
     * consumers that must return in time: Kafka takes the partitions from a consumer that does not poll within
     * max.poll.interval.ms.
     */
    public void setPauseTimeout(long pauseTimeout) {
        this.pauseTimeout = pauseTimeout;
    }

    public PropagateDeletes getPropagateDeletes() {
        return propagateDeletes;
    }

    /**
     * With bodyAs=events: which deletions at the source are repeated at the destination: none, current (delete markers,
     * and removals in buckets without versions), or versions (also removals of a version, if no version is current any
     * more; only with eventMode=state). The component looks at the source first, which needs s3:ListBucket, and never
     * names a version of the destination. Never taken from a message.
     */
    public void setPropagateDeletes(PropagateDeletes propagateDeletes) {
        this.propagateDeletes = propagateDeletes;
    }

    public boolean isAllowLoops() {
        return allowLoops;
    }

    /**
     * With bodyAs=events: allow copies into a bucket that events come from. Then each copy is an event, too: exclude
     * your copies by eventTypes, eventExclude or ignoredPrincipals, or they are copied for ever.
     */
    public void setAllowLoops(boolean allowLoops) {
        this.allowLoops = allowLoops;
    }

    public @Nullable String getIgnoredPrincipals() {
        return ignoredPrincipals;
    }

    /**
     * With bodyAs=events: principals whose events are ignored, as events write them, separated by commas, such as
     * AWS:AROAEXAMPLEID:* for the sessions of a role. With allowLoops, name the principal that makes the copies.
     */
    public void setIgnoredPrincipals(@Nullable String ignoredPrincipals) {
        this.ignoredPrincipals = ignoredPrincipals;
    }

    public @Nullable String getAllowedBuckets() {
        return allowedBuckets;
    }

    /**
     * The destination buckets that a message may name, separated by commas. Default: only the bucket of the
     * endpoint.
     */
    public void setAllowedBuckets(@Nullable String allowedBuckets) {
        this.allowedBuckets = allowedBuckets;
    }

    public @Nullable String getAllowedSourceBuckets() {
        return allowedSourceBuckets;
    }

    /**
     * The source buckets that a message may name, separated by commas. Default: any. bodyAs=parameters and
     * bodyAs=events need this or expectedSourceBucketOwner.
     */
    public void setAllowedSourceBuckets(@Nullable String allowedSourceBuckets) {
        this.allowedSourceBuckets = allowedSourceBuckets;
    }

    public boolean isAllowCustomerKeysOverHttp() {
        return allowCustomerKeysOverHttp;
    }

    /**
     * Send customer keys (SSE-C) over plain HTTP to a server that is not on loopback. Others on the network can read
     * them.
     */
    public void setAllowCustomerKeysOverHttp(boolean allowCustomerKeysOverHttp) {
        this.allowCustomerKeysOverHttp = allowCustomerKeysOverHttp;
    }

    public int getMaxPending() {
        return maxPending;
    }

    /** How many calls of this endpoint may wait for their answers. At that limit, the producer blocks its caller. */
    public void setMaxPending(int maxPending) {
        this.maxPending = maxPending;
    }

    public String getMultipartThreshold() {
        return multipartThreshold;
    }

    /**
     * The size above which operation=copy copies in parts: 5MiB to 5GiB. Default: 5GiB, the most that S3 copies in one
     * atomic call. With a lower value, a copy whose size is not known needs a HEAD first.
     */
    public void setMultipartThreshold(String multipartThreshold) {
        this.multipartThreshold = multipartThreshold;
    }

    public String getPartSize() {
        return partSize;
    }

    /**
     * The size of parts of operation=copy: 5MiB to 5GiB (it grows for an object that would have more than 10,000
     * parts), auto, or source. auto, the default, is 64 to 256 MiB, by the size of the object. source copies the parts
     * in which the source was uploaded, so the copy has the source's ETag and checksum; it needs the size of each part.
     */
    public void setPartSize(String partSize) {
        this.partSize = partSize;
    }

    public IfExists getIfExists() {
        return ifExists;
    }

    /**
     * What operation=copy does if the destination exists: overwrite it, skip the copy (one more HEAD), skipIfSame (skip
     * if size and checksum or ETag are equal: one more HEAD of each object), or fail with 412. skip and fail are a
     * condition that S3 checks when it writes. (A server other than AWS may ignore it: see serviceTraits.)
     */
    public void setIfExists(IfExists ifExists) {
        this.ifExists = ifExists;
    }

    public OnMissing getOnMissing() {
        return onMissing;
    }

    /** What operation=copy does if the source does not exist: fail, or skip the copy. */
    public void setOnMissing(OnMissing onMissing) {
        this.onMissing = onMissing;
    }

    public OnArchived getOnArchived() {
        return onArchived;
    }

    /**
     * What operation=copy does if the source is archived and must be restored first: fail, skip the copy, or restore.
     * restore requests the restoration (restoreDays, restoreTier; needs s3:RestoreObject) and skips the copy: send the
     * message again when it is done.
     */
    public void setOnArchived(OnArchived onArchived) {
        this.onArchived = onArchived;
    }

    public OnTagsDenied getOnTagsDenied() {
        return onTagsDenied;
    }

    /**
     * What operation=copy does if a copy in parts must carry the source's tags but may not read them: fail, or ignore,
     * which copies without tags and says so in the result.
     */
    public void setOnTagsDenied(OnTagsDenied onTagsDenied) {
        this.onTagsDenied = onTagsDenied;
    }

    public boolean isStrict() {
        return strict;
    }

    /**
     * Fail operation=copy before the object becomes visible if a copy in parts cannot carry something that the source
     * has, or if a condition on the destination would not be atomic because the service is not known to heed it
     * (serviceTraits).
     */
    public void setStrict(boolean strict) {
        this.strict = strict;
    }

    public OnChange getOnChange() {
        return onChange;
    }

    /**
     * What operation=copy does if the source changes while it is copied in parts: fail with 412, or retry, which starts
     * again with the new state, at most five times. One call always copies one state.
     */
    public void setOnChange(OnChange onChange) {
        this.onChange = onChange;
    }

    public int getRestoreDays() {
        return restoreDays;
    }

    /**
     * With onArchived=restore: for how many days the source is restored, 1 or more. Does not apply to
     * Intelligent-Tiering, which keeps restored objects.
     */
    public void setRestoreDays(int restoreDays) {
        this.restoreDays = restoreDays;
    }

    public String getRestoreTier() {
        return restoreTier;
    }

    /**
     * With onArchived=restore: the speed of the restoration: Standard (hours), Bulk (up to two days, the cheapest) or
     * Expedited (minutes, the most expensive; not for DEEP_ARCHIVE).
     */
    public void setRestoreTier(String restoreTier) {
        this.restoreTier = restoreTier;
    }

    public @Nullable String getPreserve() {
        return preserve;
    }

    /**
     * What operation=copy carries from the source although S3 does not: a list, separated by commas, of acl (needs
     * s3:GetObjectAcl and s3:PutObjectAcl), storageClass, websiteRedirect and objectLock (legal hold, and a retention
     * that has not ended, if the caller may read them). What the endpoint or a message sets is stronger. Costs a HEAD
     * for each copy, and a GetObjectAcl for acl.
     */
    public void setPreserve(@Nullable String preserve) {
        this.preserve = preserve;
    }

    public Verify getVerify() {
        return verify;
    }

    /**
     * What must prove operation=copy. auto compares what its calls returned, which may be nothing, and fails on a
     * difference. checksum fails without equal checksums, or equal ETags that are digests of the content. size compares
     * the sizes, by a HEAD of source and copy. none compares nothing. The result says what proved the copy.
     */
    public void setVerify(Verify verify) {
        this.verify = verify;
    }

    public DeleteSource getDeleteSource() {
        return deleteSource;
    }

    /**
     * Whether operation=copy deletes the source of a verified copy (a move). marker deletes it without naming a
     * version, if it is still the object that was copied: in a versioned bucket it can be recovered. version
     * permanently deletes the copied version. The source is kept if the copy is skipped, its outcome is unknown, its
     * content is not proven, it lacks something (deleteSourceIncomplete), or the service may ignore the condition
     * (deleteSourceUnchecked); the result says which. Costs HEADs of source and copy.
     */
    public void setDeleteSource(DeleteSource deleteSource) {
        this.deleteSource = deleteSource;
    }

    public boolean isDeleteSourceIncomplete() {
        return deleteSourceIncomplete;
    }

    /**
     * Let deleteSource delete the source even if the copy lacks something that the result names in notCarried: a
     * metadata entry that no header can carry, or tags that may not be read. Default: the source is kept, and the
     * result says INCOMPLETE.
     */
    public void setDeleteSourceIncomplete(boolean deleteSourceIncomplete) {
        this.deleteSourceIncomplete = deleteSourceIncomplete;
    }

    public boolean isDeleteSourceUnchecked() {
        return deleteSourceUnchecked;
    }

    /**
     * Let deleteSource=marker, or afterRead of the consumer, delete the source at a service that is not known to heed If-Match
     * on DeleteObject. An
     * object that is written between the last look and the deletion is then lost, unless the bucket has versions.
     * Default: the source is kept, and the result says UNCHECKED. No effect on AWS.
     */
    public void setDeleteSourceUnchecked(boolean deleteSourceUnchecked) {
        this.deleteSourceUnchecked = deleteSourceUnchecked;
    }

    public String getServiceTraits() {
        return serviceTraits;
    }

    /**
     * What the S3 service does with requests, as far as you know. auto: AWS does all that it documents; at any other
     * service, operation=copy tests each trait by one request when a copy first depends on it, and keeps the answer for
     * an hour. aws: the service does all that S3 documents; nothing is tested. Or pairs, separated by commas, of a
     * trait (sourceCondition, partCondition, writeCondition, writeIfNoneMatch, completeCondition, deleteCondition,
     * copyMetadata, copyTags, createTags, copyEncryption, copyKms, copyCustomerKey, createEncryption, createKms,
     * createCustomerKey, objectLock, websiteRedirect, checksumMode, createChecksum, completeChecksum, objectSize,
     * objectAttributes, initiator) and heeded, ignored or refused, such as
     * deleteCondition=heeded,partCondition=ignored. docs/servers.md has a table of servers. A wrong heeded can lose
     * objects.
     */
    public void setServiceTraits(String serviceTraits) {
        this.serviceTraits = serviceTraits;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /**
     * Let operation=copy read and plan but write nothing, and operation=cleanup list but abort nothing: the result says
     * what would be done.
     */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public boolean isResume() {
        return resume;
    }

    /**
     * Keep the upload of an operation=copy in parts that a stop or a crash interrupts, and resume it when the same
     * object is copied again: same source and state, same parts, same options. Otherwise it is aborted. Needs
     * s3:ListMultipartUploadParts, and a journal that survives the process.
     */
    public void setResume(boolean resume) {
        this.resume = resume;
    }

    public long getOlderThan() {
        return olderThan;
    }

    /**
     * The age from which operation=cleanup aborts an upload (for example 7d): at least an hour, and more than the
     * longest upload to the bucket takes. Abandoned uploads in the journal may have any age.
     */
    public void setOlderThan(long olderThan) {
        this.olderThan = olderThan;
    }

    public Initiator getInitiator() {
        return initiator;
    }

    /** Whose uploads operation=cleanup aborts: own (those of its credentials) or any (needs a prefix). */
    public void setInitiator(Initiator initiator) {
        this.initiator = initiator;
    }

    public @Nullable StateRepository<String, String> getJournal() {
        return journal;
    }

    /**
     * Where operation=copy remembers its uploads, and operation=cleanup finds them after a crash: a StateRepository,
     * such as FileStateRepository, for one process at a time. Default: the memory of the component, which survives a
     * stop of the route but not of the process.
     */
    public void setJournal(@Nullable StateRepository<String, String> journal) {
        this.journal = journal;
    }

    public long getJournalLease() {
        return journalLease;
    }

    /**
     * How long a copy holds its upload in the journal after its last sign of life: 1 s or more, 30 s by default. After
     * a crash, the upload is resumed or aborted only after that time.
     */
    public void setJournalLease(long journalLease) {
        this.journalLease = journalLease;
    }

    public long getRetryFor() {
        return retryFor;
    }

    /**
     * How long operation=copy and operation=cleanup retry after transient faults (throttles, server errors, cut
     * connections), in milliseconds or as 1h, the default. The consumer retries for a minute at most, and polls again.
     */
    public void setRetryFor(long retryFor) {
        this.retryFor = retryFor;
    }

    public @Nullable CopyListener getCopyListener() {
        return copyListener;
    }

    /**
     * Receives the progress of operation=copy: each copy's start, parts, retries and end. Default: the only one in the
     * registry, if any. It is called on threads of the client and must not block.
     */
    public void setCopyListener(@Nullable CopyListener copyListener) {
        this.copyListener = copyListener;
    }

    public LoggedCopies getCopyLog() {
        return copyLog;
    }

    /**
     * Which copies the log tells of. Camel's error handler, or the sender, tells of an exchange that fails. failed adds
     * a WARN for each failure that a route handles, for instance with a dead letter channel, because Camel then logs
     * nothing; at most 60 a minute. all adds an INFO for each copy that was made or skipped. none leaves the log to the
     * route.
     */
    public void setCopyLog(LoggedCopies copyLog) {
        this.copyLog = copyLog;
    }
}

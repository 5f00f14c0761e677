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
 * The options of an endpoint, and the component's defaults for them: what is copied and how, over the mirror and the
 * clients. No logic: values are read and checked where they are bound.
 */
@UriParams
public class S3CopyConfiguration extends MirrorConfiguration {

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

    @UriParam(label = "producer,advanced")
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

    @UriParam(label = "producer", defaultValue = "false")
    private boolean deleteSourceUnchecked = false;

    @UriParam(label = "producer,advanced", defaultValue = "auto")
    private String serviceTraits = "auto";

    @UriParam(label = "producer", defaultValue = "false")
    private boolean dryRun = false;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean resume = false;

    @UriParam(label = "producer,advanced")
    private @Nullable StateRepository<String, String> journal;

    @UriParam(label = "producer,advanced", defaultValue = "30000", javaType = "java.time.Duration")
    private long journalLease = 30000;

    @UriParam(label = "producer")
    private @Nullable String prefix;

    @UriParam(label = "producer", defaultValue = "604800000", javaType = "java.time.Duration")
    private long olderThan = 604800000;

    @UriParam(label = "producer", defaultValue = "own")
    private Initiator initiator = Initiator.own;

    @UriParam(label = "producer", defaultValue = "3600000", javaType = "java.time.Duration")
    private long retryFor = 3600000;

    @UriParam(label = "advanced")
    @Metadata(autowired = true)
    private @Nullable CopyListener copyListener;

    @UriParam(label = "producer", defaultValue = "failed")
    private LoggedCopies copyLog = LoggedCopies.failed;

    /** A configuration of its own for an endpoint; the maps are copied too. */
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
     * What the producer does: copy (an object of any size, by the engine), copyObject (one call, up to 5 GiB), one of the
     * calls of a multipart copy, or cleanup (aborts incomplete uploads that nobody goes on with). Never taken from a message.
     */
    public void setOperation(S3CopyOperation operation) {
        this.operation = operation;
    }

    public @Nullable String getKeyPrefix() {
        return keyPrefix;
    }

    /**
     * The destination key is this text plus the source key less stripPrefix. Default: nothing, so that the copy
     * keeps the source's key. Not together with key or keyExpression.
     */
    public void setKeyPrefix(@Nullable String keyPrefix) {
        this.keyPrefix = keyPrefix;
    }

    public @Nullable String getStripPrefix() {
        return stripPrefix;
    }

    /**
     * What the source key must begin with, and the destination key drops. A source key that begins otherwise
     * fails.
     */
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

    /**
     * Which message headers are read as parameters: all, only those that name the source, or none.
     */
    public void setHeaderParameters(HeaderParameters headerParameters) {
        this.headerParameters = headerParameters;
    }

    public BodyAs getBodyAs() {
        return bodyAs;
    }

    /**
     * What a message body is read as, beside requests in Java types (CopyRequest, the AWS SDK's requests, and an
     * ObjectEvent), which are always read. parameters reads a Map or JSON in the keywords of boto3, events a
     * notification about objects, each of which is copied (operation=copy). Both need allowedSourceBuckets or
     * expectedSourceBucketOwner.
     */
    public void setBodyAs(BodyAs bodyAs) {
        this.bodyAs = bodyAs;
    }

    public String getEventFormat() {
        return eventFormat;
    }

    /**
     * With bodyAs=events: what notifications are. auto recognises each by its content; any other refuses what is not
     * of that format.
     */
    public void setEventFormat(String eventFormat) {
        this.eventFormat = eventFormat;
    }

    public String getEventKeys() {
        return eventKeys;
    }

    /**
     * With bodyAs=events: how keys stand in records. auto goes by the sender: S3 and MinIO form-encode them, Ceph,
     * Scality, the Versity gateway and EventBridge do not. A key of an unknown sender that would read otherwise if
     * decoded is refused: say encoded or plain for such a server.
     */
    public void setEventKeys(String eventKeys) {
        this.eventKeys = eventKeys;
    }

    public String getEventTypes() {
        return eventTypes;
    }

    /**
     * With bodyAs=events: which types are applied, by S3's names and separated by commas, such as
     * ObjectCreated:Put,ObjectRestore:Completed. Deletions need propagateDeletes, too.
     */
    public void setEventTypes(String eventTypes) {
        this.eventTypes = eventTypes;
    }

    public @Nullable String getEventPrefix() {
        return eventPrefix;
    }

    /**
     * With bodyAs=events: what source keys must begin with. Default: anything.
     */
    public void setEventPrefix(@Nullable String eventPrefix) {
        this.eventPrefix = eventPrefix;
    }

    public @Nullable String getEventSuffix() {
        return eventSuffix;
    }

    /**
     * With bodyAs=events: what source keys must end with. Default: anything.
     */
    public void setEventSuffix(@Nullable String eventSuffix) {
        this.eventSuffix = eventSuffix;
    }

    public @Nullable String getEventInclude() {
        return eventInclude;
    }

    /**
     * With bodyAs=events: patterns of source keys, separated by commas, of which one must match. A single star stops at a
     * slash, two do not; a pattern without a leading slash may match behind any slash. Default: all keys.
     */
    public void setEventInclude(@Nullable String eventInclude) {
        this.eventInclude = eventInclude;
    }

    public @Nullable String getEventExclude() {
        return eventExclude;
    }

    /**
     * With bodyAs=events: patterns of source keys, separated by commas, of which none may match. Written as those of
     * eventInclude.
     */
    public void setEventExclude(@Nullable String eventExclude) {
        this.eventExclude = eventExclude;
    }

    public @Nullable String getEventMinSize() {
        return eventMinSize;
    }

    /**
     * With bodyAs=events: how many bytes an object must have at least, such as 1KiB, as far as the event tells.
     */
    public void setEventMinSize(@Nullable String eventMinSize) {
        this.eventMinSize = eventMinSize;
    }

    public @Nullable String getEventMaxSize() {
        return eventMaxSize;
    }

    /**
     * With bodyAs=events: how many bytes an object may have at most, such as 1GiB, as far as the event tells.
     */
    public void setEventMaxSize(@Nullable String eventMaxSize) {
        this.eventMaxSize = eventMaxSize;
    }

    public EventMode getEventMode() {
        return eventMode;
    }

    /**
     * With bodyAs=events: what an event means. state looks at its key, and copies what the source has now, so that
     * duplicates and disorder are harmless. history copies the version that the event names, once, and nothing older than
     * what was copied to that key before; it needs s3:GetObjectVersion.
     */
    public void setEventMode(EventMode eventMode) {
        this.eventMode = eventMode;
    }

    public @Nullable IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    /**
     * With eventMode=history: remembers which events were applied. Default: memory, which a restart empties.
     */
    public void setIdempotentRepository(@Nullable IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public @Nullable StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    /**
     * With eventMode=history: remembers the sequencer of the last event applied to each key. Default: memory, which a
     * restart empties.
     */
    public void setStateRepository(@Nullable StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public long getEventExpiry() {
        return eventExpiry;
    }

    /**
     * With eventMode=history and no repository given: how long an event is remembered, of the last 100,000. Not less
     * than a queue keeps messages: 14 days is the longest that SQS does.
     */
    public void setEventExpiry(long eventExpiry) {
        this.eventExpiry = eventExpiry;
    }

    public OnSystemic getOnSystemic() {
        return onSystemic;
    }

    /**
     * With bodyAs=events: what becomes of events that fail for a fault of the set-up, such as a permission that was
     * revoked. pause holds them, suspends the consumer of their route, so that messages stay where they are, and tries
     * one event, less and less often, until one is copied; then all go on. Objects that are refused while others are
     * copied fail as objects. fail lets each of them fail at once: for senders that wait for an answer, such as webhooks;
     * what comes by direct, or from outside of routes, always does. Never taken from a message.
     */
    public void setOnSystemic(OnSystemic onSystemic) {
        this.onSystemic = onSystemic;
    }

    public long getPauseTimeout() {
        return pauseTimeout;
    }

    /**
     * With onSystemic=pause: how long an event is held at most, before it fails as it would with fail. 0 is as long as it
     * takes. Give it for consumers that must come back in time: Kafka's take their records from one that does not poll
     * for max.poll.interval.ms.
     */
    public void setPauseTimeout(long pauseTimeout) {
        this.pauseTimeout = pauseTimeout;
    }

    public PropagateDeletes getPropagateDeletes() {
        return propagateDeletes;
    }

    /**
     * With bodyAs=events: which deletions at the source delete the object at the destination: none, current (delete
     * markers, and removals in buckets without versions), or versions (removals of a version, too, where no version is
     * current any more; only with eventMode=state). The source is looked at first, for which s3:ListBucket is needed, and
     * no version of the destination is ever named. Never taken from a message.
     */
    public void setPropagateDeletes(PropagateDeletes propagateDeletes) {
        this.propagateDeletes = propagateDeletes;
    }

    public boolean isAllowLoops() {
        return allowLoops;
    }

    /**
     * With bodyAs=events: allow copies to go where events come from. Each copy is an event then: leave them out by
     * eventTypes, eventExclude or ignoredPrincipals, or they are copied without end.
     */
    public void setAllowLoops(boolean allowLoops) {
        this.allowLoops = allowLoops;
    }

    public @Nullable String getIgnoredPrincipals() {
        return ignoredPrincipals;
    }

    /**
     * With bodyAs=events: principals whose events are ignored, as they stand in events and separated by commas, such as
     * AWS:AROAEXAMPLEID:*, the sessions of a role. Name the one that copies where allowLoops is set.
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
     * The source buckets that a message may name, separated by commas. Default: any, unless bodyAs=parameters,
     * which needs this or expectedSourceBucketOwner.
     */
    public void setAllowedSourceBuckets(@Nullable String allowedSourceBuckets) {
        this.allowedSourceBuckets = allowedSourceBuckets;
    }

    public boolean isAllowCustomerKeysOverHttp() {
        return allowCustomerKeysOverHttp;
    }

    /**
     * Send customer keys (SSE-C) over plain HTTP to a server that is not on loopback. They can be read on the way.
     */
    public void setAllowCustomerKeysOverHttp(boolean allowCustomerKeysOverHttp) {
        this.allowCustomerKeysOverHttp = allowCustomerKeysOverHttp;
    }

    public int getMaxPending() {
        return maxPending;
    }

    /**
     * How many calls of this endpoint may wait for their answers. Beyond it, the producer blocks its caller.
     */
    public void setMaxPending(int maxPending) {
        this.maxPending = maxPending;
    }

    public String getMultipartThreshold() {
        return multipartThreshold;
    }

    /**
     * Above which size operation=copy copies in parts: 5MiB to 5GiB, the default, up to which S3 copies in one
     * atomic call. A lower one needs a HEAD before each copy whose size nothing tells.
     */
    public void setMultipartThreshold(String multipartThreshold) {
        this.multipartThreshold = multipartThreshold;
    }

    public String getPartSize() {
        return partSize;
    }

    /**
     * The size of the parts of operation=copy: 5MiB to 5GiB, which grows where an object would have more than
     * 10,000 parts; auto, the default, 64 to 256 MiB by the size of the object; or source, the parts that the source was
     * uploaded in, so that ETag and checksum of the copy are equal to the source's (asks for the size of each part).
     */
    public void setPartSize(String partSize) {
        this.partSize = partSize;
    }

    public IfExists getIfExists() {
        return ifExists;
    }

    /**
     * What operation=copy does when the destination exists: overwrite it, skip the copy (one HEAD more), skip it if the
     * destination has the same content (skipIfSame: a HEAD of each more; compares size and checksum or ETag), or fail
     * with 412. skip and fail are a condition that S3 checks when it writes.
     */
    public void setIfExists(IfExists ifExists) {
        this.ifExists = ifExists;
    }

    public OnMissing getOnMissing() {
        return onMissing;
    }

    /**
     * What operation=copy does when the source does not exist: fail, or skip the copy.
     */
    public void setOnMissing(OnMissing onMissing) {
        this.onMissing = onMissing;
    }

    public OnArchived getOnArchived() {
        return onArchived;
    }

    /**
     * What operation=copy does when the source is in an archive and must be restored first: fail, skip the copy, or
     * restore, which requests its restoration (restoreDays, restoreTier) and skips the copy until that is done. Needs
     * s3:RestoreObject.
     */
    public void setOnArchived(OnArchived onArchived) {
        this.onArchived = onArchived;
    }

    public OnTagsDenied getOnTagsDenied() {
        return onTagsDenied;
    }

    /**
     * What operation=copy does when a copy in parts must carry the tags of the source, and they may not be read:
     * fail, or ignore it, and say so in the result.
     */
    public void setOnTagsDenied(OnTagsDenied onTagsDenied) {
        this.onTagsDenied = onTagsDenied;
    }

    public boolean isStrict() {
        return strict;
    }

    /**
     * Fail operation=copy, before anything is visible, when a copy in parts cannot carry something that the source
     * has.
     */
    public void setStrict(boolean strict) {
        this.strict = strict;
    }

    public OnChange getOnChange() {
        return onChange;
    }

    /**
     * What operation=copy does when the source changes while it is copied in parts: fail with 412, or retry, which
     * begins anew with what the source is then, five times at most. A single call copies one state by itself.
     */
    public void setOnChange(OnChange onChange) {
        this.onChange = onChange;
    }

    public int getRestoreDays() {
        return restoreDays;
    }

    /**
     * For how many days operation=copy has an archived source restored, with onArchived=restore: 1 or more. Does not
     * apply to Intelligent-Tiering, which keeps what is restored.
     */
    public void setRestoreDays(int restoreDays) {
        this.restoreDays = restoreDays;
    }

    public String getRestoreTier() {
        return restoreTier;
    }

    /**
     * How fast an archived source is restored, with onArchived=restore: Standard (hours), Bulk (up to two days, the
     * cheapest) or Expedited (minutes, the dearest; not for DEEP_ARCHIVE).
     */
    public void setRestoreTier(String restoreTier) {
        this.restoreTier = restoreTier;
    }

    public @Nullable String getPreserve() {
        return preserve;
    }

    /**
     * What operation=copy carries from the source although no copy of S3 does by itself: a list, separated by commas,
     * of acl (needs s3:GetObjectAcl and s3:PutObjectAcl), storageClass, websiteRedirect and objectLock (retention that
     * has not ended and legal hold, where they may be read). What the endpoint or a message sets outweighs it. Costs a
     * HEAD for each copy, and a GetObjectAcl for acl.
     */
    public void setPreserve(@Nullable String preserve) {
        this.preserve = preserve;
    }

    public Verify getVerify() {
        return verify;
    }

    /**
     * What must prove an operation=copy: auto compares what its calls told, which may be nothing, and fails on a
     * difference; checksum fails without equal checksums or ETags that are digests of the content; size compares the
     * sizes, with a HEAD of the source and of the copy; none compares nothing. The result says what proved the copy.
     */
    public void setVerify(Verify verify) {
        this.verify = verify;
    }

    public DeleteSource getDeleteSource() {
        return deleteSource;
    }

    /**
     * Whether operation=copy deletes the source of a verified copy, which makes it a move: marker deletes it without
     * naming a version, if it is still the copied one, so that in a bucket with versions it can be recovered; version
     * deletes the copied version for good. No source is deleted when the copy is skipped, its outcome unknown, its
     * content not proven, when it lacks something (deleteSourceIncomplete), or when the service may not heed the
     * condition (deleteSourceUnchecked): the result says which. Costs HEADs of the source and of the copy.
     */
    public void setDeleteSource(DeleteSource deleteSource) {
        this.deleteSource = deleteSource;
    }

    public boolean isDeleteSourceIncomplete() {
        return deleteSourceIncomplete;
    }

    /**
     * Have deleteSource delete the source of a copy that lacks something, which the result names in notCarried: an entry
     * of metadata that no header can carry, tags that may not be read. Default: such a source is kept, and the result says
     * INCOMPLETE.
     */
    public void setDeleteSourceIncomplete(boolean deleteSourceIncomplete) {
        this.deleteSourceIncomplete = deleteSourceIncomplete;
    }

    public boolean isDeleteSourceUnchecked() {
        return deleteSourceUnchecked;
    }

    /**
     * Have deleteSource=marker delete the source at a service that is not known to heed If-Match on DeleteObject: an
     * object that is written in the moment between the last look and the deletion is then lost, unless the bucket keeps
     * versions. Default: such a source is kept, and the result says UNCHECKED. Changes nothing on AWS.
     */
    public void setDeleteSourceUnchecked(boolean deleteSourceUnchecked) {
        this.deleteSourceUnchecked = deleteSourceUnchecked;
    }

    public String getServiceTraits() {
        return serviceTraits;
    }

    /**
     * What the S3 service does with what it is sent, as far as you know. auto: AWS is known, of any other service
     * operation=copy learns what it heeds when a copy first depends on it, by one request each, and keeps that for an
     * hour. aws: it does all that S3 documents, and nothing is asked or looked at. Or pairs with commas between them of
     * a trait (sourceCondition, partCondition, writeCondition, writeIfNoneMatch, completeCondition, deleteCondition, copyMetadata,
     * copyTags, createTags, copyEncryption, copyKms, copyCustomerKey, createEncryption, createKms, createCustomerKey,
     * objectLock, websiteRedirect, checksumMode, createChecksum, completeChecksum, objectSize, objectAttributes,
     * initiator) and heeded, ignored or refused, such as deleteCondition=heeded,partCondition=ignored. docs/servers.md
     * has a table of servers. A trait that is said to be heeded and is not can lose objects.
     */
    public void setServiceTraits(String serviceTraits) {
        this.serviceTraits = serviceTraits;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /**
     * Have operation=copy ask and plan but write nothing, and operation=cleanup find but abort nothing: the result says
     * what would be done.
     */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public boolean isResume() {
        return resume;
    }

    /**
     * Keep the upload of an operation=copy in parts that a stop or a crash interrupts, and go on with it when the same
     * object is copied again: same source and state, same parts, same options. Else it is aborted. Needs
     * s3:ListMultipartUploadParts, and a journal to survive the process.
     */
    public void setResume(boolean resume) {
        this.resume = resume;
    }

    public @Nullable String getPrefix() {
        return prefix;
    }

    /**
     * Have operation=cleanup look at uploads only whose keys begin so. Default: all of the bucket.
     */
    public void setPrefix(@Nullable String prefix) {
        this.prefix = prefix;
    }

    public long getOlderThan() {
        return olderThan;
    }

    /**
     * How long ago an upload must have been begun for operation=cleanup to abort it (for example 7d); an hour at least,
     * and more than the longest upload to the bucket takes. What the journal says is orphaned may be of any age.
     */
    public void setOlderThan(long olderThan) {
        this.olderThan = olderThan;
    }

    public Initiator getInitiator() {
        return initiator;
    }

    /**
     * Whose uploads operation=cleanup aborts: own (those of its own credentials) or any (needs a prefix).
     */
    public void setInitiator(Initiator initiator) {
        this.initiator = initiator;
    }

    public @Nullable StateRepository<String, String> getJournal() {
        return journal;
    }

    /**
     * Where operation=copy remembers its uploads, and operation=cleanup finds them after a crash: a StateRepository, such
     * as FileStateRepository, for one process at a time. Default: the memory of the component, which survives a stop of
     * the route but not of the process.
     */
    public void setJournal(@Nullable StateRepository<String, String> journal) {
        this.journal = journal;
    }

    public long getJournalLease() {
        return journalLease;
    }

    /**
     * How long an upload in the journal stays its copy's after the last sign of life, 30 s by default: 1 s or more. After
     * a crash, so long must pass before its upload is resumed or cleaned up.
     */
    public void setJournalLease(long journalLease) {
        this.journalLease = journalLease;
    }

    public long getRetryFor() {
        return retryFor;
    }

    /**
     * How long operation=copy retries what fails in passing (throttles, faults of the server, cut connections), in
     * milliseconds or as 1h, which is the default.
     */
    public void setRetryFor(long retryFor) {
        this.retryFor = retryFor;
    }

    public @Nullable CopyListener getCopyListener() {
        return copyListener;
    }

    /**
     * Hears of the progress of operation=copy: each copy's start, parts, retries and end. Default: the only one in the
     * registry, if there is one. Called on threads of the client, so it must not block.
     */
    public void setCopyListener(@Nullable CopyListener copyListener) {
        this.copyListener = copyListener;
    }

    public LoggedCopies getCopyLog() {
        return copyLog;
    }

    /**
     * Which copies are told in the log. A failed exchange is told by Camel's error handler, or by whoever sent it; failed
     * adds a WARN for each that a route handles, for instance with a dead letter channel, as Camel logs nothing then, 60 a
     * minute at most. all adds an INFO for each copy that was made or skipped. none leaves the log to the route.
     */
    public void setCopyLog(LoggedCopies copyLog) {
        this.copyLog = copyLog;
    }
}

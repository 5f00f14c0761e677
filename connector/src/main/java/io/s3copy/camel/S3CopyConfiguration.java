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

import io.s3copy.engine.CleanupSettings.Initiator;
import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.CopySettings.OnArchived;
import io.s3copy.engine.CopySettings.OnChange;
import io.s3copy.engine.CopySettings.OnMissing;
import io.s3copy.engine.CopySettings.OnTagsDenied;
import io.s3copy.engine.CopySettings.Verify;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.aws.common.AwsCommonConfiguration;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import software.amazon.awssdk.core.Protocol;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * The options of an endpoint, and the component's defaults for them: first those of the component and its client, then
 * the mirror, one for each row of {@link io.s3copy.parameter.CopyParameter} that has an option. No logic: values are
 * read and checked where they are bound.
 */
@UriParams
public class S3CopyConfiguration implements AwsCommonConfiguration, Cloneable {

    @UriParam(label = "producer", defaultValue = "copy")
    private S3CopyOperation operation = S3CopyOperation.copy;

    @UriParam(label = "producer")
    private String keyPrefix;

    @UriParam(label = "producer")
    private String stripPrefix;

    @UriParam(label = "producer")
    private String keyExpression;

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
    private String eventPrefix;

    @UriParam(label = "producer")
    private String eventSuffix;

    @UriParam(label = "producer")
    private String eventInclude;

    @UriParam(label = "producer")
    private String eventExclude;

    @UriParam(label = "producer")
    private String eventMinSize;

    @UriParam(label = "producer")
    private String eventMaxSize;

    @UriParam(label = "producer", defaultValue = "state")
    private EventMode eventMode = EventMode.state;

    @UriParam(label = "producer,advanced")
    private IdempotentRepository idempotentRepository;

    @UriParam(label = "producer,advanced")
    private StateRepository<String, String> stateRepository;

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
    private String ignoredPrincipals;

    @UriParam(label = "producer,security")
    private String allowedBuckets;

    @UriParam(label = "producer,security")
    private String allowedSourceBuckets;

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
    private String preserve;

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
    private StateRepository<String, String> journal;

    @UriParam(label = "producer,advanced", defaultValue = "30000", javaType = "java.time.Duration")
    private long journalLease = 30000;

    @UriParam(label = "producer")
    private String prefix;

    @UriParam(label = "producer", defaultValue = "604800000", javaType = "java.time.Duration")
    private long olderThan = 604800000;

    @UriParam(label = "producer", defaultValue = "own")
    private Initiator initiator = Initiator.own;

    @UriParam(label = "producer", defaultValue = "3600000", javaType = "java.time.Duration")
    private long retryFor = 3600000;

    @UriParam(label = "advanced")
    @Metadata(autowired = true)
    private S3AsyncClient amazonS3AsyncClient;

    @UriParam(label = "advanced")
    private S3AsyncClient sourceS3AsyncClient;

    @UriParam(label = "advanced")
    private String sourceRegion;

    @UriParam(label = "advanced")
    @Metadata(autowired = true)
    private CopyListener copyListener;

    @UriParam(label = "producer", defaultValue = "failed")
    private LoggedCopies copyLog = LoggedCopies.failed;

    @UriParam(label = "security", secret = true)
    private String accessKey;

    @UriParam(label = "security", secret = true)
    private String secretKey;

    @UriParam(label = "security", secret = true)
    private String sessionToken;

    @UriParam(label = "security", defaultValue = "false")
    private boolean useDefaultCredentialsProvider = false;

    @UriParam(label = "security", defaultValue = "false")
    private boolean useProfileCredentialsProvider = false;

    @UriParam(label = "security", defaultValue = "false")
    private boolean useSessionCredentials = false;

    @UriParam(label = "security")
    private String profileCredentialsName;

    @UriParam(label = "common")
    private String region;

    @UriParam(label = "common", defaultValue = "false")
    private boolean overrideEndpoint = false;

    @UriParam(label = "common")
    private String uriEndpointOverride;

    @UriParam(label = "common", defaultValue = "false")
    private boolean forcePathStyle = false;

    @UriParam(label = "proxy", enums = "HTTP,HTTPS", defaultValue = "HTTPS")
    private Protocol proxyProtocol = Protocol.HTTPS;

    @UriParam(label = "proxy")
    private String proxyHost;

    @UriParam(label = "proxy")
    private Integer proxyPort;

    @UriParam(label = "security", defaultValue = "false")
    private boolean trustAllCertificates = false;

    @UriParam(label = "advanced", defaultValue = "netty")
    private HttpEngine httpEngine = HttpEngine.netty;

    @UriParam(label = "advanced")
    private Integer maxConnections;

    @UriParam(label = "advanced", defaultValue = "0", javaType = "java.time.Duration")
    private long apiCallTimeout = 0;

    @UriParam(label = "advanced", defaultValue = "0", javaType = "java.time.Duration")
    private long apiCallAttemptTimeout = 0;

    @UriParam(label = "advanced", defaultValue = "300000", javaType = "java.time.Duration")
    private long readTimeout = 300000;

    @UriParam(label = "advanced", defaultValue = "false")
    private boolean accelerate = false;

    @UriParam(label = "advanced", defaultValue = "false")
    private boolean dualstack = false;

    @UriParam(label = "advanced", defaultValue = "false")
    private boolean fips = false;

    @UriParam(label = "advanced", defaultValue = "false")
    private boolean useArnRegion = false;

    @UriParam(label = "producer")
    private String key;

    @UriParam(label = "producer")
    private String copySource;

    @UriParam(label = "producer")
    private String copySourceBucket;

    @UriParam(label = "producer")
    private String copySourceKey;

    @UriParam(label = "producer")
    private String copySourceVersionId;

    @UriParam(label = "producer")
    private String copySourceIfMatch;

    @UriParam(label = "producer")
    private String copySourceIfNoneMatch;

    @UriParam(label = "producer")
    private String copySourceIfModifiedSince;

    @UriParam(label = "producer")
    private String copySourceIfUnmodifiedSince;

    @UriParam(label = "producer")
    private String copySourceRange;

    @UriParam(label = "security", enums = "AES256")
    private String copySourceSSECustomerAlgorithm;

    @UriParam(label = "security", secret = true)
    private Object copySourceSSECustomerKey;

    @UriParam(label = "security")
    private String copySourceSSECustomerKeyMD5;

    @UriParam(label = "producer")
    private String ifMatch;

    @UriParam(label = "producer", enums = "*")
    private String ifNoneMatch;

    @UriParam(
            label = "producer",
            enums =
                    "private,public-read,public-read-write,authenticated-read,aws-exec-read,bucket-owner-read,bucket-owner-full-control")
    private String acl;

    @UriParam(label = "producer")
    private String grantFullControl;

    @UriParam(label = "producer")
    private String grantRead;

    @UriParam(label = "producer")
    private String grantReadACP;

    @UriParam(label = "producer")
    private String grantWriteACP;

    @UriParam(label = "producer")
    private String cacheControl;

    @UriParam(label = "producer")
    private String contentDisposition;

    @UriParam(label = "producer")
    private String contentEncoding;

    @UriParam(label = "producer")
    private String contentLanguage;

    @UriParam(label = "producer")
    private String contentType;

    @UriParam(label = "producer")
    private String expires;

    @UriParam(label = "producer")
    private String websiteRedirectLocation;

    @UriParam(
            label = "producer",
            enums =
                    "STANDARD,REDUCED_REDUNDANCY,STANDARD_IA,ONEZONE_IA,INTELLIGENT_TIERING,GLACIER,DEEP_ARCHIVE,OUTPOSTS,GLACIER_IR,SNOW,EXPRESS_ONEZONE,FSX_OPENZFS,FSX_ONTAP,AWS_BACKUP_WARM,AWS_BACKUP_LOW_COST_WARM")
    private String storageClass;

    @UriParam(label = "producer", prefix = "metadata.", multiValue = true)
    private Map<String, Object> metadata;

    @UriParam(label = "producer", enums = "COPY,REPLACE")
    private String metadataDirective;

    @UriParam(label = "producer")
    private String tagging;

    @UriParam(label = "producer", prefix = "tagging.", multiValue = true)
    private Map<String, Object> tags;

    @UriParam(label = "producer", enums = "COPY,REPLACE")
    private String taggingDirective;

    @UriParam(label = "producer", enums = "COPY,EXCLUDE")
    private String annotationDirective;

    @UriParam(label = "security", enums = "AES256,aws:fsx,aws:backup,aws:kms,aws:kms:dsse")
    private String serverSideEncryption;

    @UriParam(label = "security", enums = "AES256")
    private String sseCustomerAlgorithm;

    @UriParam(label = "security", secret = true)
    private Object sseCustomerKey;

    @UriParam(label = "security")
    private String sseCustomerKeyMD5;

    @UriParam(label = "security")
    private String ssekmsKeyId;

    @UriParam(label = "security")
    private Object ssekmsEncryptionContext;

    @UriParam(label = "security")
    private Boolean bucketKeyEnabled;

    @UriParam(label = "producer", enums = "CRC32,CRC32C,CRC64NVME,SHA1,SHA256,SHA512,MD5,XXHASH64,XXHASH3,XXHASH128")
    private String checksumAlgorithm;

    @UriParam(label = "producer", enums = "COMPOSITE,FULL_OBJECT")
    private String checksumType;

    @UriParam(label = "producer", enums = "GOVERNANCE,COMPLIANCE")
    private String objectLockMode;

    @UriParam(label = "producer")
    private String objectLockRetainUntilDate;

    @UriParam(label = "producer", enums = "ON,OFF")
    private String objectLockLegalHoldStatus;

    @UriParam(label = "producer", enums = "ON,OFF")
    private String objectLockEventHold;

    @UriParam(label = "producer")
    private Integer objectLockEventHoldDurationDays;

    @UriParam(label = "producer")
    private Integer objectLockEventHoldDurationYears;

    @UriParam(label = "producer", enums = "requester")
    private String requestPayer;

    @UriParam(label = "security")
    private String expectedBucketOwner;

    @UriParam(label = "security")
    private String expectedSourceBucketOwner;

    @UriParam(label = "producer")
    private String uploadId;

    @UriParam(label = "producer")
    private Integer partNumber;

    @UriParam(label = "producer")
    private String mpuObjectSize;

    @UriParam(label = "producer")
    private String ifMatchInitiatedTime;

    @UriParam(label = "producer")
    private Integer maxParts;

    @UriParam(label = "producer")
    private Integer partNumberMarker;

    /** A configuration of its own for an endpoint; the maps are copied too. */
    public S3CopyConfiguration copy() {
        try {
            S3CopyConfiguration copy = (S3CopyConfiguration) super.clone();
            copy.metadata = metadata == null ? null : new LinkedHashMap<>(metadata);
            copy.tags = tags == null ? null : new LinkedHashMap<>(tags);
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

    public String getKeyPrefix() {
        return keyPrefix;
    }

    /**
     * The destination key is this text plus the source key less stripPrefix. Default: nothing, so that the copy
     * keeps the source's key. Not together with key or keyExpression.
     */
    public void setKeyPrefix(String keyPrefix) {
        this.keyPrefix = keyPrefix;
    }

    public String getStripPrefix() {
        return stripPrefix;
    }

    /**
     * What the source key must begin with, and the destination key drops. A source key that begins otherwise
     * fails.
     */
    public void setStripPrefix(String stripPrefix) {
        this.stripPrefix = stripPrefix;
    }

    public String getKeyExpression() {
        return keyExpression;
    }

    /**
     * The destination key as an expression in the Simple language, written by the author of the route, for example
     * archive/${date:now:yyyy}/${header.CamelS3CopyCopySourceKey}. Message data enters as values only, never as an
     * expression. Write it as RAW(...) in a URI. Not together with key or keyPrefix.
     */
    public void setKeyExpression(String keyExpression) {
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

    public String getEventPrefix() {
        return eventPrefix;
    }

    /**
     * With bodyAs=events: what source keys must begin with. Default: anything.
     */
    public void setEventPrefix(String eventPrefix) {
        this.eventPrefix = eventPrefix;
    }

    public String getEventSuffix() {
        return eventSuffix;
    }

    /**
     * With bodyAs=events: what source keys must end with. Default: anything.
     */
    public void setEventSuffix(String eventSuffix) {
        this.eventSuffix = eventSuffix;
    }

    public String getEventInclude() {
        return eventInclude;
    }

    /**
     * With bodyAs=events: patterns of source keys, separated by commas, of which one must match. A single star stops at a
     * slash, two do not; a pattern without a leading slash may match behind any slash. Default: all keys.
     */
    public void setEventInclude(String eventInclude) {
        this.eventInclude = eventInclude;
    }

    public String getEventExclude() {
        return eventExclude;
    }

    /**
     * With bodyAs=events: patterns of source keys, separated by commas, of which none may match. Written as those of
     * eventInclude.
     */
    public void setEventExclude(String eventExclude) {
        this.eventExclude = eventExclude;
    }

    public String getEventMinSize() {
        return eventMinSize;
    }

    /**
     * With bodyAs=events: how many bytes an object must have at least, such as 1KiB, as far as the event tells.
     */
    public void setEventMinSize(String eventMinSize) {
        this.eventMinSize = eventMinSize;
    }

    public String getEventMaxSize() {
        return eventMaxSize;
    }

    /**
     * With bodyAs=events: how many bytes an object may have at most, such as 1GiB, as far as the event tells.
     */
    public void setEventMaxSize(String eventMaxSize) {
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

    public IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    /**
     * With eventMode=history: remembers which events were applied. Default: memory, which a restart empties.
     */
    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    /**
     * With eventMode=history: remembers the sequencer of the last event applied to each key. Default: memory, which a
     * restart empties.
     */
    public void setStateRepository(StateRepository<String, String> stateRepository) {
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

    public String getIgnoredPrincipals() {
        return ignoredPrincipals;
    }

    /**
     * With bodyAs=events: principals whose events are ignored, as they stand in events and separated by commas, such as
     * AWS:AROAEXAMPLEID:*, the sessions of a role. Name the one that copies where allowLoops is set.
     */
    public void setIgnoredPrincipals(String ignoredPrincipals) {
        this.ignoredPrincipals = ignoredPrincipals;
    }

    public String getAllowedBuckets() {
        return allowedBuckets;
    }

    /**
     * The destination buckets that a message may name, separated by commas. Default: only the bucket of the
     * endpoint.
     */
    public void setAllowedBuckets(String allowedBuckets) {
        this.allowedBuckets = allowedBuckets;
    }

    public String getAllowedSourceBuckets() {
        return allowedSourceBuckets;
    }

    /**
     * The source buckets that a message may name, separated by commas. Default: any, unless bodyAs=parameters,
     * which needs this or expectedSourceBucketOwner.
     */
    public void setAllowedSourceBuckets(String allowedSourceBuckets) {
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

    public String getPreserve() {
        return preserve;
    }

    /**
     * What operation=copy carries from the source although no copy of S3 does by itself: a list, separated by commas,
     * of acl (needs s3:GetObjectAcl and s3:PutObjectAcl), storageClass, websiteRedirect and objectLock (retention that
     * has not ended and legal hold, where they may be read). What the endpoint or a message sets outweighs it. Costs a
     * HEAD for each copy, and a GetObjectAcl for acl.
     */
    public void setPreserve(String preserve) {
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
     * a trait (sourceCondition, partCondition, writeCondition, completeCondition, deleteCondition, copyMetadata, copyTags, createTags,
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

    public String getPrefix() {
        return prefix;
    }

    /**
     * Have operation=cleanup look at uploads only whose keys begin so. Default: all of the bucket.
     */
    public void setPrefix(String prefix) {
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

    public StateRepository<String, String> getJournal() {
        return journal;
    }

    /**
     * Where operation=copy remembers its uploads, and operation=cleanup finds them after a crash: a StateRepository, such
     * as FileStateRepository, for one process at a time. Default: the memory of the component, which survives a stop of
     * the route but not of the process.
     */
    public void setJournal(StateRepository<String, String> journal) {
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

    public S3AsyncClient getAmazonS3AsyncClient() {
        return amazonS3AsyncClient;
    }

    /**
     * The client that signs the copies, of the destination's Region. Default: the only one in the registry, or
     * else one built from the options, which are refused in the URI beside a client. A client given here is never
     * closed. One with multipartEnabled sends copies by the client inside it; one of crtBuilder() is refused.
     */
    public void setAmazonS3AsyncClient(S3AsyncClient amazonS3AsyncClient) {
        this.amazonS3AsyncClient = amazonS3AsyncClient;
    }

    public S3AsyncClient getSourceS3AsyncClient() {
        return sourceS3AsyncClient;
    }

    /**
     * A client of the source's Region or account, for what is asked of the source itself (the health check reaches
     * the source bucket with it). A copy is signed by one identity at one service, so it must be of the same
     * service.
     */
    public void setSourceS3AsyncClient(S3AsyncClient sourceS3AsyncClient) {
        this.sourceS3AsyncClient = sourceS3AsyncClient;
    }

    public String getSourceRegion() {
        return sourceRegion;
    }

    /**
     * The Region of the source bucket, when it is not the destination's: a second client, with the same credentials and
     * connection options, asks there what must be known of the source, and deletes or restores it. The copy itself is
     * asked of the destination's Region. Not together with sourceS3AsyncClient or amazonS3AsyncClient.
     */
    public void setSourceRegion(String sourceRegion) {
        this.sourceRegion = sourceRegion;
    }

    public CopyListener getCopyListener() {
        return copyListener;
    }

    /**
     * Hears of the progress of operation=copy: each copy's start, parts, retries and end. Default: the only one in the
     * registry, if there is one. Called on threads of the client, so it must not block.
     */
    public void setCopyListener(CopyListener copyListener) {
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

    @Override
    public String getAccessKey() {
        return accessKey;
    }

    /**
     * The AWS access key id. Default: the AWS SDK's default chain of credentials.
     */
    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    @Override
    public String getSecretKey() {
        return secretKey;
    }

    /**
     * The AWS secret key. Best as a placeholder, a reference to a bean, or a property of the component: Camel masks it in
     * URIs, but shows a route as it is written. In a URI put it into RAW(...), as a bare plus sign becomes a space.
     */
    public void setSecretKey(String secretKey) {
        this.secretKey = secretKey;
    }

    @Override
    public String getSessionToken() {
        return sessionToken;
    }

    /**
     * The AWS session token, with useSessionCredentials=true. Written as secretKey is.
     */
    public void setSessionToken(String sessionToken) {
        this.sessionToken = sessionToken;
    }

    @Override
    public boolean isUseDefaultCredentialsProvider() {
        return useDefaultCredentialsProvider;
    }

    /**
     * Take the credentials from the default chain of the AWS SDK (environment, system properties, web identity,
     * profile, container, instance), which renews them before they expire.
     */
    public void setUseDefaultCredentialsProvider(boolean useDefaultCredentialsProvider) {
        this.useDefaultCredentialsProvider = useDefaultCredentialsProvider;
    }

    @Override
    public boolean isUseProfileCredentialsProvider() {
        return useProfileCredentialsProvider;
    }

    /**
     * Take the credentials from a profile of the AWS configuration files.
     */
    public void setUseProfileCredentialsProvider(boolean useProfileCredentialsProvider) {
        this.useProfileCredentialsProvider = useProfileCredentialsProvider;
    }

    @Override
    public boolean isUseSessionCredentials() {
        return useSessionCredentials;
    }

    /**
     * Use accessKey, secretKey and sessionToken as temporary credentials. They are not renewed: prefer the default
     * chain for what runs longer than they live.
     */
    public void setUseSessionCredentials(boolean useSessionCredentials) {
        this.useSessionCredentials = useSessionCredentials;
    }

    @Override
    public String getProfileCredentialsName() {
        return profileCredentialsName;
    }

    /**
     * The profile of useProfileCredentialsProvider.
     */
    public void setProfileCredentialsName(String profileCredentialsName) {
        this.profileCredentialsName = profileCredentialsName;
    }

    @Override
    public String getRegion() {
        return region;
    }

    /**
     * The Region of the destination bucket, such as eu-west-1. Default: what the AWS SDK finds in environment and
     * profile.
     */
    public void setRegion(String region) {
        this.region = region;
    }

    @Override
    public boolean isOverrideEndpoint() {
        return overrideEndpoint;
    }

    /**
     * Reach S3 at uriEndpointOverride.
     */
    public void setOverrideEndpoint(boolean overrideEndpoint) {
        this.overrideEndpoint = overrideEndpoint;
    }

    @Override
    public String getUriEndpointOverride() {
        return uriEndpointOverride;
    }

    /**
     * The URL of another S3 service, with overrideEndpoint=true, for example http://localhost:9000. With http:// or
     * https://, and without a bucket.
     */
    public void setUriEndpointOverride(String uriEndpointOverride) {
        this.uriEndpointOverride = uriEndpointOverride;
    }

    public boolean isForcePathStyle() {
        return forcePathStyle;
    }

    /**
     * Put the bucket into the path of URLs, not the host name. Most S3 services besides AWS need it. Not with
     * directory buckets or acceleration.
     */
    public void setForcePathStyle(boolean forcePathStyle) {
        this.forcePathStyle = forcePathStyle;
    }

    @Override
    public Protocol getProxyProtocol() {
        return proxyProtocol;
    }

    /**
     * The protocol to reach the proxy with.
     */
    public void setProxyProtocol(Protocol proxyProtocol) {
        this.proxyProtocol = proxyProtocol;
    }

    @Override
    public String getProxyHost() {
        return proxyHost;
    }

    /**
     * The host of an HTTP proxy.
     */
    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    @Override
    public Integer getProxyPort() {
        return proxyPort;
    }

    /**
     * The port of the HTTP proxy.
     */
    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    @Override
    public boolean isTrustAllCertificates() {
        return trustAllCertificates;
    }

    /**
     * Trust any TLS certificate. For tests only.
     */
    public void setTrustAllCertificates(boolean trustAllCertificates) {
        this.trustAllCertificates = trustAllCertificates;
    }

    public HttpEngine getHttpEngine() {
        return httpEngine;
    }

    /**
     * The HTTP client under the client that is built: netty, or crt (less CPU; add software.amazon.awssdk:aws-crt-
     * client).
     */
    public void setHttpEngine(HttpEngine httpEngine) {
        this.httpEngine = httpEngine;
    }

    public Integer getMaxConnections() {
        return maxConnections;
    }

    /**
     * How many connections the client that is built may open. Default: one more than maxPending, for the
     * health check.
     */
    public void setMaxConnections(Integer maxConnections) {
        this.maxConnections = maxConnections;
    }

    public long getApiCallTimeout() {
        return apiCallTimeout;
    }

    /**
     * How long a call may take with all its attempts, in milliseconds or as 10m. Default: 0, no limit.
     */
    public void setApiCallTimeout(long apiCallTimeout) {
        this.apiCallTimeout = apiCallTimeout;
    }

    public long getApiCallAttemptTimeout() {
        return apiCallAttemptTimeout;
    }

    /**
     * How long one attempt of a call may take, in milliseconds or as 10m. Default: 0, no limit: S3 keeps a slow
     * copy alive, and one that is cut off is made again from its start.
     */
    public void setApiCallAttemptTimeout(long apiCallAttemptTimeout) {
        this.apiCallAttemptTimeout = apiCallAttemptTimeout;
    }

    public long getReadTimeout() {
        return readTimeout;
    }

    /**
     * How long the connection may stay silent, in milliseconds or as 5m. S3 sends white space while a copy runs;
     * servers that do not need the longest copy here.
     */
    public void setReadTimeout(long readTimeout) {
        this.readTimeout = readTimeout;
    }

    public boolean isAccelerate() {
        return accelerate;
    }

    /**
     * Use S3 Transfer Acceleration. It cannot copy across Regions (400).
     */
    public void setAccelerate(boolean accelerate) {
        this.accelerate = accelerate;
    }

    public boolean isDualstack() {
        return dualstack;
    }

    /**
     * Use the endpoints that answer on IPv4 and IPv6.
     */
    public void setDualstack(boolean dualstack) {
        this.dualstack = dualstack;
    }

    public boolean isFips() {
        return fips;
    }

    /**
     * Use the endpoints with FIPS 140 validated cryptography.
     */
    public void setFips(boolean fips) {
        this.fips = fips;
    }

    public boolean isUseArnRegion() {
        return useArnRegion;
    }

    /**
     * Call the Region that an access point ARN names, when it is not the one of the client.
     */
    public void setUseArnRegion(boolean useArnRegion) {
        this.useArnRegion = useArnRegion;
    }

    public String getKey() {
        return key;
    }

    /**
     * The destination key, taken literally: 1 to 1,024 bytes of UTF-8, never URL-encoded and never evaluated.
     * Default: keyPrefix plus the source key less stripPrefix, or what keyExpression gives. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setKey(String key) {
        this.key = key;
    }

    public String getCopySource() {
        return copySource;
    }

    /**
     * The source as one text, as in boto3: bucket/key or s3://bucket/key, the same with a question mark and versionId=id
     * behind it, or an access point's object ARN (arn:.../object/key). Plain text, not URL-encoded; only a versionId at its very end is
     * read as a version. Name a key that itself ends so with copySourceBucket and copySourceKey instead; both forms at
     * once are refused. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySource(String copySource) {
        this.copySource = copySource;
    }

    public String getCopySourceBucket() {
        return copySourceBucket;
    }

    /**
     * The source bucket: a name or an access point ARN of the same Region. A multi-region access point cannot be a
     * source. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceBucket(String copySourceBucket) {
        this.copySourceBucket = copySourceBucket;
    }

    public String getCopySourceKey() {
        return copySourceKey;
    }

    /**
     * The source key, taken literally: 1 to 1,024 bytes of UTF-8, never URL-encoded. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setCopySourceKey(String copySourceKey) {
        this.copySourceKey = copySourceKey;
    }

    public String getCopySourceVersionId() {
        return copySourceVersionId;
    }

    /**
     * The version of the source to copy. Default: the current version. Naming one needs one more permission. A
     * version that is a delete marker fails with 400, a current delete marker with 404. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setCopySourceVersionId(String copySourceVersionId) {
        this.copySourceVersionId = copySourceVersionId;
    }

    public String getCopySourceIfMatch() {
        return copySourceIfMatch;
    }

    /**
     * Copy only if the source has this ETag, else 412 PreconditionFailed. True together with a false
     * copySourceIfUnmodifiedSince still copies. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfMatch(String copySourceIfMatch) {
        this.copySourceIfMatch = copySourceIfMatch;
    }

    public String getCopySourceIfNoneMatch() {
        return copySourceIfNoneMatch;
    }

    /**
     * Copy only if the source has another ETag than this, else 412 PreconditionFailed, also when
     * copySourceIfModifiedSince is true. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfNoneMatch(String copySourceIfNoneMatch) {
        this.copySourceIfNoneMatch = copySourceIfNoneMatch;
    }

    public String getCopySourceIfModifiedSince() {
        return copySourceIfModifiedSince;
    }

    /**
     * Copy only if the source was modified after this time, else 412 PreconditionFailed. ISO-8601, RFC 1123 or
     * epoch milliseconds; sent in whole seconds. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfModifiedSince(String copySourceIfModifiedSince) {
        this.copySourceIfModifiedSince = copySourceIfModifiedSince;
    }

    public String getCopySourceIfUnmodifiedSince() {
        return copySourceIfUnmodifiedSince;
    }

    /**
     * Copy only if the source was not modified after this time, else 412 PreconditionFailed. ISO-8601, RFC 1123 or
     * epoch milliseconds; sent in whole seconds. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfUnmodifiedSince(String copySourceIfUnmodifiedSince) {
        this.copySourceIfUnmodifiedSince = copySourceIfUnmodifiedSince;
    }

    public String getCopySourceRange() {
        return copySourceRange;
    }

    /**
     * The bytes of the source that become this part, as bytes=first-last, both counted from 0 and included.
     * Default: the whole source. At most 5 GiB; the source must be larger than 5 MB, and every part but the last
     * at least 5 MiB. S3 API: UploadPartCopy.
     */
    public void setCopySourceRange(String copySourceRange) {
        this.copySourceRange = copySourceRange;
    }

    public String getCopySourceSSECustomerAlgorithm() {
        return copySourceSSECustomerAlgorithm;
    }

    /**
     * The algorithm of the customer key (SSE-C) that the source is encrypted with. Default: AES256 when
     * copySourceSSECustomerKey is given. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceSSECustomerAlgorithm(String copySourceSSECustomerAlgorithm) {
        this.copySourceSSECustomerAlgorithm = copySourceSSECustomerAlgorithm;
    }

    public Object getCopySourceSSECustomerKey() {
        return copySourceSSECustomerKey;
    }

    /**
     * The customer key (SSE-C) that decrypts the source: 32 raw bytes or their base64. In an endpoint URI only as
     * a #bean: reference, never literally. Refused over plain HTTP, unless the endpoint is loopback or
     * allowCustomerKeysOverHttp=true. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceSSECustomerKey(Object copySourceSSECustomerKey) {
        this.copySourceSSECustomerKey = copySourceSSECustomerKey;
    }

    public String getCopySourceSSECustomerKeyMD5() {
        return copySourceSSECustomerKeyMD5;
    }

    /**
     * The base64 MD5 of copySourceSSECustomerKey. Default: computed. A given one is compared with the key before a
     * request is sent. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceSSECustomerKeyMD5(String copySourceSSECustomerKeyMD5) {
        this.copySourceSSECustomerKeyMD5 = copySourceSSECustomerKeyMD5;
    }

    public String getIfMatch() {
        return ifMatch;
    }

    /**
     * Write only if the destination object exists and has this ETag, else 412 PreconditionFailed (404 where there
     * is none). S3 API: CopyObject.
     */
    public void setIfMatch(String ifMatch) {
        this.ifMatch = ifMatch;
    }

    public String getIfNoneMatch() {
        return ifNoneMatch;
    }

    /**
     * Write only if the destination key is free: the value is an asterisk. Else 412 PreconditionFailed, or 409
     * ConditionalRequestConflict when another write is under way. S3 API: CopyObject.
     */
    public void setIfNoneMatch(String ifNoneMatch) {
        this.ifNoneMatch = ifNoneMatch;
    }

    public String getAcl() {
        return acl;
    }

    /**
     * The canned ACL of the copy. Default: private; a source's ACL is never carried. Not together with grants.
     * Buckets whose owner is enforced take bucket-owner-full-control only; directory buckets and Outposts take
     * none. S3 API: CopyObject.
     */
    public void setAcl(String acl) {
        this.acl = acl;
    }

    public String getGrantFullControl() {
        return grantFullControl;
    }

    /**
     * Grantees that get READ, READ_ACP and WRITE_ACP, as id= or uri= and the value in double quotes, separated by
     * commas. E-mail grantees are refused (S3 ended them in October 2025). Not together with acl; not on directory
     * buckets or Outposts. S3 API: CopyObject.
     */
    public void setGrantFullControl(String grantFullControl) {
        this.grantFullControl = grantFullControl;
    }

    public String getGrantRead() {
        return grantRead;
    }

    /** Grantees that may read the object and its metadata, written as in grantFullControl. S3 API: CopyObject. */
    public void setGrantRead(String grantRead) {
        this.grantRead = grantRead;
    }

    public String getGrantReadACP() {
        return grantReadACP;
    }

    /** Grantees that may read the object's ACL, written as in grantFullControl. S3 API: CopyObject. */
    public void setGrantReadACP(String grantReadACP) {
        this.grantReadACP = grantReadACP;
    }

    public String getGrantWriteACP() {
        return grantWriteACP;
    }

    /** Grantees that may write the object's ACL, written as in grantFullControl. S3 API: CopyObject. */
    public void setGrantWriteACP(String grantWriteACP) {
        this.grantWriteACP = grantWriteACP;
    }

    public String getCacheControl() {
        return cacheControl;
    }

    /** The Cache-Control of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API: CopyObject. */
    public void setCacheControl(String cacheControl) {
        this.cacheControl = cacheControl;
    }

    public String getContentDisposition() {
        return contentDisposition;
    }

    /**
     * The Content-Disposition of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API:
     * CopyObject.
     */
    public void setContentDisposition(String contentDisposition) {
        this.contentDisposition = contentDisposition;
    }

    public String getContentEncoding() {
        return contentEncoding;
    }

    /**
     * The Content-Encoding of the copy. CopyObject takes it only with metadataDirective=REPLACE. Directory buckets
     * take aws-chunked only. S3 API: CopyObject.
     */
    public void setContentEncoding(String contentEncoding) {
        this.contentEncoding = contentEncoding;
    }

    public String getContentLanguage() {
        return contentLanguage;
    }

    /**
     * The Content-Language of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API:
     * CopyObject.
     */
    public void setContentLanguage(String contentLanguage) {
        this.contentLanguage = contentLanguage;
    }

    public String getContentType() {
        return contentType;
    }

    /**
     * The MIME type of the copy. CopyObject takes it only with metadataDirective=REPLACE. In a URI put a type that has
     * a plus sign into RAW(...): Camel reads a bare one as a space, and such a type is refused. S3 API: CopyObject.
     */
    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    public String getExpires() {
        return expires;
    }

    /**
     * The time after which the copy should not be cached (it is not deleted then). ISO-8601, RFC 1123 or epoch
     * milliseconds. CopyObject takes it only with metadataDirective=REPLACE. S3 API: CopyObject.
     */
    public void setExpires(String expires) {
        this.expires = expires;
    }

    public String getWebsiteRedirectLocation() {
        return websiteRedirectLocation;
    }

    /**
     * The object or URL that a website bucket redirects to: starts with /, http:// or https://, at most 2 KB.
     * Never carried from the source. Not on directory buckets. S3 API: CopyObject.
     */
    public void setWebsiteRedirectLocation(String websiteRedirectLocation) {
        this.websiteRedirectLocation = websiteRedirectLocation;
    }

    public String getStorageClass() {
        return storageClass;
    }

    /**
     * The storage class of the copy. Default: STANDARD, whatever the source's is. Directory buckets take
     * EXPRESS_ONEZONE (ONEZONE_IA in Local Zones), Outposts takes OUTPOSTS. S3 API: CopyObject.
     */
    public void setStorageClass(String storageClass) {
        this.storageClass = storageClass;
    }

    public Map<String, Object> getMetadata() {
        return metadata;
    }

    /**
     * The user metadata of the copy, names and ASCII values, at most 2 KB in all: a map, a query string such as
     * a-key=x&amp;b=2 (URL-encoded), or a JSON object. In a URI also metadata.name=value, with a name in lower case, as
     * YAML turns dashes there into capitals. CopyObject takes it only with metadataDirective=REPLACE. S3 API: CopyObject.
     */
    public void setMetadata(Map<String, Object> metadata) {
        this.metadata = metadata;
    }

    public String getMetadataDirective() {
        return metadataDirective;
    }

    /**
     * COPY carries the source's metadata, REPLACE takes the metadata of this request. Default: none is sent, which
     * S3 reads as COPY; an explicit COPY is sent, as bucket policies test it. S3 API: CopyObject.
     */
    public void setMetadataDirective(String metadataDirective) {
        this.metadataDirective = metadataDirective;
    }

    public String getTagging() {
        return tagging;
    }

    /**
     * The tags of the copy as a query string, a=1&amp;b=2 (URL-encoded), or as a JSON object: at most 10, names of 128
     * and values of 256 characters at most. CopyObject takes it only with taggingDirective=REPLACE; empty with REPLACE clears the tags. Not
     * together with tags. S3 API: CopyObject.
     */
    public void setTagging(String tagging) {
        this.tagging = tagging;
    }

    public Map<String, Object> getTags() {
        return tags;
    }

    /**
     * The tags of the copy as a map, a query string or a JSON object; in a URI also tagging.name=value. YAML turns dashes
     * of such a name into capitals; a name with capitals within is warned of once. The same limits as tagging, and not
     * together with it. S3 API: CopyObject.
     */
    public void setTags(Map<String, Object> tags) {
        this.tags = tags;
    }

    public String getTaggingDirective() {
        return taggingDirective;
    }

    /**
     * COPY carries the source's tags, REPLACE takes the tags of this request. Default: none is sent, which S3
     * reads as COPY (and answers 501 when the source has tags and the destination is a directory bucket). S3 API:
     * CopyObject.
     */
    public void setTaggingDirective(String taggingDirective) {
        this.taggingDirective = taggingDirective;
    }

    public String getAnnotationDirective() {
        return annotationDirective;
    }

    /**
     * COPY carries the source's annotations (each is billed as a PUT), EXCLUDE leaves them out. Default: none is
     * sent, which S3 reads as COPY. Directory buckets answer 501 to COPY. S3 API: CopyObject.
     */
    public void setAnnotationDirective(String annotationDirective) {
        this.annotationDirective = annotationDirective;
    }

    public String getServerSideEncryption() {
        return serverSideEncryption;
    }

    /**
     * The encryption of the copy. Default: what the destination bucket says, and AES256 (SSE-S3) where it says
     * nothing; the source's encryption is never carried. KMS wants TLS. Not together with a customer key. S3 API:
     * CopyObject.
     */
    public void setServerSideEncryption(String serverSideEncryption) {
        this.serverSideEncryption = serverSideEncryption;
    }

    public String getSseCustomerAlgorithm() {
        return sseCustomerAlgorithm;
    }

    /**
     * The algorithm of the customer key (SSE-C) that encrypts the copy. Default: AES256 when sseCustomerKey is
     * given. S3 API: CopyObject, UploadPartCopy.
     */
    public void setSseCustomerAlgorithm(String sseCustomerAlgorithm) {
        this.sseCustomerAlgorithm = sseCustomerAlgorithm;
    }

    public Object getSseCustomerKey() {
        return sseCustomerKey;
    }

    /**
     * The customer key (SSE-C) that encrypts the copy: 32 raw bytes or their base64; the same for each part as for
     * the upload. In an endpoint URI only as a #bean: reference, never literally. Refused over plain HTTP, unless
     * the endpoint is loopback or allowCustomerKeysOverHttp=true. Not on directory buckets. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setSseCustomerKey(Object sseCustomerKey) {
        this.sseCustomerKey = sseCustomerKey;
    }

    public String getSseCustomerKeyMD5() {
        return sseCustomerKeyMD5;
    }

    /**
     * The base64 MD5 of sseCustomerKey. Default: computed. A given one is compared with the key before a request
     * is sent. S3 API: CopyObject, UploadPartCopy.
     */
    public void setSseCustomerKeyMD5(String sseCustomerKeyMD5) {
        this.sseCustomerKeyMD5 = sseCustomerKeyMD5;
    }

    public String getSsekmsKeyId() {
        return ssekmsKeyId;
    }

    /**
     * The KMS key of the copy: id, ARN or alias. Needs serverSideEncryption=aws:kms or aws:kms:dsse. Default: the
     * AWS managed key aws/s3. Directory buckets take only the id or ARN of their one customer managed key. S3 API:
     * CopyObject.
     */
    public void setSsekmsKeyId(String ssekmsKeyId) {
        this.ssekmsKeyId = ssekmsKeyId;
    }

    public Object getSsekmsEncryptionContext() {
        return ssekmsEncryptionContext;
    }

    /**
     * The KMS encryption context of the copy: a map, a query string such as department=records, a JSON object of
     * texts, or the base64 of one. Needs serverSideEncryption=aws:kms or aws:kms:dsse. Never carried from the source. Directory buckets take only
     * their own ARN. S3 API: CopyObject.
     */
    public void setSsekmsEncryptionContext(Object ssekmsEncryptionContext) {
        this.ssekmsEncryptionContext = ssekmsEncryptionContext;
    }

    public Boolean getBucketKeyEnabled() {
        return bucketKeyEnabled;
    }

    /**
     * Whether the copy uses an S3 Bucket Key for KMS. Default: what the destination bucket says; an explicit false
     * is sent. Not supported by directory buckets. S3 API: CopyObject.
     */
    public void setBucketKeyEnabled(Boolean bucketKeyEnabled) {
        this.bucketKeyEnabled = bucketKeyEnabled;
    }

    public String getChecksumAlgorithm() {
        return checksumAlgorithm;
    }

    /**
     * The algorithm of the checksum that S3 stores with the copy. Default: the source's own, where it has one
     * (CopyObject). S3 API: CopyObject.
     */
    public void setChecksumAlgorithm(String checksumAlgorithm) {
        this.checksumAlgorithm = checksumAlgorithm;
    }

    public String getChecksumType() {
        return checksumType;
    }

    /**
     * Whether the checksum of a multipart upload covers the whole object or the checksums of its parts.
     * FULL_OBJECT goes with the CRC algorithms only. S3 API: CreateMultipartUpload, CompleteMultipartUpload.
     */
    public void setChecksumType(String checksumType) {
        this.checksumType = checksumType;
    }

    public String getObjectLockMode() {
        return objectLockMode;
    }

    /**
     * The Object Lock mode of the copy; goes together with objectLockRetainUntilDate. Default: what the
     * destination bucket says; the source's lock is never carried. Not on directory buckets. S3 API: CopyObject.
     */
    public void setObjectLockMode(String objectLockMode) {
        this.objectLockMode = objectLockMode;
    }

    public String getObjectLockRetainUntilDate() {
        return objectLockRetainUntilDate;
    }

    /**
     * The time until which the copy is locked; in the future, and together with objectLockMode. ISO-8601, RFC 1123
     * or epoch milliseconds. S3 API: CopyObject.
     */
    public void setObjectLockRetainUntilDate(String objectLockRetainUntilDate) {
        this.objectLockRetainUntilDate = objectLockRetainUntilDate;
    }

    public String getObjectLockLegalHoldStatus() {
        return objectLockLegalHoldStatus;
    }

    /** Whether the copy is under a legal hold. Default: none. Not on directory buckets. S3 API: CopyObject. */
    public void setObjectLockLegalHoldStatus(String objectLockLegalHoldStatus) {
        this.objectLockLegalHoldStatus = objectLockLegalHoldStatus;
    }

    public String getObjectLockEventHold() {
        return objectLockEventHold;
    }

    /**
     * Whether the copy is under an event hold: while it is ON, the retention is counted from now and starts anew
     * until it is released. ON needs a duration in days or years. S3 API: CopyObject.
     */
    public void setObjectLockEventHold(String objectLockEventHold) {
        this.objectLockEventHold = objectLockEventHold;
    }

    public Integer getObjectLockEventHoldDurationDays() {
        return objectLockEventHoldDurationDays;
    }

    /**
     * The retention after the event hold, in days. Needs objectLockEventHold; not together with the duration in
     * years. S3 API: CopyObject.
     */
    public void setObjectLockEventHoldDurationDays(Integer objectLockEventHoldDurationDays) {
        this.objectLockEventHoldDurationDays = objectLockEventHoldDurationDays;
    }

    public Integer getObjectLockEventHoldDurationYears() {
        return objectLockEventHoldDurationYears;
    }

    /**
     * The retention after the event hold, in years. Needs objectLockEventHold; not together with the duration in
     * days. S3 API: CopyObject.
     */
    public void setObjectLockEventHoldDurationYears(Integer objectLockEventHoldDurationYears) {
        this.objectLockEventHoldDurationYears = objectLockEventHoldDurationYears;
    }

    public String getRequestPayer() {
        return requestPayer;
    }

    /**
     * Confirms that the requester pays, where either bucket asks for that: the value is requester. Not on
     * directory buckets. S3 API: CopyObject, UploadPartCopy.
     */
    public void setRequestPayer(String requestPayer) {
        this.requestPayer = requestPayer;
    }

    public String getExpectedBucketOwner() {
        return expectedBucketOwner;
    }

    /**
     * The 12-digit account id that must own the destination bucket, else 403. A message cannot change one that the
     * endpoint sets. S3 API: CopyObject, UploadPartCopy.
     */
    public void setExpectedBucketOwner(String expectedBucketOwner) {
        this.expectedBucketOwner = expectedBucketOwner;
    }

    public String getExpectedSourceBucketOwner() {
        return expectedSourceBucketOwner;
    }

    /**
     * The 12-digit account id that must own the source bucket, else 403. A message cannot change one that the
     * endpoint sets. S3 API: CopyObject, UploadPartCopy.
     */
    public void setExpectedSourceBucketOwner(String expectedSourceBucketOwner) {
        this.expectedSourceBucketOwner = expectedSourceBucketOwner;
    }

    public String getUploadId() {
        return uploadId;
    }

    /**
     * The id of the multipart upload, as createMultipartUpload returned it in CamelS3CopyResultUploadId. S3 API:
     * UploadPartCopy.
     */
    public void setUploadId(String uploadId) {
        this.uploadId = uploadId;
    }

    public Integer getPartNumber() {
        return partNumber;
    }

    /** The number of the part, 1 to 10,000. A number used before is overwritten. S3 API: UploadPartCopy. */
    public void setPartNumber(Integer partNumber) {
        this.partNumber = partNumber;
    }

    public String getMpuObjectSize() {
        return mpuObjectSize;
    }

    /**
     * The size in bytes that the completed object must have, or as text like 6GiB; S3 refuses to complete any
     * other. S3 API: CompleteMultipartUpload.
     */
    public void setMpuObjectSize(String mpuObjectSize) {
        this.mpuObjectSize = mpuObjectSize;
    }

    public String getIfMatchInitiatedTime() {
        return ifMatchInitiatedTime;
    }

    /**
     * Abort only if the upload was initiated at this time (directory buckets only). ISO-8601, RFC 1123 or epoch
     * milliseconds. S3 API: AbortMultipartUpload.
     */
    public void setIfMatchInitiatedTime(String ifMatchInitiatedTime) {
        this.ifMatchInitiatedTime = ifMatchInitiatedTime;
    }

    public Integer getMaxParts() {
        return maxParts;
    }

    /** How many parts a listing returns at most. Default and maximum: 1,000. S3 API: ListParts. */
    public void setMaxParts(Integer maxParts) {
        this.maxParts = maxParts;
    }

    public Integer getPartNumberMarker() {
        return partNumberMarker;
    }

    /**
     * The part number after which a listing starts, as CamelS3CopyResultNextPartNumberMarker gave it. Default: 0.
     * S3 API: ListParts.
     */
    public void setPartNumberMarker(Integer partNumberMarker) {
        this.partNumberMarker = partNumberMarker;
    }
}

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

import io.s3copy.bulk.report.ReportFormat;
import io.s3copy.bulk.report.ReportSelection;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of operations on many objects. No logic. */
@UriParams
public abstract class BulkConfiguration extends ListingConfiguration {

    @UriParam(label = "producer", defaultValue = "auto", enums = "auto,size,etag,checksum,time")
    private String compare = "auto";

    @UriParam(label = "producer", defaultValue = "listing")
    private String check = "listing";

    @UriParam(label = "producer", defaultValue = "false")
    private boolean delete;

    @UriParam(label = "producer", defaultValue = "0")
    private String maxDelete = "0";

    @UriParam(label = "producer")
    private @Nullable String deleteTo;

    @UriParam(label = "producer")
    private @Nullable String asOf;

    @UriParam(label = "producer")
    private @Nullable String manifest;

    @UriParam(label = "producer", defaultValue = "csv", enums = "csv,inventory,report,json-lines,keys")
    private String manifestFormat = "csv";

    @UriParam(label = "producer", defaultValue = "failed")
    private String manifestStatuses = "failed";

    @UriParam(label = "producer")
    private @Nullable String checkpoint;

    @UriParam(label = "producer,advanced")
    private @Nullable StateRepository<String, String> checkpointRepository;

    @UriParam(label = "producer,advanced", defaultValue = "60000", javaType = "java.time.Duration")
    private long checkpointPeriod = 60000;

    @UriParam(label = "producer")
    private @Nullable String report;

    @UriParam(label = "producer", defaultValue = "csv")
    private ReportFormat reportFormat = ReportFormat.csv;

    @UriParam(label = "producer", defaultValue = "all")
    private ReportSelection reportScope = ReportSelection.all;

    @UriParam(label = "producer", defaultValue = "16")
    private int lists = 16;

    @UriParam(label = "producer", defaultValue = "0")
    private int requestsPerSecond;

    @UriParam(label = "producer", defaultValue = "0")
    private String bytesPerSecond = "0";

    @UriParam(label = "producer")
    private @Nullable String maxFailures;

    @UriParam(label = "producer")
    private @Nullable String hours;

    public String getCompare() {
        return compare;
    }

    /**
     * By what operation=sync compares. auto: size, then ETags where both are digests of the content (a HEAD of both sides
     * where the listing does not tell), otherwise an object differs unless its copy is newer. size: size alone. etag: size
     * and ETag. checksum: a HEAD of both sides. time: size, and the copy must be newer. In doubt an object is copied.
     */
    public void setCompare(String compare) {
        this.compare = compare;
    }

    public String getCheck() {
        return check;
    }

    /**
     * What operation=check compares, separated by commas. size and listing (size and ETag) cost no requests of their own.
     * checksum and metadata need a HEAD of both sides (checksum, where that does not tell, perhaps a GetObjectAttributes), tags a GetObjectTagging of both sides. versions compares all versions
     * and delete markers of each key, the newest of one side with the newest of the other, and so on, by size and ETag unless
     * another level is given, too; it needs s3:ListBucketVersions, and with other levels s3:GetObjectVersion.
     */
    public void setCheck(String check) {
        this.check = check;
    }

    public boolean isDelete() {
        return delete;
    }

    /**
     * Let operation=sync delete what is at the destination only: after all is copied and both listings came to their end,
     * within maxDelete, never if the source is empty, each object on condition of the ETag that was listed. Needs
     * s3:DeleteObject.
     */
    public void setDelete(boolean delete) {
        this.delete = delete;
    }

    public String getMaxDelete() {
        return maxDelete;
    }

    /**
     * How many objects operation=sync with delete=true may delete: a number (100), a share of the objects at the
     * destination (5%), or both, of which the lesser holds (100,5%). If there are more, nothing is deleted and the run fails. 0, the default, allows none.
     */
    public void setMaxDelete(String maxDelete) {
        this.maxDelete = maxDelete;
    }

    public @Nullable String getDeleteTo() {
        return deleteTo;
    }

    /**
     * Where operation=sync with delete=true moves objects instead of deleting them: s3://bucket/prefix/ at the same
     * service. It must not lie under the destination of the sync.
     */
    public void setDeleteTo(@Nullable String deleteTo) {
        this.deleteTo = deleteTo;
    }

    public @Nullable String getAsOf() {
        return asOf;
    }

    /**
     * Let operation=copyPrefix copy the versions that were current at this time, rather than today's: ISO-8601, RFC 1123 or
     * epoch milliseconds. Needs a source bucket with versions, s3:ListBucketVersions and s3:GetObjectVersion.
     */
    public void setAsOf(@Nullable String asOf) {
        this.asOf = asOf;
    }

    public @Nullable String getManifest() {
        return manifest;
    }

    /**
     * The manifest that operation=copyManifest reads: s3://bucket/key, or file:path. Default: the body, as a stream, text,
     * bytes, or a list of keys.
     */
    public void setManifest(@Nullable String manifest) {
        this.manifest = manifest;
    }

    public String getManifestFormat() {
        return manifestFormat;
    }

    /**
     * How the manifest is written, gzipped or not. csv: Bucket,Key and perhaps VersionId, keys URL-encoded, as S3 Batch
     * Operations has it. inventory: manifest.json of S3 Inventory or of a report. report: a completion report. json-lines:
     * one JSON object a line. keys: one plain key a line, of the bucket in copySourceBucket.
     */
    public void setManifestFormat(String manifestFormat) {
        this.manifestFormat = manifestFormat;
    }

    public String getManifestStatuses() {
        return manifestStatuses;
    }

    /** With a report as the manifest: which of its entries are copied, by status, separated by commas. */
    public void setManifestStatuses(String manifestStatuses) {
        this.manifestStatuses = manifestStatuses;
    }

    public @Nullable String getCheckpoint() {
        return checkpoint;
    }

    /**
     * Where an operation on many objects keeps what is done, so that any process goes on with it: s3://bucket/prefix/, in
     * which an object is named by the hash of the job. Default: the memory of the component, which survives a stop of the
     * route but not of the process. Needs s3:GetObject, s3:PutObject and s3:ListBucket there.
     */
    public void setCheckpoint(@Nullable String checkpoint) {
        this.checkpoint = checkpoint;
    }

    public @Nullable StateRepository<String, String> getCheckpointRepository() {
        return checkpointRepository;
    }

    /** The same in a StateRepository. Not together with checkpoint. */
    public void setCheckpointRepository(@Nullable StateRepository<String, String> checkpointRepository) {
        this.checkpointRepository = checkpointRepository;
    }

    public long getCheckpointPeriod() {
        return checkpointPeriod;
    }

    /** How often what is done is written down: 1 ms or more, a minute by default. A kill repeats what was done since. */
    public void setCheckpointPeriod(long checkpointPeriod) {
        this.checkpointPeriod = checkpointPeriod;
    }

    public @Nullable String getReport() {
        return report;
    }

    /**
     * Where an operation on many objects writes its report, each run into a folder of its own, in parts as it goes:
     * s3://bucket/prefix/, or file:directory. Default: none.
     */
    public void setReport(@Nullable String report) {
        this.report = report;
    }

    public ReportFormat getReportFormat() {
        return reportFormat;
    }

    /** How the report is written: csv, in the layout of S3 Batch Operations, or json, one object a line. */
    public void setReportFormat(ReportFormat reportFormat) {
        this.reportFormat = reportFormat;
    }

    public ReportSelection getReportScope() {
        return reportScope;
    }

    /** Which objects the report names: all, changed (copied, deleted, or left to do), failed (left to do), or none. */
    public void setReportScope(ReportSelection reportScope) {
        this.reportScope = reportScope;
    }

    public int getLists() {
        return lists;
    }

    /** How many ranges of keys are listed at once, at most: 1 or more. */
    public void setLists(int lists) {
        this.lists = lists;
    }

    public int getRequestsPerSecond() {
        return requestsPerSecond;
    }

    /** About how many requests a second an operation on many objects makes for its objects, at most. 0: no limit. */
    public void setRequestsPerSecond(int requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    public String getBytesPerSecond() {
        return bytesPerSecond;
    }

    /** How many bytes a second are copied on average, at most: in bytes, or as 100MiB. 0: no limit. */
    public void setBytesPerSecond(String bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    public @Nullable String getMaxFailures() {
        return maxFailures;
    }

    /**
     * After how many failed objects an operation on many objects ends: a number (100), or a share of its objects (5%, from
     * 100 objects on). Default: never; the report names what failed.
     */
    public void setMaxFailures(@Nullable String maxFailures) {
        this.maxFailures = maxFailures;
    }

    public @Nullable String getHours() {
        return hours;
    }

    /** When an operation on many objects works: 22:00-06:00, or 22:00-06:00 Europe/Berlin. Default: always. */
    public void setHours(@Nullable String hours) {
        this.hours = hours;
    }
}

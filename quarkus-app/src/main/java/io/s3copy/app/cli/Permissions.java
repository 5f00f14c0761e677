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
package io.s3copy.app.cli;

import static io.s3copy.app.cli.Permissions.At.BUCKETS_DESTINATION;
import static io.s3copy.app.cli.Permissions.At.BUCKETS_SOURCE;
import static io.s3copy.app.cli.Permissions.At.CHECKPOINT;
import static io.s3copy.app.cli.Permissions.At.CHECKPOINT_BUCKET;
import static io.s3copy.app.cli.Permissions.At.DELETE_TO;
import static io.s3copy.app.cli.Permissions.At.DESTINATION;
import static io.s3copy.app.cli.Permissions.At.KEY_OF_COPY;
import static io.s3copy.app.cli.Permissions.At.KEY_OF_SOURCE;
import static io.s3copy.app.cli.Permissions.At.NOTIFICATIONS;
import static io.s3copy.app.cli.Permissions.At.REPORT;
import static io.s3copy.app.cli.Permissions.At.SOURCE;

import io.s3copy.parameter.CopyParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a job must be allowed: one table, and the permissions of the mirror's own rows. */
final class Permissions {

    private static final Pattern ACTION = Pattern.compile("(s3|kms):[A-Za-z]+");

    private Permissions() {}

    /** What a permission is for. */
    enum At {
        SOURCE,
        DESTINATION,
        BUCKETS_SOURCE,
        BUCKETS_DESTINATION,
        NOTIFICATIONS,
        REPORT,
        CHECKPOINT,
        CHECKPOINT_BUCKET,
        DELETE_TO,
        KEY_OF_SOURCE,
        KEY_OF_COPY
    }

    /**
     * A job, as far as permissions depend on it.
     *
     * @param command cp, mv, sync, check, cleanup or replicate
     * @param many whether it is about many objects
     * @param options by the component's names
     */
    record Job(String command, boolean many, Map<String, String> options) {

        private boolean copies() {
            return !command.equals("check") && !command.equals("cleanup");
        }

        private boolean syncs() {
            return command.equals("sync") || command.equals("replicate");
        }

        private boolean is(String option, String value) {
            return value.equalsIgnoreCase(options.get(option));
        }

        private boolean says(String option) {
            return options.containsKey(option);
        }

        private boolean lists(String option, String word) {
            return List.of(options.getOrDefault(option, "")
                            .toLowerCase(Locale.ROOT)
                            .split("\\s*,\\s*", -1))
                    .contains(word);
        }

        private boolean moves() {
            return copies() && says("deleteSource") && !is("deleteSource", "never");
        }

        /** Whether versions are read, rather than objects. */
        private boolean versions() {
            return says("asOf") || lists("check", "versions");
        }

        private boolean carriesTags() {
            return copies() && !is("taggingDirective", "REPLACE");
        }

        private boolean looksAtSource() {
            return command.equals("check")
                    && Set.of("checksum", "metadata").stream().anyMatch(level -> lists("check", level));
        }

        /** Whether it asks about objects at the destination, beside its copies. */
        private boolean looksAtCopy() {
            return looksAtSource()
                    || (copies()
                            && (moves()
                                    || is("ifExists", "skip")
                                    || is("ifExists", "skipIfSame")
                                    || is("verify", "size")
                                    || is("verify", "checksum")))
                    || (syncs() && (!says("compare") || is("compare", "auto") || is("compare", "checksum")));
        }

        private boolean usesKms() {
            return options.getOrDefault("serverSideEncryption", "").startsWith("aws:kms");
        }
    }

    /**
     * A row of the table.
     *
     * @param when of which jobs it is
     * @param why for people
     */
    record Row(String action, At at, Predicate<Job> when, String why) {}

    // spotless:off (a table reads best in rows)
    static final List<Row> TABLE = List.of(
            new Row("s3:GetObject", SOURCE, job -> job.copies() && !job.versions(), "every copy reads its source"),
            new Row("s3:GetObjectVersion", SOURCE, job -> job.copies() && job.versions(), "asOf copies versions"),
            new Row("s3:PutObject", DESTINATION, job -> job.copies(), "every copy writes"),
            new Row("s3:GetObjectTagging", SOURCE, job -> job.carriesTags() && !job.versions(), "copies carry tags; --copy-props metadata-directive does without"),
            new Row("s3:GetObjectVersionTagging", SOURCE, job -> job.carriesTags() && job.versions(), "copies carry tags; --copy-props metadata-directive does without"),
            new Row("s3:PutObjectTagging", DESTINATION, job -> job.carriesTags(), "copies carry tags; --copy-props metadata-directive does without"),
            new Row("s3:AbortMultipartUpload", DESTINATION, job -> job.copies(), "a copy in parts that fails is given up"),
            new Row("s3:ListMultipartUploadParts", DESTINATION, job -> job.copies(), "whether an upload that was given up is gone"),
            new Row("s3:ListBucket", BUCKETS_SOURCE, job -> job.many() && !job.versions() && !job.command().equals("cleanup"), "many objects are listed"),
            new Row("s3:ListBucketVersions", BUCKETS_SOURCE, job -> job.many() && job.versions(), "versions are listed"),
            new Row("s3:ListBucket", BUCKETS_DESTINATION, job -> job.syncs() || (job.command().equals("check") && !job.versions()), "both sides are listed"),
            new Row("s3:ListBucketVersions", BUCKETS_DESTINATION, job -> job.command().equals("check") && job.versions(), "versions of both sides are listed"),
            new Row("s3:GetObject", SOURCE, job -> job.looksAtSource() && !job.versions(), "check looks at objects"),
            new Row("s3:GetObjectVersion", SOURCE, job -> job.looksAtSource() && job.versions(), "check looks at versions"),
            new Row("s3:GetObject", DESTINATION, job -> job.looksAtCopy() && !job.lists("check", "versions"), "what is there already, or the copy, is looked at"),
            new Row("s3:GetObjectVersion", DESTINATION, job -> job.looksAtSource() && job.versions(), "check looks at versions"),
            new Row("s3:GetObjectTagging", SOURCE, job -> job.lists("check", "tags") && !job.versions(), "check compares tags"),
            new Row("s3:GetObjectTagging", DESTINATION, job -> job.lists("check", "tags") && !job.versions(), "check compares tags"),
            new Row("s3:GetObjectVersionTagging", SOURCE, job -> job.lists("check", "tags") && job.versions(), "check compares tags"),
            new Row("s3:GetObjectVersionTagging", DESTINATION, job -> job.lists("check", "tags") && job.versions(), "check compares tags"),
            new Row("s3:GetObjectTagging", SOURCE, job -> job.says("filterTags"), "tags choose objects"),
            new Row("s3:DeleteObject", SOURCE, job -> job.moves() && !job.is("deleteSource", "version"), "a move deletes its source"),
            new Row("s3:DeleteObjectVersion", SOURCE, job -> job.moves() && job.is("deleteSource", "version"), "a move deletes the version that it copied"),
            new Row("s3:DeleteObject", DESTINATION, job -> job.is("delete", "true"), "--delete"),
            new Row("s3:GetObject", DESTINATION, job -> job.says("deleteTo"), "what would be deleted is copied to deleteTo"),
            new Row("s3:GetObjectTagging", DESTINATION, job -> job.says("deleteTo"), "what would be deleted is copied to deleteTo"),
            new Row("s3:PutObject", DELETE_TO, job -> job.says("deleteTo"), "what would be deleted is copied to deleteTo"),
            new Row("s3:PutObjectTagging", DELETE_TO, job -> job.says("deleteTo"), "what would be deleted is copied to deleteTo"),
            new Row("s3:GetObjectAcl", SOURCE, job -> job.lists("preserve", "acl"), "preserve=acl"),
            new Row("s3:PutObjectAcl", DESTINATION, job -> job.lists("preserve", "acl"), "preserve=acl"),
            new Row("s3:GetObjectRetention", SOURCE, job -> job.lists("preserve", "lock"), "preserve=lock"),
            new Row("s3:GetObjectLegalHold", SOURCE, job -> job.lists("preserve", "lock"), "preserve=lock"),
            new Row("s3:PutObjectRetention", DESTINATION, job -> job.lists("preserve", "lock"), "preserve=lock"),
            new Row("s3:PutObjectLegalHold", DESTINATION, job -> job.lists("preserve", "lock"), "preserve=lock"),
            new Row("s3:RestoreObject", SOURCE, job -> job.is("onArchived", "restore"), "onArchived=restore"),
            new Row("s3:PutObject", REPORT, job -> job.says("report"), "--report"),
            new Row("s3:GetObject", REPORT, job -> job.says("report"), "a long run that goes on reads which files of its report it has written"),
            new Row("s3:GetObject", CHECKPOINT, job -> job.says("checkpoint"), "--checkpoint"),
            new Row("s3:PutObject", CHECKPOINT, job -> job.says("checkpoint"), "--checkpoint"),
            new Row("s3:ListBucket", CHECKPOINT_BUCKET, job -> job.says("checkpoint"), "--checkpoint"),
            new Row("s3:GetBucketNotification", NOTIFICATIONS, job -> job.says("notify"), "events.notify=true of a replication"),
            new Row("s3:PutBucketNotification", NOTIFICATIONS, job -> job.says("notify"), "events.notify=true of a replication"),
            new Row("s3:ListBucketMultipartUploads", BUCKETS_DESTINATION, job -> job.command().equals("cleanup"), "cleanup lists uploads"),
            new Row("s3:AbortMultipartUpload", DESTINATION, job -> job.command().equals("cleanup"), "cleanup aborts uploads"),
            new Row("s3:ListMultipartUploadParts", DESTINATION, job -> job.command().equals("cleanup"), "whether an upload that was aborted is gone"),
            new Row("s3:PutObject", DESTINATION, job -> job.command().equals("cleanup"), "cleanup learns by an upload of its own who it is"),
            new Row("kms:Decrypt", KEY_OF_SOURCE, job -> job.copies(), "sources encrypted with KMS"),
            new Row("kms:GenerateDataKey", KEY_OF_COPY, job -> job.usesKms(), "copies encrypted with KMS"),
            new Row("kms:Decrypt", KEY_OF_COPY, job -> job.usesKms(), "copies in parts, encrypted with KMS"));
    // spotless:on

    /** What a job must be allowed, and where. */
    static Map<At, Set<String>> of(Job job) {
        Map<At, Set<String>> all = new TreeMap<>();
        rows(job)
                .forEach(row ->
                        all.computeIfAbsent(row.at(), first -> new TreeSet<>()).add(row.action()));
        return all;
    }

    /** The rows of the table that are of a job, and those of the mirror for the parameters that it sets. */
    static List<Row> rows(Job job) {
        List<Row> rows = new ArrayList<>();
        TABLE.stream().filter(row -> row.when().test(job)).forEach(rows::add);
        if (job.copies()) {
            CopyParameter.requestRows().forEach(row -> rows.addAll(ofParameter(row, job)));
        }
        return rows;
    }

    private static List<Row> ofParameter(CopyParameter row, Job job) {
        String option = row.option().orElse("");
        boolean said = job.says(option)
                || (row == CopyParameter.TAGS
                        && job.options().keySet().stream().anyMatch(name -> name.startsWith("tagging.")));
        if (!said || row == CopyParameter.SERVER_SIDE_ENCRYPTION || row == CopyParameter.SSE_KMS_KEY_ID) {
            // of keys, the table says more
            return List.of();
        }
        return ACTION.matcher(row.permission())
                .results()
                .map(MatchResult::group)
                .map(action -> new Row(action, at(row, action), any -> true, option))
                .toList();
    }

    private static At at(CopyParameter row, String action) {
        return action.startsWith("s3:Get") && row != CopyParameter.IF_MATCH ? SOURCE : DESTINATION;
    }
}

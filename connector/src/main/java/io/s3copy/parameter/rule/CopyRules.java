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
package io.s3copy.parameter.rule;

import io.s3copy.parameter.BucketKind;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.CustomerKeyCompanions;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.S3Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules between parameters, by the two moments when they can be checked. */
public final class CopyRules {

    /** Contradictions that no message can resolve: also checked when the endpoint starts. */
    private static final List<Rule> CONFLICTS = List.of(
            AclRules::grantsExcludeCannedAcl,
            ConditionRules::keyIsFreeOrHasAnEtag,
            EncryptionRules::oneKindOfEncryption,
            LockRules::oneEventHoldDuration,
            DirectoryBucketRules::check,
            OutpostsRules::check,
            SourceRules::multiRegionAccessPointIsNoSource);

    /** Missing companions, which a message may bring: checked before each call. */
    private static final List<Rule> COMPANIONS = List.of(
            DirectiveRules::metadataNeedsReplace,
            DirectiveRules::tagsNeedReplace,
            EncryptionRules::kmsParametersNeedKms,
            LockRules::modeAndDateGoTogether,
            LockRules::dateIsInTheFuture,
            LockRules::eventHoldHasADuration,
            WebsiteRules::redirectIsAPathOrUrl,
            ChecksumRules::fullObjectNeedsCrc,
            SourceRules::selfCopyChangesSomething);

    private CopyRules() {}

    /**
     * Checks what no message can mend.
     *
     * @throws InvalidParameterException when a rule is broken
     */
    public static void checkConflicts(S3Call call, CopyRequest request) {
        checkBuckets(request);
        CONFLICTS.forEach(rule -> rule.check(call, request));
    }

    /**
     * The request as {@code call} will send it: what the call carries, with the companions of customer keys.
     *
     * @throws InvalidParameterException when the request lacks what the call needs, or breaks a rule
     */
    public static PreparedRequest prepare(S3Call call, CopyRequest said) {
        CopyRequest request = CustomerKeyCompanions.complete(said.carriedBy(call));
        for (CopyParameter row : call.required()) {
            boolean there = row == CopyParameter.COPY_SOURCE ? request.source().isPresent() : request.has(row);
            if (!there) {
                throw missing(call, row, request);
            }
        }
        checkConflicts(call, request);
        COMPANIONS.forEach(rule -> rule.check(call, request));
        return new PreparedRequest(call, request);
    }

    private static InvalidParameterException missing(S3Call call, CopyParameter row, CopyRequest request) {
        if (row == CopyParameter.COPY_SOURCE && request.namesSource()) {
            CopyParameter other = request.has(CopyParameter.COPY_SOURCE_BUCKET)
                    ? CopyParameter.COPY_SOURCE_KEY
                    : CopyParameter.COPY_SOURCE_BUCKET;
            return missing(call, other, request);
        }
        String option = row.option().map(name -> "option " + name + " or ").orElse("");
        return new InvalidParameterException(
                option + "header " + row.header(), null, "is missing, and " + call.api() + " needs it", "Set it");
    }

    private static void checkBuckets(CopyRequest request) {
        checkBucket(CopyParameter.BUCKET, request.text(CopyParameter.BUCKET), request);
        checkBucket(CopyParameter.COPY_SOURCE_BUCKET, request.text(CopyParameter.COPY_SOURCE_BUCKET), request);
        if (request.get(CopyParameter.COPY_SOURCE) instanceof CopySource source) {
            checkBucket(CopyParameter.COPY_SOURCE, source.bucket(), request);
        }
    }

    private static void checkBucket(CopyParameter row, @Nullable String bucket, CopyRequest request) {
        if (bucket != null && !BucketKind.isPlausible(bucket)) {
            throw request.invalid(
                    row,
                    "names no bucket",
                    "Give a bucket name, or the ARN of an access point, a multi-region access point or an Outposts bucket");
        }
    }
}

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
package io.s3copy.engine;

import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller is told of one copy, made of what its calls told. */
final class Results {

    private final CopySession session;
    private final CopySettings settings;
    private final CopyRequest request;

    Results(CopySession session, CopySettings settings, CopyRequest request) {
        this.session = session;
        this.settings = settings;
        this.request = request;
    }

    /** The result of one call, which told itself what it copied. */
    CopyResult single(S3Result s3Result, @Nullable Long size, Verified verified, List<String> notCarried) {
        return result(
                Way.SINGLE,
                null,
                size,
                0,
                verified,
                notCarried,
                s3Result,
                s3Result.text(CopyParameter.RESULT_COPY_SOURCE_VERSION_ID));
    }

    /**
     * The result of a copy that was planned from what a HEAD told.
     *
     * @param s3Result null for a dry run
     */
    CopyResult planned(
            Way way,
            ObjectHead head,
            int parts,
            Verified verified,
            List<String> notCarried,
            @Nullable S3Result s3Result) {
        return result(way, null, head.size(), parts, verified, notCarried, s3Result, head.versionId());
    }

    /** The result where nothing was written. */
    CopyResult skipped(String why) {
        return result(Way.SKIPPED, why, null, 0, Verified.NONE, List.of(), null, null);
    }

    private CopyResult result(
            Way way,
            @Nullable String skipped,
            @Nullable Long bytes,
            int parts,
            Verified verified,
            List<String> notCarried,
            @Nullable S3Result s3Result,
            @Nullable String versionId) {
        CopySource named = request.source().orElseThrow();
        return new CopyResult(
                versionId == null ? named : new CopySource(named.bucket(), named.key(), versionId),
                request.required(CopyParameter.BUCKET),
                request.required(CopyParameter.KEY),
                way,
                skipped,
                bytes,
                parts,
                0,
                verified,
                notCarried,
                session.unproven(),
                SourceDeleted.NO,
                settings.dryRun(),
                session.duration(),
                session.requests(),
                s3Result);
    }
}

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

import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.CopyTarget;
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
    CopyResult single(S3Result answer, @Nullable Long size, Verified verified, List<String> notCarried) {
        return result(Way.SINGLE, answer.text(CopyParameter.RESULT_COPY_SOURCE_VERSION_ID))
                .bytes(size)
                .verified(verified)
                .notCarried(notCarried)
                .s3(answer)
                .build();
    }

    /**
     * The result of a copy that was planned from what a HEAD told.
     *
     * @param answer null for a dry run
     */
    CopyResult planned(
            Way way,
            ObjectHead head,
            int parts,
            Verified verified,
            List<String> notCarried,
            @Nullable S3Result answer) {
        return result(way, head.versionId())
                .bytes(head.size())
                .parts(parts)
                .verified(verified)
                .notCarried(notCarried)
                .s3(answer)
                .build();
    }

    /** The result if nothing was written. */
    CopyResult skipped(String why) {
        return result(Way.SKIPPED, null).skipped(why).build();
    }

    /** @param versionId the version that was copied; null if no call told it */
    private CopyResult.Builder result(Way way, @Nullable String versionId) {
        CopySource named = request.source().orElseThrow();
        CopySource copied = versionId == null ? named : new CopySource(named.bucket(), named.key(), versionId);
        CopyTarget target = request.target();
        return CopyResult.builder(copied, target.bucket(), target.key(), way)
                .unproven(session.unproven())
                .dryRun(settings.dryRun())
                .duration(session.duration())
                .requests(session.requests());
    }
}

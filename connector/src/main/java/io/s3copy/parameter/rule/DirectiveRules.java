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

import static io.s3copy.parameter.CopyParameter.CACHE_CONTROL;
import static io.s3copy.parameter.CopyParameter.CONTENT_DISPOSITION;
import static io.s3copy.parameter.CopyParameter.CONTENT_ENCODING;
import static io.s3copy.parameter.CopyParameter.CONTENT_LANGUAGE;
import static io.s3copy.parameter.CopyParameter.CONTENT_TYPE;
import static io.s3copy.parameter.CopyParameter.EXPIRES;
import static io.s3copy.parameter.CopyParameter.METADATA;
import static io.s3copy.parameter.CopyParameter.METADATA_DIRECTIVE;
import static io.s3copy.parameter.CopyParameter.TAGGING;
import static io.s3copy.parameter.CopyParameter.TAGGING_DIRECTIVE;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.List;

/**
 * What CopyObject silently ignores unless a directive says REPLACE.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
 */
final class DirectiveRules {

    static final List<CopyParameter> REPLACED_METADATA = List.of(
            METADATA, CONTENT_TYPE, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LANGUAGE, EXPIRES);

    private DirectiveRules() {}

    static void metadataNeedsReplace(S3Call call, CopyRequest request) {
        for (CopyParameter row : REPLACED_METADATA) {
            needsReplace(call, request, row, METADATA_DIRECTIVE);
        }
    }

    static void tagsNeedReplace(S3Call call, CopyRequest request) {
        needsReplace(call, request, TAGGING, TAGGING_DIRECTIVE);
    }

    private static void needsReplace(S3Call call, CopyRequest request, CopyParameter row, CopyParameter directive) {
        if (call == S3Call.COPY_OBJECT && request.has(row) && !"REPLACE".equals(request.text(directive))) {
            String option = directive.option().orElseThrow();
            throw request.invalid(
                    row,
                    "S3 ignores it without " + option + "=REPLACE, and carries what the source has",
                    "Set " + option + "=REPLACE (header " + directive.header() + "), or leave it out");
        }
    }
}

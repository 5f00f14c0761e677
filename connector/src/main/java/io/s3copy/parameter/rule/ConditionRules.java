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

import static io.s3copy.parameter.CopyParameter.IF_MATCH;
import static io.s3copy.parameter.CopyParameter.IF_NONE_MATCH;

import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;

/**
 * Conditions on the destination. Those on the source go together as S3 documents it, and every pair of them passes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">Conditional writes</a>
 */
final class ConditionRules {

    private ConditionRules() {}

    static void keyIsFreeOrHasAnEtag(S3Call call, CopyRequest request) {
        if (request.has(IF_MATCH) && request.has(IF_NONE_MATCH)) {
            throw request.invalid(
                    IF_MATCH,
                    "stands beside " + request.nameOf(IF_NONE_MATCH)
                            + ", and no key both has an object of this ETag and is free",
                    "Leave one of them out");
        }
    }
}

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

import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;

/** A rule between the parameters of one call. It looks only at what was said; what is missing is another's concern. */
@FunctionalInterface
interface Rule {

    /**
     * Checks the rule.
     *
     * @throws io.s3copy.parameter.InvalidParameterException when the request breaks the rule
     */
    void check(S3Call call, CopyRequest request);
}

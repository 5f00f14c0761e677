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

import static io.s3copy.parameter.CopyParameter.ACL;
import static io.s3copy.parameter.CopyParameter.GRANT_FULL_CONTROL;
import static io.s3copy.parameter.CopyParameter.GRANT_READ;
import static io.s3copy.parameter.CopyParameter.GRANT_READ_ACP;
import static io.s3copy.parameter.CopyParameter.GRANT_WRITE_ACP;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.List;

/** Access control lists: a canned one, or grants. */
final class AclRules {

    static final List<CopyParameter> GRANTS = List.of(GRANT_FULL_CONTROL, GRANT_READ, GRANT_READ_ACP, GRANT_WRITE_ACP);

    private AclRules() {}

    static void grantsExcludeCannedAcl(S3Call call, CopyRequest request) {
        for (CopyParameter grant : GRANTS) {
            if (request.has(ACL) && request.has(grant)) {
                throw request.invalid(
                        grant,
                        "stands beside " + request.nameOf(ACL) + ", and S3 takes a canned ACL or grants, not both",
                        "Leave one of them out");
            }
        }
    }
}

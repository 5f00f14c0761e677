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
import static io.s3copy.parameter.CopyParameter.BUCKET;
import static io.s3copy.parameter.CopyParameter.STORAGE_CLASS;

import io.s3copy.parameter.BucketKind;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.stream.Stream;

/** What S3 on Outposts refuses. */
final class OutpostsRules {

    private OutpostsRules() {}

    static void check(S3Call call, CopyRequest request) {
        String bucket = request.text(BUCKET);
        if (bucket == null || BucketKind.of(bucket) != BucketKind.OUTPOSTS) {
            return;
        }
        if (request.has(STORAGE_CLASS) && !"OUTPOSTS".equals(request.text(STORAGE_CLASS))) {
            throw request.invalid(STORAGE_CLASS, "Outposts stores the class OUTPOSTS only", "Leave it out");
        }
        for (CopyParameter row :
                Stream.concat(Stream.of(ACL), AclRules.GRANTS.stream()).toList()) {
            if (request.has(row)) {
                throw request.invalid(row, "Outposts has no ACLs", "Leave it out");
            }
        }
    }
}

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
package io.s3copy.engine.sdk;

import io.s3copy.engine.s3.ObjectGrants;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Grantee;
import software.amazon.awssdk.services.s3.model.Permission;

/** The grants of an ACL as the headers of a request say them. */
final class SdkGrants {

    private SdkGrants() {}

    static ObjectGrants read(GetObjectAclResponse response) {
        Map<Permission, List<String>> grantees = new EnumMap<>(Permission.class);
        int notExpressible = 0;
        for (Grant grant : response.grants()) {
            String grantee = grantee(grant.grantee());
            boolean ofObjects = grant.permission() != null
                    && grant.permission() != Permission.WRITE
                    && grant.permission() != Permission.UNKNOWN_TO_SDK_VERSION;
            if (grantee == null || !ofObjects) {
                notExpressible++;
            } else {
                grantees.computeIfAbsent(grant.permission(), permission -> new ArrayList<>())
                        .add(grantee);
            }
        }
        return new ObjectGrants(
                said(grantees.get(Permission.FULL_CONTROL)),
                said(grantees.get(Permission.READ)),
                said(grantees.get(Permission.READ_ACP)),
                said(grantees.get(Permission.WRITE_ACP)),
                notExpressible);
    }

    private static @Nullable String grantee(Grantee grantee) {
        if (grantee == null) {
            return null;
        } else if (grantee.id() != null) {
            return "id=\"" + grantee.id() + "\"";
        }
        return grantee.uri() == null ? null : "uri=\"" + grantee.uri() + "\"";
    }

    private static @Nullable String said(@Nullable List<String> grantees) {
        return grantees == null ? null : String.join(", ", grantees);
    }
}

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
package io.s3copy.app.config;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A store that was checked.
 *
 * @param endpoint the URL of the service; null for AWS
 * @param region to sign for; null for what the AWS SDK finds
 */
public record StoreSpec(
        String name, @Nullable URI endpoint, @Nullable String region, boolean pathStyle, KeySource keys) {

    /** Whether one copy can have its source here and its destination there: it is signed once, by one identity. */
    boolean isOneServiceWith(StoreSpec other) {
        return service().equals(other.service());
    }

    /** Whether both sign as the same identity. */
    boolean isOneIdentityWith(StoreSpec other) {
        return Objects.equals(keys, other.keys);
    }

    /** The service, for people. */
    public String service() {
        if (endpoint != null) {
            return endpoint.getScheme() + "://" + endpoint.getAuthority();
        }
        // each partition of AWS is a service of its own
        String where = region == null ? "" : region;
        if (where.startsWith("cn-")) {
            return "AWS in China";
        }
        return where.startsWith("us-gov-") ? "AWS GovCloud" : "AWS";
    }
}

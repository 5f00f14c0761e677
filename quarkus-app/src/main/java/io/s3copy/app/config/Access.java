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

import java.util.Map;

/**
 * Who may see the page and call the API.
 *
 * @param users who signs in with a password, by name
 * @param openId whether an OpenID provider says who somebody is
 */
public record Access(Map<String, UserSpec> users, boolean openId) {

    /** Nobody signs in: whoever reaches the service, on this machine alone, is an operator. */
    public static final Access OPEN = new Access(Map.of(), false);

    /** Whether nobody has to sign in. */
    public boolean isOpen() {
        return users.isEmpty() && !openId;
    }
}

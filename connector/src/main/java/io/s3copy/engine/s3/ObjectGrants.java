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
package io.s3copy.engine.s3;

import org.jspecify.annotations.Nullable;

/**
 * The grants on an object, each as a request says it: {@code id="…", uri="…"}. Null where nobody has that permission.
 *
 * @param notExpressible how many grants no request can say: those to e-mail addresses, and permissions that objects lack
 */
public record ObjectGrants(
        @Nullable String fullControl,
        @Nullable String read,
        @Nullable String readAcp,
        @Nullable String writeAcp,
        int notExpressible) {}

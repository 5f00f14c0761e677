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
 * How an archived source is restored.
 *
 * @param days how long the restored source stays readable; null for Intelligent-Tiering, which takes none
 * @param tier how fast: Standard, Bulk or Expedited
 */
public record Restore(@Nullable Integer days, String tier) {

    public Restore {
        if (days != null && days < 1) {
            throw new IllegalArgumentException("a restored object stays 1 day or longer, not " + days);
        }
    }
}

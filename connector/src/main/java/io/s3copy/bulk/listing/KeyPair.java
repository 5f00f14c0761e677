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
package io.s3copy.bulk.listing;

import io.s3copy.engine.s3.ListedObject;
import org.jspecify.annotations.Nullable;

/**
 * A key, and what each side has of it; of versions, one version of each side. At least one has it.
 *
 * @param source what the first side has, or null
 * @param destination what the second side has; null too where only one side is listed
 */
public record KeyPair(
        @Nullable ListedObject source, @Nullable ListedObject destination) {

    /** Whether these are versions, of which one key may have many. */
    public boolean isOfVersions() {
        return (source != null && source.version() != null) || (destination != null && destination.version() != null);
    }
}

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

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param objects in the order of the server; a page may be empty although another follows
 * @param nextAfter of a listing of versions that goes on, the key at which it does; otherwise null
 * @param nextToken where the next page begins; null in the last page
 * @param truncated whether the server says that another page follows
 */
public record ObjectPage(
        List<ListedObject> objects,
        @Nullable String nextAfter,
        @Nullable String nextToken,
        boolean truncated) {

    /** Whether the page behind it begins where that of another does. */
    public boolean isAt(ObjectPage other) {
        return Objects.equals(nextToken, other.nextToken) && Objects.equals(nextAfter, other.nextAfter);
    }

    /** The last page. */
    public static ObjectPage last(List<ListedObject> objects) {
        return new ObjectPage(objects, null, null, false);
    }
}

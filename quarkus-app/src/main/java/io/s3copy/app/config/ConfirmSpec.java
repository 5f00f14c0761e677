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

import org.jspecify.annotations.Nullable;

/**
 * Before what a run waits for a yes.
 *
 * @param above before it copies more objects than that; null for any number
 * @param deletes before it deletes any object
 */
public record ConfirmSpec(@Nullable Long above, boolean deletes) {

    /** Whether somebody has to say yes to so many copies and deletions. */
    public boolean asks(long objects, long deletions) {
        return (above != null && objects > above) || (deletes && deletions > 0);
    }
}

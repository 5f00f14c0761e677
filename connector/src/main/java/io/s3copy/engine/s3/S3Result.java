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

import io.s3copy.parameter.CopyParameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What S3 answered.
 *
 * @param members the members of the result that S3 sent, by their rows (RESULT_…)
 * @param requestId S3's id of the request, for its support; null where the server sends none
 * @param response the answer as the client's own type
 */
public record S3Result(
        Map<CopyParameter, Object> members, @Nullable String requestId, Object response) {

    public S3Result {
        members = Map.copyOf(members);
    }

    /**
     * A member that the call cannot have succeeded without.
     *
     * @throws IllegalStateException if S3 sent none, which whoever made the call should have noticed
     */
    public String required(CopyParameter row) {
        String text = text(row);
        if (text == null) {
            throw new IllegalStateException("the answer has no " + row.member());
        }
        return text;
    }

    /** A member as text, or null where S3 sent none. */
    public @Nullable String text(CopyParameter row) {
        Object value = members.get(row);
        return value == null ? null : value.toString();
    }
}

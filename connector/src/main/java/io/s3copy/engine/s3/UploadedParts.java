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

import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the parts that an upload has.
 *
 * @param next the number after which the next page begins; null when this is the last
 */
public record UploadedParts(List<Uploaded> parts, @Nullable Integer next) {

    public UploadedParts {
        parts = List.copyOf(parts);
    }

    /** A part and its size in bytes. */
    public record Uploaded(CompletedPart part, long size) {

        /** The answer to the call that made it, as far as a listing tells. */
        public S3Result result() {
            Map<CopyParameter, Object> told = new EnumMap<>(CopyParameter.class);
            told.put(CopyParameter.RESULT_ETAG, part.eTag());
            part.checksums()
                    .forEach((member, sum) ->
                            CopyParameter.resultByMember(member).ifPresent(row -> told.put(row, sum)));
            return new S3Result(told, null, this);
        }
    }
}

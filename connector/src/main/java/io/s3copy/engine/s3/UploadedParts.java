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
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
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

    /** What is asked: the parts of an upload after a number. */
    public static CopyRequest request(CopyRequest upload, int after) {
        return upload.carriedBy(S3Call.LIST_PARTS).toBuilder()
                .set(CopyParameter.PART_NUMBER_MARKER, after)
                .build();
    }

    /**
     * A part and its size.
     *
     * @param size in bytes; {@link #UNKNOWN_SIZE} where it is not told
     */
    public record Uploaded(CompletedPart part, long size) {

        /** Of a part that is listed without its size. */
        public static final long UNKNOWN_SIZE = -1;

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

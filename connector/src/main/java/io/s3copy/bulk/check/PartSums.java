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
package io.s3copy.bulk.check;

import io.s3copy.engine.Likeness;
import io.s3copy.engine.s3.ObjectAttributes;
import io.s3copy.engine.s3.ObjectHead;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the attributes of two objects tell of their contents. Checksums of whole objects are compared by algorithm; checksums of
 * parts only where both objects have parts of the same sizes.
 *
 * @param likeness what they tell
 * @param why they tell nothing, as the end of a sentence; otherwise empty
 */
record PartSums(Likeness likeness, String why) {

    private static final String COMPOSITE = "COMPOSITE";

    static PartSums of(@Nullable ToldAttributes source, @Nullable ToldAttributes destination) {
        if (source == null || destination == null) {
            return untold("");
        }
        ObjectAttributes one = source.attributes();
        ObjectAttributes other = destination.attributes();
        if (one == null || other == null) {
            return untold("; " + (one == null ? source : destination).refusal());
        } else if (!COMPOSITE.equals(one.checksumType()) || !COMPOSITE.equals(other.checksumType())) {
            return new PartSums(
                    Likeness.ofChecksums(one.checksums(), one.checksumType(), other.checksums(), other.checksumType()),
                    "");
        } else if (one.partSizes().isEmpty() || other.partSizes().isEmpty()) {
            return untold("; S3 does not list the parts that they are of");
        } else if (!one.partSizes().equals(other.partSizes())) {
            return untold("; they are of parts of other sizes");
        }
        for (Map.Entry<String, String> sum : one.checksums().entrySet()) {
            String counterpart = other.checksums().get(sum.getKey());
            if (counterpart != null) {
                return new PartSums(counterpart.equals(sum.getValue()) ? Likeness.SAME : Likeness.OTHER, "");
            }
        }
        return untold("; they are of other algorithms");
    }

    private static PartSums untold(String why) {
        return new PartSums(Likeness.UNDECIDED, why);
    }

    /** Whether both have checksums of as many parts, by one algorithm: the sizes of the parts may make them comparable. */
    static boolean mayDiffer(ObjectHead one, ObjectHead other) {
        return COMPOSITE.equals(one.checksumType())
                && COMPOSITE.equals(other.checksumType())
                && one.checksums().entrySet().stream()
                        .anyMatch(sum -> parts(sum.getValue())
                                .equals(parts(other.checksums().get(sum.getKey()))));
    }

    /** The number of parts, which HEAD has behind a checksum of parts. */
    private static String parts(@Nullable String sum) {
        if (sum == null) {
            return "none";
        }
        int dash = sum.lastIndexOf('-');
        return dash < 0 ? "" : sum.substring(dash);
    }
}

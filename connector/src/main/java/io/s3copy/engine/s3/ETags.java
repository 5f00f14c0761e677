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

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** ETags as S3 and its likenesses send them: in quotes, or not. */
public final class ETags {

    private static final char QUOTE = '"';
    private static final int MD5_DIGITS = 32;

    private ETags() {}

    /** Without quotes; empty for none. */
    public static String bare(@Nullable String eTag) {
        return eTag == null ? "" : eTag.replace("\"", "");
    }

    /** Whether both are the same, quoted or not; what is missing equals nothing. */
    public static boolean equal(@Nullable String one, @Nullable String other) {
        // most are, and are written alike
        if (one != null && one.length() > 2 && one.charAt(1) != QUOTE && one.equals(other)) {
            return true;
        }
        return !bare(one).isEmpty() && bare(one).equals(bare(other));
    }

    /** Whether it looks like a digest of a whole content. */
    public static boolean isMd5(@Nullable String eTag) {
        String digits = bare(eTag);
        boolean isDigest = digits.length() == MD5_DIGITS;
        for (int at = 0; isDigest && at < MD5_DIGITS; at++) {
            isDigest = HexFormat.isHexDigit(digits.charAt(at));
        }
        return isDigest;
    }
}

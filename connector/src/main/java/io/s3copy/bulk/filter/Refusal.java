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
package io.s3copy.bulk.filter;

import java.util.Locale;

/** Why a run leaves an object alone. Its text is the reason of the skip in reports and counts. */
public enum Refusal {
    /** No include pattern is that of its key. */
    NOT_INCLUDED,
    /** An exclude pattern is that of its key. */
    EXCLUDED,
    /** It is smaller than asked for. */
    TOO_SMALL,
    /** It is larger than asked for. */
    TOO_LARGE,
    /** It was written earlier than asked for. */
    TOO_OLD,
    /** It was written later than asked for. */
    TOO_NEW,
    /** It is of another storage class. */
    OTHER_STORAGE_CLASS,
    /** It lacks a tag that was asked for, or has another value of it. */
    OTHER_TAGS;

    /** As reports say it: {@code too-small}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

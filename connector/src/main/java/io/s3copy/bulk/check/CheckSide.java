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

import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectHead;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an object on one side.
 *
 * @param listed what the listing says
 * @param head what HEAD says; null where it was not asked, or denied
 * @param tags its tags; null where they were not asked for, or may not be read
 * @param attributes what GetObjectAttributes told; null where it was not asked
 */
public record CheckSide(
        ListedObject listed,
        @Nullable ObjectHead head,
        @Nullable Map<String, String> tags,
        @Nullable ToldAttributes attributes) {

    /** What is known without attributes. */
    public CheckSide(ListedObject listed, @Nullable ObjectHead head, @Nullable Map<String, String> tags) {
        this(listed, head, tags, null);
    }

    /** The same with what GetObjectAttributes told. */
    public CheckSide with(ToldAttributes told) {
        return new CheckSide(listed, head, tags, told);
    }

    /** What a listing alone says. */
    public static CheckSide of(ListedObject listed) {
        return new CheckSide(listed, null, null);
    }

    /** The size in bytes, or -1; HEAD was asked last. */
    long size() {
        Long length = head == null ? null : head.length();
        return length == null ? listed.size() : length;
    }

    /** Whether one look saw another state than the one before: somebody writes there. */
    boolean hasChanged() {
        return head != null
                && ((head.length() != null
                                && listed.size() != ListedObject.UNKNOWN_SIZE
                                && head.length() != listed.size())
                        || (head.hasETag() && listed.eTag() != null && !ETags.equal(head.eTag(), listed.eTag()))
                        || (head.hasETag() && told() != null && !ETags.equal(head.eTag(), told())));
    }

    private @Nullable String told() {
        return attributes == null || attributes.attributes() == null
                ? null
                : attributes.attributes().eTag();
    }
}

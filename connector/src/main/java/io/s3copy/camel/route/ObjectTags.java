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
package io.s3copy.camel.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.Tag;

/** Looks at the tags of an object, as {@code aws2-s3} gives them, for one that permits a copy, and adds one. */
public final class ObjectTags {

    private String requiredTag = "";
    private String requiredValue = "";
    private String addedTag = "";
    private String addedValue = "";

    public void setRequiredTag(String requiredTag) {
        this.requiredTag = requiredTag;
    }

    public void setRequiredValue(String requiredValue) {
        this.requiredValue = requiredValue;
    }

    public void setAddedTag(String addedTag) {
        this.addedTag = addedTag;
    }

    public void setAddedValue(String addedValue) {
        this.addedValue = addedValue;
    }

    /** Whether the required tag is there with the required value. */
    public boolean permits(List<Tag> tags) {
        return tags.stream()
                .anyMatch(tag -> tag.key().equals(requiredTag) && tag.value().equals(requiredValue));
    }

    /** The tags and the added one, which replaces one of its name. */
    public Map<String, String> withAdded(List<Tag> tags) {
        Map<String, String> all = new LinkedHashMap<>();
        tags.forEach(tag -> all.put(tag.key(), tag.value()));
        all.put(addedTag, addedValue);
        return all;
    }
}

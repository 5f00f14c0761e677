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
package io.s3copy.parameter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the parts of an upload: a collection of them, or boto3's dictionary with Parts. */
final class Parts {

    private Parts() {}

    /** The parts, sorted by number as S3 wants them. */
    static List<CompletedPart> read(Object given) throws UnreadableValueException {
        Object list = given instanceof Map<?, ?> map && map.get("Parts") != null ? map.get("Parts") : given;
        if (!(list instanceof Collection<?> elements) || elements.isEmpty()) {
            throw new UnreadableValueException("is not a list of parts", "Give the parts that UploadPartCopy returned");
        }
        List<CompletedPart> parts = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (Object element : elements) {
            CompletedPart part = part(element);
            if (!numbers.add(PartNumbers.read(part.partNumber()))) {
                throw new UnreadableValueException("names part " + part.partNumber() + " twice", "Name each part once");
            }
            parts.add(part);
        }
        parts.sort(Comparator.comparingInt(CompletedPart::partNumber));
        return List.copyOf(parts);
    }

    private static CompletedPart part(Object element) throws UnreadableValueException {
        if (element instanceof CompletedPart typed) {
            return typed;
        } else if (element instanceof Map<?, ?> map) {
            return CompletedPart.read(map);
        }
        throw new UnreadableValueException(
                "holds a " + (element == null ? "null" : element.getClass().getName()) + ", which is no part",
                "Give maps with PartNumber and ETag, or the SDK's CompletedPart");
    }
}

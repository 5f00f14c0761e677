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
package io.s3copy.testkit.fault;

import io.s3copy.testkit.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts that a CompleteMultipartUpload names. */
record PartList(List<Integer> numbers, List<String> eTags) {

    private static final Pattern PART = Pattern.compile("<Part>(.*?)</Part>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("<PartNumber>\\s*(\\d+)\\s*</PartNumber>");
    private static final Pattern ETAG = Pattern.compile("<ETag>(.*?)</ETag>", Pattern.DOTALL);

    static PartList of(String xml) {
        List<Integer> numbers = new ArrayList<>();
        List<String> eTags = new ArrayList<>();
        Matcher part = PART.matcher(xml);
        while (part.find()) {
            Matcher number = NUMBER.matcher(part.group(1));
            Matcher eTag = ETAG.matcher(part.group(1));
            numbers.add(number.find() ? Integer.parseInt(number.group(1)) : 0);
            String said = eTag.find() ? eTag.group(1).replace("&quot;", "").replace("\"", "") : "";
            eTags.add('"' + said + '"');
        }
        return new PartList(numbers, eTags);
    }

    /** Why S3 would not complete the upload with them; empty when it would. */
    Optional<Response> refusal(Upload upload) {
        if (numbers.isEmpty()) {
            return Optional.of(Response.error(
                    400, "MalformedXML", "The XML you provided was not well-formed or did not validate"));
        }
        for (int i = 0; i < numbers.size(); i++) {
            Upload.Part part = upload.parts.get(numbers.get(i));
            if (i > 0 && numbers.get(i) <= numbers.get(i - 1)) {
                return Optional.of(
                        Response.error(400, "InvalidPartOrder", "The list of parts was not in ascending order."));
            } else if (part == null || !part.content().eTag().equals(eTags.get(i))) {
                return Optional.of(
                        Response.error(400, "InvalidPart", "One or more of the specified parts could not be found."));
            } else if (i < numbers.size() - 1 && part.content().size() < Limits.MIN_PART) {
                return Optional.of(Response.error(
                        400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size"));
            }
        }
        return Optional.empty();
    }

    List<Content> contents(Upload upload) {
        return numbers.stream()
                .map(number -> upload.parts.get(number).content())
                .toList();
    }
}

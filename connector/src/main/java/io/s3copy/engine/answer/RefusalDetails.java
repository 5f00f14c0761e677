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
package io.s3copy.engine.answer;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What S3's XML says of a refusal beside its code and its message, and the SDK leaves out: which bucket, which header. */
public final class RefusalDetails {

    private static final Pattern BUCKET = Pattern.compile("<BucketName>([^<]+)</BucketName>");
    private static final Pattern HEADER = Pattern.compile("<Header>([^<]+)</Header>");

    private static final String MARK = "'s bucket ";

    private RefusalDetails() {}

    /** Follows the message; empty where there is nothing to add. */
    public static String of(String code, CopyRequest request, String body, Supplier<List<String>> unusual) {
        return switch (code) {
            case "NoSuchBucket" ->
                bucket(request, body).map(RefusalDetails::inBrackets).orElse("");
            case "NotImplemented" -> headers(body, unusual);
            default -> "";
        };
    }

    private static String inBrackets(String text) {
        return " (" + text + ")";
    }

    /** Which bucket is missing, as far as the answer tells or there is only one. */
    public static Optional<String> bucket(CopyRequest request, String xml) {
        String destination = request.text(CopyParameter.BUCKET);
        String source = request.source().map(CopySource::bucket).orElse(null);
        String named = found(BUCKET, xml).orElse(source == null || source.equals(destination) ? destination : null);
        if (named == null) {
            return Optional.empty();
        } else if (source == null) {
            return Optional.of("bucket " + named);
        }
        return Optional.of(
                named.equals(source)
                        ? named.equals(destination)
                                ? "source's and destination's bucket " + named
                                : "the source's bucket " + named
                        : "the destination's bucket " + named);
    }

    /** Whether an answer about a missing bucket leaves open which one. */
    public static boolean isUntold(CopyRequest request, S3CallException missing) {
        return request.source().isPresent()
                && !String.valueOf(missing.getMessage()).contains(MARK);
    }

    /** The same, where a look at the destination tells. */
    public static String bucket(CopyRequest request, boolean destinationIsMissing) {
        return destinationIsMissing
                ? "the destination's bucket " + request.text(CopyParameter.BUCKET)
                : "the source's bucket " + request.source().orElseThrow().bucket();
    }

    private static String headers(String body, Supplier<List<String>> sent) {
        Optional<String> named = found(HEADER, body);
        List<String> unusual = sent.get();
        if (named.isPresent()) {
            return " (header " + named.get() + ")";
        }
        return unusual.isEmpty()
                ? ""
                : " (the server does not say to what; not every server knows " + String.join(", ", unusual) + ")";
    }

    private static Optional<String> found(Pattern element, String xml) {
        Matcher in = element.matcher(xml);
        return in.find() ? Optional.of(in.group(1)) : Optional.empty();
    }
}

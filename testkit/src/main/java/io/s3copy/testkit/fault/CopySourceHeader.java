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

import io.s3copy.testkit.RecordedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What {@code x-amz-copy-source} names. */
record CopySourceHeader(String bucket, String key, Optional<String> versionId) {

    private static final String VERSION = "?versionId=";

    static CopySourceHeader of(RecordedRequest request) {
        return of(request, false);
    }

    /**
     * What a server reads that decodes the path twice.
     *
     * @throws IllegalArgumentException when what was decoded cannot be decoded again
     */
    static CopySourceHeader decodedTwice(RecordedRequest request) {
        return of(request, true);
    }

    private static CopySourceHeader of(RecordedRequest request, boolean again) {
        String raw = request.header("x-amz-copy-source").orElseThrow();
        int question = raw.indexOf(VERSION);
        String once = decode(question < 0 ? raw : raw.substring(0, question));
        String path = again ? decode(once) : once;
        String object = path.startsWith("/") ? path.substring(1) : path;
        int slash = object.indexOf('/');
        return new CopySourceHeader(
                object.substring(0, slash),
                object.substring(slash + 1),
                question < 0 ? Optional.empty() : Optional.of(decode(raw.substring(question + VERSION.length()))));
    }

    private static String decode(String percentEncoded) {
        return URLDecoder.decode(percentEncoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

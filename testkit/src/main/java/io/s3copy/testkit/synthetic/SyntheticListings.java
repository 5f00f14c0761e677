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
package io.s3copy.testkit.synthetic;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;

/** ListObjectsV2 and ListObjectVersions of a bucket. */
final class SyntheticListings {

    private SyntheticListings() {}

    /** A continuation token is the place at which the next page begins. */
    static Response objects(RecordedRequest request, SyntheticBucket bucket) {
        KeySpace space = bucket.space();
        String prefix = request.queryParameter("prefix").orElse("");
        long from = request.queryParameter("continuation-token")
                .map(Long::parseLong)
                .or(() -> request.queryParameter("start-after").map(space::firstAfter))
                .orElse(0L);
        SyntheticBucket.Page page = bucket.page(prefix, from, most(request));
        PageXml xml = xml(request, page.length(), prefix, page.next() >= 0);
        xml.element("KeyCount", Integer.toString(page.length()));
        if (page.next() >= 0) {
            xml.element("NextContinuationToken", Long.toString(page.next()));
        }
        for (int at = 0; at < page.length(); at++) {
            long index = page.place(at);
            xml.begin("Contents")
                    .key("Key", page.key(at))
                    .lastModified(space.lastModified(index))
                    .object(space.objectSize(index), space.eTag(index))
                    .end("Contents");
        }
        return Response.xml(200, xml.document("ListBucketResult"));
    }

    static Response versions(RecordedRequest request, SyntheticBucket bucket) {
        KeySpace space = bucket.space();
        String prefix = request.queryParameter("prefix").orElse("");
        SyntheticBucket.Page page = bucket.versions(
                prefix,
                request.queryParameter("key-marker").orElse(""),
                request.queryParameter("version-id-marker").orElse(""),
                most(request));
        PageXml xml = xml(request, page.length(), prefix, page.next() >= 0);
        if (page.next() >= 0) {
            int last = page.length() - 1;
            xml.key("NextKeyMarker", page.key(last)).element("NextVersionIdMarker", page.versionId(last));
        }
        for (int at = 0; at < page.length(); at++) {
            String element = page.isDeleteMarker(at) ? "DeleteMarker" : "Version";
            long index = page.place(at);
            xml.begin(element)
                    .key("Key", page.key(at))
                    .element("VersionId", page.versionId(at))
                    .element("IsLatest", Boolean.toString(page.isLatest(at)))
                    .lastModified(space.lastModified(index) - page.newer(at) * 3_600L);
            if (!page.isDeleteMarker(at)) {
                xml.object(space.objectSize(index) + page.newer(at), space.eTag(index));
            }
            xml.end(element);
        }
        return Response.xml(200, xml.document("ListVersionsResult"));
    }

    private static PageXml xml(RecordedRequest request, int entries, String prefix, boolean more) {
        PageXml xml = new PageXml(isEncoded(request), entries);
        if (isEncoded(request)) {
            xml.element("EncodingType", "url");
        }
        return xml.element("Name", request.bucket())
                .key("Prefix", prefix)
                .element("MaxKeys", Integer.toString(most(request)))
                .element("IsTruncated", Boolean.toString(more));
    }

    private static boolean isEncoded(RecordedRequest request) {
        return request.queryParameter("encoding-type").orElse("").equals("url");
    }

    private static int most(RecordedRequest request) {
        return Math.min(
                SyntheticBucket.MAX_KEYS,
                request.queryParameter("max-keys").map(Integer::parseInt).orElse(SyntheticBucket.MAX_KEYS));
    }
}

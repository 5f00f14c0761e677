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

import io.s3copy.testkit.KeyOrder;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Xml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The listings of a bucket: of its objects, and of all their versions. */
final class ListingCalls {

    /** Some order that is not that of the keys, and always the same. */
    private static final Comparator<String> OUT_OF_ORDER = Comparator.comparing(
            (String key) -> new StringBuilder(key).reverse().toString());

    /** What the names of buckets end in that have no order of keys. */
    private static final String DIRECTORY_BUCKET = "--x-s3";

    private final Store store;
    private final Set<Quirk> quirks;

    ListingCalls(Store store, Set<Quirk> quirks) {
        this.store = store;
        this.quirks = quirks;
    }

    private boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    Response objects(RecordedRequest request) {
        if (!store.has(request.bucket())) {
            return Refusals.noSuchBucket();
        }
        String prefix = request.queryParameter("prefix").orElse("");
        ListedNames names = ListedNames.of(request, quirks);
        Optional<String> token = has(Quirk.REPEATS_PAGE)
                ? Optional.empty()
                : request.queryParameter("continuation-token").map(ListingCalls::keyOf);
        Optional<String> after = token.isPresent() || has(Quirk.IGNORES_START_AFTER)
                ? Optional.empty()
                : request.queryParameter("start-after");
        boolean ordered = !has(Quirk.LISTS_OUT_OF_ORDER) && !request.bucket().endsWith(DIRECTORY_BUCKET);
        Comparator<String> order = ordered ? KeyOrder::compare : OUT_OF_ORDER;
        int max = Limits.page(request, "max-keys");
        List<Map.Entry<String, StoredObject>> found = store.objects(request.bucket()).entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .filter(object -> after.isEmpty() || KeyOrder.compare(object.getKey(), after.get()) > 0)
                .sorted(Map.Entry.comparingByKey(order))
                .filter(object -> token.isEmpty() || order.compare(object.getKey(), token.get()) > 0)
                .limit(max + 1L)
                .toList();
        List<Map.Entry<String, StoredObject>> shown = found.subList(0, Math.min(max, found.size()));
        boolean more = shown.size() < found.size();
        StringBuilder page = head(request, names, prefix, max, more)
                .append(S3Xml.element("KeyCount", Integer.toString(shown.size())));
        if (more) {
            page.append(S3Xml.element(
                    "NextContinuationToken", tokenOf(shown.get(shown.size() - 1).getKey())));
        }
        shown.forEach(object -> page.append("<Contents>")
                .append(names.element("Key", object.getKey()))
                .append(described(object.getValue()))
                .append("</Contents>"));
        return Response.xml(200, S3Xml.document("ListBucketResult", page.toString()));
    }

    /** A token is opaque, and never has what XML has no character for. */
    private static String tokenOf(String key) {
        return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String keyOf(String token) {
        return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    }

    private record Listed(String key, StoredVersion version, boolean latest) {}

    Response versions(RecordedRequest request) {
        if (!store.has(request.bucket())) {
            return Refusals.noSuchBucket();
        }
        String prefix = request.queryParameter("prefix").orElse("");
        ListedNames names = ListedNames.of(request, quirks);
        String keyMarker = has(Quirk.REPEATS_PAGE)
                ? ""
                : request.queryParameter("key-marker").orElse("");
        String idMarker = keyMarker.isEmpty()
                ? ""
                : request.queryParameter("version-id-marker").orElse("");
        int max = Limits.page(request, "max-keys");
        List<Listed> found = new ArrayList<>();
        store.versions(request.bucket()).tailMap(keyMarker, !idMarker.isEmpty()).forEach((key, versions) -> {
            boolean behind = !key.equals(keyMarker);
            for (int at = 0; at < versions.size(); at++) {
                if (behind && key.startsWith(prefix) && found.size() <= max) {
                    found.add(new Listed(key, versions.get(at), at == 0));
                }
                behind = behind || versions.get(at).id().equals(idMarker);
            }
        });
        List<Listed> shown = found.subList(0, Math.min(max, found.size()));
        boolean more = shown.size() < found.size();
        StringBuilder page = head(request, names, prefix, max, more)
                .append(names.element("KeyMarker", keyMarker))
                .append(S3Xml.element("VersionIdMarker", idMarker));
        if (more) {
            Listed last = shown.get(shown.size() - 1);
            page.append(names.element("NextKeyMarker", last.key))
                    .append(S3Xml.element("NextVersionIdMarker", last.version.id()));
        }
        shown.forEach(one -> page.append(listed(names, one)));
        return Response.xml(200, S3Xml.document("ListVersionsResult", page.toString()));
    }

    private static String listed(ListedNames names, Listed one) {
        StoredVersion version = one.version;
        String element = version.isMarker() ? "DeleteMarker" : "Version";
        String described = version.isMarker()
                ? S3Xml.element("LastModified", version.lastModified().toString())
                : described(version.object());
        return "<" + element + ">" + names.element("Key", one.key) + S3Xml.element("VersionId", version.id())
                + S3Xml.element("IsLatest", Boolean.toString(one.latest)) + described + "</" + element + ">";
    }

    private static StringBuilder head(
            RecordedRequest request, ListedNames names, String prefix, int max, boolean more) {
        return new StringBuilder(S3Xml.element("Name", request.bucket()))
                .append(names.element("Prefix", prefix))
                .append(names.encodingType())
                .append(S3Xml.element("MaxKeys", Integer.toString(max)))
                .append(S3Xml.element("IsTruncated", Boolean.toString(more)));
    }

    private static String described(StoredObject object) {
        return S3Xml.element("LastModified", object.lastModified().toString())
                + S3Xml.element("ETag", object.eTag())
                + S3Xml.element("Size", Long.toString(object.size()))
                + S3Xml.element("StorageClass", object.storageClass());
    }
}

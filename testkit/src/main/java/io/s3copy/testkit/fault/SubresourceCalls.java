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
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Xml;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls on what belongs to an object: its tags, its ACL, its attributes, its restored copy. */
final class SubresourceCalls {

    private static final Pattern TAG =
            Pattern.compile("<Tag>\\s*<Key>(.*?)</Key>\\s*<Value>(.*?)</Value>\\s*</Tag>", Pattern.DOTALL);

    private final Store store;
    private final ObjectCalls objects;
    private final Set<Quirk> quirks;
    private final Encryption encryption;

    SubresourceCalls(Store store, ObjectCalls objects, Set<Quirk> quirks) {
        this.store = store;
        this.objects = objects;
        this.quirks = quirks;
        this.encryption = new Encryption(quirks);
    }

    Response getTagging(RecordedRequest request) {
        return objects.named(request).map(this::tagging).orElseGet(() -> objects.missing(request));
    }

    private Response tagging(StoredObject object) {
        return object.tags().isEmpty() && quirks.contains(Quirk.NO_SUCH_TAG_SET)
                ? Refusals.noSuchTagSet()
                : Response.tagging(object.tags());
    }

    Response putTagging(RecordedRequest request) {
        Map<String, String> tags = new TreeMap<>();
        Matcher tag = TAG.matcher(request.bodyText());
        while (tag.find()) {
            tags.put(unescaped(tag.group(1)), unescaped(tag.group(2)));
        }
        return amended(request, object -> object.withTags(tags), 200);
    }

    private static String unescaped(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    Response getAcl(RecordedRequest request) {
        if (quirks.contains(Quirk.UNKNOWN_SUBRESOURCE_ANSWERS_OBJECT)) {
            return objects.get(request);
        }
        String grantee = "<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
        String owner = "<Grant>" + grantee + " xsi:type=\"CanonicalUser\"><ID>owner</ID></Grantee>"
                + "<Permission>FULL_CONTROL</Permission></Grant>";
        String everyone = "<Grant>" + grantee + " xsi:type=\"Group\">"
                + "<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee>"
                + "<Permission>READ</Permission></Grant>";
        return objects.named(request)
                .map(object -> Response.xml(
                        200,
                        S3Xml.document(
                                "AccessControlPolicy",
                                "<Owner><ID>owner</ID></Owner><AccessControlList>"
                                        + owner
                                        + (object.acl().startsWith("public-read") ? everyone : "")
                                        + "</AccessControlList>")))
                .orElseGet(() -> objects.missing(request));
    }

    /** A canned ACL is kept; of a policy in the body, whether it lets everyone read. */
    Response putAcl(RecordedRequest request) {
        String acl =
                request.header("x-amz-acl").orElse(request.bodyText().contains("AllUsers") ? "public-read" : "private");
        return amended(request, object -> object.withAcl(acl), 200);
    }

    Response restore(RecordedRequest request) {
        return amended(request, StoredObject::restored, 202);
    }

    Response attributes(RecordedRequest request) {
        if (quirks.contains(Quirk.UNKNOWN_SUBRESOURCE_ANSWERS_OBJECT)
                || quirks.contains(Quirk.UNKNOWN_ATTRIBUTES_ANSWERS_OBJECT)) {
            return objects.get(request);
        }
        StoredObject there = objects.named(request).orElse(null);
        if (there == null) {
            return objects.missing(request);
        }
        return encryption.unreadable(request, there).orElseGet(() -> attributes(there));
    }

    private Response attributes(StoredObject object) {
        return Response.xml(
                200,
                S3Xml.document(
                        "GetObjectAttributesResponse",
                        S3Xml.element("ETag", object.eTag().replace("\"", ""))
                                + "<Checksum>" + ObjectCalls.checksum(object, quirks) + "</Checksum>"
                                + parts(object)
                                + S3Xml.element("StorageClass", object.storageClass())
                                + S3Xml.element("ObjectSize", Long.toString(object.size()))));
    }

    private static String parts(StoredObject object) {
        return object.partSizes().isEmpty()
                ? ""
                : "<ObjectParts>"
                        + S3Xml.element(
                                "PartsCount",
                                Integer.toString(object.partSizes().size()))
                        + "</ObjectParts>";
    }

    private Response amended(RecordedRequest request, UnaryOperator<StoredObject> change, int status) {
        Optional<StoredObject> there = store.get(request.bucket(), request.key());
        there.ifPresent(object -> store.amend(request.bucket(), request.key(), change.apply(object)));
        return there.isPresent() ? Response.empty(status) : Refusals.noSuchKey();
    }
}

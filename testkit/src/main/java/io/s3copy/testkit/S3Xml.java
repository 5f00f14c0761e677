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
package io.s3copy.testkit;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The XML documents of S3's answers, worded as S3 words them. */
public final class S3Xml {

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
    private static final String LAST_MODIFIED = "<LastModified>2026-04-01T10:00:00.000Z</LastModified>";
    private static final String OWNER = "<Owner><ID>owner</ID></Owner>";

    private S3Xml() {}

    static String copyObjectResult(String etag) {
        return document("CopyObjectResult", LAST_MODIFIED + element("ETag", etag));
    }

    static String copyPartResult(String etag) {
        return document("CopyPartResult", LAST_MODIFIED + element("ETag", etag));
    }

    static String initiateMultipartUploadResult(String bucket, String key, String uploadId) {
        return document("InitiateMultipartUploadResult", upload(bucket, key, uploadId));
    }

    static String completeMultipartUploadResult(String bucket, String key, String etag) {
        return document(
                "CompleteMultipartUploadResult",
                element("Location", "http://127.0.0.1/" + bucket + "/" + key)
                        + element("Bucket", bucket)
                        + element("Key", key)
                        + element("ETag", etag));
    }

    static String listPartsResult(String bucket, String key, String uploadId, SortedMap<Integer, String> parts) {
        String list = parts.entrySet().stream()
                .map(part -> "<Part>" + element("PartNumber", part.getKey().toString()) + LAST_MODIFIED
                        + element("ETag", part.getValue()) + "<Size>5242880</Size></Part>")
                .collect(Collectors.joining());
        return document(
                "ListPartsResult",
                upload(bucket, key, uploadId)
                        + "<PartNumberMarker>0</PartNumberMarker><MaxParts>1000</MaxParts>"
                        + "<IsTruncated>false</IsTruncated>"
                        + list + "<StorageClass>STANDARD</StorageClass>");
    }

    static String tagging(Map<String, String> tags) {
        String set = tags.entrySet().stream()
                .map(tag -> "<Tag>" + element("Key", tag.getKey()) + element("Value", tag.getValue()) + "</Tag>")
                .collect(Collectors.joining());
        return document("Tagging", "<TagSet>" + set + "</TagSet>");
    }

    static String accessControlPolicy() {
        String grantee = "<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:type=\"CanonicalUser\"><ID>owner</ID></Grantee>";
        return document(
                "AccessControlPolicy",
                OWNER + "<AccessControlList><Grant>" + grantee
                        + "<Permission>FULL_CONTROL</Permission></Grant></AccessControlList>");
    }

    /** An empty, complete listing; {@code root} is {@code ListBucketResult} or one of its relatives. */
    static String emptyListing(String root, String bucket) {
        // A listing of uploads says Bucket where the listings of objects say Name.
        String name = root.equals("ListMultipartUploadsResult") ? "Bucket" : "Name";
        return document(root, element(name, bucket) + "<KeyCount>0</KeyCount><IsTruncated>false</IsTruncated>");
    }

    static String objectAttributes(String etag, long size) {
        return document(
                "GetObjectAttributesResponse",
                element("ETag", etag.replace("\"", "")) + element("ObjectSize", Long.toString(size)));
    }

    static String session() {
        return document(
                "CreateSessionResult",
                "<Credentials><SessionToken>session-token</SessionToken>"
                        + "<SecretAccessKey>session-secret</SecretAccessKey><AccessKeyId>session-access</AccessKeyId>"
                        + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>");
    }

    /** Errors alone carry no namespace. */
    static String error(String code, String message) {
        return DECLARATION + "<Error>" + element("Code", code) + element("Message", message)
                + "<RequestId>TX234S0F24A06C7</RequestId><HostId>recording-stub</HostId></Error>";
    }

    /** A document of S3's namespace around content that is XML already. */
    public static String document(String root, String content) {
        return DECLARATION + "<" + root + NAMESPACE + ">" + content + "</" + root + ">";
    }

    private static String upload(String bucket, String key, String uploadId) {
        return element("Bucket", bucket) + element("Key", key) + element("UploadId", uploadId);
    }

    /**
     * An element around text, which is escaped. Control characters go as references, as S3 sends them, though XML 1.0
     * has none for most of them: whoever asks for a listing is to ask for encoded keys.
     */
    public static String element(String name, String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n' -> escaped.append(c);
                default -> {
                    if (c < ' ') {
                        escaped.append("&#x")
                                .append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                                .append(';');
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return "<" + name + ">" + escaped + "</" + name + ">";
    }
}

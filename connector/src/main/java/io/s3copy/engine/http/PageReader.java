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
package io.s3copy.engine.http;

import io.s3copy.engine.answer.Dates;
import io.s3copy.engine.answer.PercentEncoding;
import io.s3copy.engine.answer.Proof;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ListedObject.Version;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.parameter.CopyRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of objects and of versions. A page counts only if it says of itself that it is one, and whether another
 * follows: an empty page, or a last one, that nobody has sent would be keys lost.
 */
final class PageReader {

    static final String OBJECTS = "ListObjectsV2";
    static final String VERSIONS = "ListObjectVersions";

    private final String api;
    private final ListQuery query;
    private final Supplier<CopyRequest> about;
    private final RawAnswer answer;

    private final List<ListedObject> listed = new ArrayList<>();
    private @Nullable String bucket;
    /** Whether keys are percent-encoded, which the answer may tell before them or behind them. */
    private boolean encoded;

    /** How many keys came before the answer told. */
    private int rawUntil;

    private @Nullable Boolean truncated;
    private @Nullable Integer count;
    private @Nullable String nextToken;
    private @Nullable String nextKeyMarker;
    private @Nullable String nextVersionIdMarker;
    private int others;

    private PageReader(String api, ListQuery query, Supplier<CopyRequest> about, RawAnswer answer) {
        this.api = api;
        this.query = query;
        this.about = about;
        this.answer = answer;
    }

    static ObjectPage objects(ListQuery query, Supplier<CopyRequest> about, HttpCall http, RawAnswer answer) {
        PageReader page = new PageReader(OBJECTS, query, about, answer);
        page.read(http);
        return page.ofObjects();
    }

    static ObjectPage versions(ListQuery query, Supplier<CopyRequest> about, HttpCall http, RawAnswer answer) {
        PageReader page = new PageReader(VERSIONS, query, about, answer);
        page.read(http);
        return page.ofVersions();
    }

    private void read(HttpCall http) {
        if (answer.isRefusal()) {
            throw RefusalReader.read(api, about.get(), http, answer);
        } else if (answer.body().length == 0) {
            throw Proof.missing(api, about.get(), answer, answer.requestId(), "Name");
        }
        byte[] xml = answer.body();
        try {
            Xml.read(xml, root -> {
                listed.clear();
                rawUntil = 0;
                encoded = false;
                others = 0;
                if (root.name().equals("Error")) {
                    throw RefusalReader.readInSuccess(api, about.get(), http, answer, root);
                }
                for (String name = root.child(); name != null; name = root.child()) {
                    member(name, root);
                }
                return root;
            });
        } catch (Xml.UnreadableXmlException e) {
            throw RefusalReader.unreadable(api, about.get(), answer, String.valueOf(e.getMessage()));
        }
        if (encoded && !PercentEncoding.isUtf8(xml)) {
            throw unreadable("has a key that is not UTF-8");
        }
        for (int at = 0; encoded && at < rawUntil; at++) {
            listed.set(at, listed.get(at).withKey(decoded(listed.get(at).key())));
        }
        for (ListedObject one : listed) {
            // a key with another prefix is no answer to this question
            if (!one.key().startsWith(query.prefix())) {
                throw unreadable("has a key that does not begin with the prefix");
            }
        }
    }

    private void member(String name, Xml xml) {
        switch (name) {
            case "EncodingType" -> {
                encoded = xml.text().strip().equals("url");
                rawUntil = listed.size();
            }
            case "Name" -> bucket = xml.text();
            case "IsTruncated" -> truncated = bool(xml.text());
            case "KeyCount" -> count = number(xml.text()).intValue();
            case "NextContinuationToken" -> nextToken = xml.text();
            case "NextKeyMarker" -> nextKeyMarker = xml.text();
            case "NextVersionIdMarker" -> nextVersionIdMarker = xml.text();
            case "Contents" -> entry(xml, api.equals(OBJECTS), false);
            case "Version" -> entry(xml, api.equals(VERSIONS), false);
            case "DeleteMarker" -> entry(xml, api.equals(VERSIONS), true);
            default -> xml.skip();
        }
    }

    private void entry(Xml xml, boolean ofThisCall, boolean marker) {
        if (!ofThisCall) {
            others++;
            xml.skip();
            return;
        }
        String key = null;
        long size = ListedObject.UNKNOWN_SIZE;
        String eTag = null;
        Instant lastModified = null;
        String storageClass = null;
        String checksumType = null;
        String versionId = null;
        Boolean latest = null;
        List<String> algorithms = List.of();
        for (String name = xml.child(); name != null; name = xml.child()) {
            switch (name) {
                case "Key" -> key = decoded(xml.text());
                case "Size" -> size = number(xml.text());
                case "ETag" -> eTag = xml.text();
                case "LastModified" -> lastModified = Dates.read(xml.text()).orElse(null);
                case "StorageClass" -> storageClass = xml.text();
                case "ChecksumType" -> checksumType = xml.text();
                case "ChecksumAlgorithm" -> {
                    algorithms = algorithms.isEmpty() ? new ArrayList<>(1) : algorithms;
                    algorithms.add(xml.text());
                }
                case "VersionId" -> versionId = xml.text();
                case "IsLatest" -> latest = bool(xml.text());
                default -> xml.skip();
            }
        }
        Version version = api.equals(VERSIONS)
                ? new Version(requireTold("VersionId", versionId), requireTold("IsLatest", latest), marker)
                : null;
        listed.add(new ListedObject(
                requireTold("Key", key),
                marker ? ListedObject.UNKNOWN_SIZE : size,
                marker ? null : orNull(eTag),
                lastModified,
                marker ? null : orNull(storageClass),
                algorithms,
                orNull(checksumType),
                version));
    }

    private ObjectPage ofObjects() {
        requireTold("Name", bucket);
        boolean more = requireTold("IsTruncated", truncated);
        if (count != null && count != listed.size()) {
            throw unreadable("says that it has " + count + " keys, and has " + listed.size());
        }
        return more
                ? new ObjectPage(listed, null, requireTold("NextContinuationToken", nextToken), true)
                : ObjectPage.last(listed);
    }

    private ObjectPage ofVersions() {
        requireTold("Name", bucket);
        boolean more = requireTold("IsTruncated", truncated);
        if (others > 0) {
            throw unreadable("is not of versions and delete markers alone");
        }
        return more
                ? new ObjectPage(
                        listed,
                        decoded(requireTold("NextKeyMarker", nextKeyMarker)),
                        requireTold("NextVersionIdMarker", nextVersionIdMarker),
                        true)
                : ObjectPage.last(listed);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private <T> T requireTold(String member, @Nullable T value) {
        if (value == null || value.equals("")) {
            throw Proof.missing(api, about.get(), answer, answer.requestId(), member);
        }
        return value;
    }

    private String decoded(String text) {
        try {
            return encoded ? PercentEncoding.decoded(text) : text;
        } catch (IllegalArgumentException e) {
            throw unreadable("has a key that is not encoded as it says");
        }
    }

    private static @Nullable Boolean bool(String text) {
        String said = text.strip();
        return said.isEmpty() ? null : Boolean.valueOf(said);
    }

    private Long number(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw unreadable("has a number that is none");
        }
    }

    private S3CallException unreadable(String words) {
        return Proof.unreadable(api, about.get(), answer, answer.requestId(), words);
    }
}

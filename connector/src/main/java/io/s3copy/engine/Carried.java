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
package io.s3copy.engine;

import static io.s3copy.parameter.CopyParameter.CACHE_CONTROL;
import static io.s3copy.parameter.CopyParameter.CHECKSUM_ALGORITHM;
import static io.s3copy.parameter.CopyParameter.CHECKSUM_TYPE;
import static io.s3copy.parameter.CopyParameter.CONTENT_DISPOSITION;
import static io.s3copy.parameter.CopyParameter.CONTENT_ENCODING;
import static io.s3copy.parameter.CopyParameter.CONTENT_LANGUAGE;
import static io.s3copy.parameter.CopyParameter.CONTENT_TYPE;
import static io.s3copy.parameter.CopyParameter.EXPIRES;
import static io.s3copy.parameter.CopyParameter.METADATA;
import static io.s3copy.parameter.CopyParameter.METADATA_DIRECTIVE;
import static io.s3copy.parameter.CopyParameter.TAGGING;
import static io.s3copy.parameter.CopyParameter.TAGS;

import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.BucketKind;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.S3Call;
import io.s3copy.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a copy in parts must carry by itself: CreateMultipartUpload knows no source. The directives of CopyObject are
 * emulated.
 *
 * @param create the request that begins the upload
 * @param documented the same for a service that does all that S3 documents. An interrupted upload is recognised by this
 *     one: it does not change with what is learnt of the service
 * @param tagsToPut the tags that are too long for that request; they follow when the object is there
 * @param notCarried what the source has and the upload cannot have
 * @param annotationsPerhaps whether the source may have annotations, which the upload cannot have, and nothing was said
 *     of them
 */
record Carried(
        CopyRequest create,
        CopyRequest documented,
        Map<String, String> tagsToPut,
        List<String> notCarried,
        boolean annotationsPerhaps) {

    /** In bytes. Tags that need a longer header are put when the object is there. aws-cli has the same limit. */
    private static final int TAGGING_BYTES = 2048;

    /** In the order in which a result tells of them. */
    private static final Map<String, CopyParameter> SYSTEM = new LinkedHashMap<>();

    static {
        SYSTEM.put("Content-Type", CONTENT_TYPE);
        SYSTEM.put("Cache-Control", CACHE_CONTROL);
        SYSTEM.put("Content-Disposition", CONTENT_DISPOSITION);
        SYSTEM.put("Content-Encoding", CONTENT_ENCODING);
        SYSTEM.put("Content-Language", CONTENT_LANGUAGE);
        SYSTEM.put("Expires", EXPIRES);
    }

    /**
     * The upload that is to become a copy of the source.
     *
     * @param tags the source's tags; empty where they may not be read
     * @param notPreserved what is known already not to be carried
     * @param traits what the service takes at the beginning of an upload
     */
    static Carried of(
            CopyRequest request,
            ObjectHead source,
            Optional<Map<String, String>> tags,
            List<String> notPreserved,
            ServiceTraits traits) {
        List<String> notCarried = new ArrayList<>(notPreserved);
        CopyRequest.Builder builder = request.carriedBy(S3Call.CREATE_MULTIPART_UPLOAD).toBuilder();
        if (!"REPLACE".equals(request.text(METADATA_DIRECTIVE))) {
            SYSTEM.forEach((name, row) -> carryAsIs(builder, row, name, source.systemMetadata(), notCarried));
            carryMetadata(builder, source.metadata(), notCarried);
            if (source.missingMeta() != null && source.missingMeta() > 0) {
                notCarried.add("Metadata (" + source.missingMeta() + " entries that the REST API cannot show)");
            }
        }
        Map<String, String> tagsToPut = Map.of();
        if (tags.isEmpty()) {
            notCarried.add("Tagging");
        } else if (!tags.get().isEmpty()) {
            if (isTooLong(tags.get()) || !(traits.heeds(Trait.createTags) || traits.isUnknown(Trait.createTags))) {
                tagsToPut = tags.get();
            } else {
                carry(builder, TAGS, "Tagging", tags.get(), notCarried);
            }
        }
        String annotations = request.text(CopyParameter.ANNOTATION_DIRECTIVE);
        if ("COPY".equals(annotations)) {
            notCarried.add("Annotations");
        }
        boolean perhaps = annotations == null && mayHaveAnnotations(request, source);
        if (!traits.refuses(Trait.createChecksum)) {
            carryChecksum(request, source, builder);
        }
        CopyRequest create = builder.build();
        CopyRequest documented = traits.isDocumented()
                ? create
                : of(request, source, tags, notPreserved, ServiceTraits.ofAws()).create();
        return new Carried(create, documented, tagsToPut, List.copyOf(notCarried), perhaps);
    }

    /** The same at a service that refuses the algorithm of a checksum. */
    Carried withoutChecksum() {
        return new Carried(
                create.without(List.of(CHECKSUM_ALGORITHM, CHECKSUM_TYPE)),
                documented,
                tagsToPut,
                notCarried,
                annotationsPerhaps);
    }

    /**
     * HEAD does not tell of annotations. To list them takes one more request for each copy, and one more permission.
     */
    private static boolean mayHaveAnnotations(CopyRequest request, ObjectHead source) {
        BucketKind kind = BucketKind.of(request.source().orElseThrow().bucket());
        return !ObjectHead.CUSTOMER_KEY.equals(source.encryption())
                && kind != BucketKind.DIRECTORY
                && kind != BucketKind.OUTPOSTS;
    }

    /** What the result says that the copy lacks, and what the copy lacks if its source has it. */
    List<String> told() {
        List<String> told = new ArrayList<>(notCarried);
        if (annotationsPerhaps) {
            told.add(CopyResult.ANNOTATIONS_PERHAPS);
        }
        return List.copyOf(told);
    }

    private static boolean isTooLong(Map<String, String> tags) {
        try {
            return CopyRequest.builder()
                            .set(TAGS, tags)
                            .build()
                            .required(TAGGING)
                            .length()
                    > TAGGING_BYTES;
        } catch (InvalidParameterException e) {
            return false;
        }
    }

    /** Carries a value as HEAD gave it, right or wrong: the content type {@code jpg} stays {@code jpg}. */
    private static void carryAsIs(
            CopyRequest.Builder builder,
            CopyParameter row,
            String name,
            Map<String, String> metadata,
            List<String> notCarried) {
        String value = metadata.get(name);
        if (value == null) {
            return;
        }
        try {
            builder.setAsRead(row, value);
        } catch (InvalidParameterException e) {
            // no header can carry it
            notCarried.add(name);
        }
    }

    /** Carries metadata entry by entry. An entry that no header can carry is left out; the others are carried. */
    private static void carryMetadata(
            CopyRequest.Builder builder, Map<String, String> metadata, List<String> notCarried) {
        Map<String, String> carried = new LinkedHashMap<>();
        metadata.forEach((name, value) -> {
            try {
                CopyRequest.builder().set(METADATA, Map.of(name, value));
                carried.put(name, value);
            } catch (InvalidParameterException e) {
                notCarried.add("Metadata " + Printable.of(name));
            }
        });
        if (!carried.isEmpty()) {
            builder.setMetadataAsRead(carried);
        }
    }

    private static void carry(
            CopyRequest.Builder builder, CopyParameter row, String name, Object value, List<String> notCarried) {
        try {
            builder.set(row, value);
        } catch (InvalidParameterException e) {
            // tags of a server's own that S3 does not allow
            notCarried.add(name);
        }
    }

    /** The same algorithm as the source's, so that the checksums of both objects can be compared. */
    private static void carryChecksum(CopyRequest request, ObjectHead source, CopyRequest.Builder builder) {
        if (request.has(CHECKSUM_ALGORITHM)) {
            return;
        }
        checksumAlgorithm(source).ifPresent(algorithm -> {
            builder.set(CHECKSUM_ALGORITHM, algorithm);
            // S3 joins the checksums of parts to one of the whole for CRCs only
            boolean possible = !"FULL_OBJECT".equals(source.checksumType()) || algorithm.startsWith("CRC");
            if (source.checksumType() != null && possible) {
                builder.set(CHECKSUM_TYPE, source.checksumType());
            }
        });
    }

    private static Optional<String> checksumAlgorithm(ObjectHead source) {
        return source.checksums().keySet().stream()
                .findFirst()
                .map(name -> name.substring("Checksum".length()))
                .filter(CHECKSUM_ALGORITHM.knownValues()::contains);
    }
}

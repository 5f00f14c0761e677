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
package io.s3copy.behaviour;

import static io.s3copy.behaviour.Capability.CONTENT_TYPE_REPLACED;
import static io.s3copy.behaviour.Capability.COPY;
import static io.s3copy.behaviour.Capability.EXPIRES_REPLACED;
import static io.s3copy.behaviour.Capability.METADATA_CLEARED;
import static io.s3copy.behaviour.Capability.METADATA_COPIED;
import static io.s3copy.behaviour.Capability.METADATA_REPLACED;
import static io.s3copy.behaviour.Capability.SYSTEM_METADATA_REPLACED;
import static io.s3copy.behaviour.Capability.TAGS_COPIED;
import static io.s3copy.behaviour.Capability.TAGS_REPLACED;
import static io.s3copy.parameter.CopyParameter.CACHE_CONTROL;
import static io.s3copy.parameter.CopyParameter.CONTENT_DISPOSITION;
import static io.s3copy.parameter.CopyParameter.CONTENT_ENCODING;
import static io.s3copy.parameter.CopyParameter.CONTENT_LANGUAGE;
import static io.s3copy.parameter.CopyParameter.CONTENT_TYPE;
import static io.s3copy.parameter.CopyParameter.EXPIRES;
import static io.s3copy.parameter.CopyParameter.METADATA;
import static io.s3copy.parameter.CopyParameter.METADATA_DIRECTIVE;
import static io.s3copy.parameter.CopyParameter.TAGGING;
import static io.s3copy.parameter.CopyParameter.TAGGING_DIRECTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.parameter.CopyParameter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Metadata and tags: carried, replaced, cleared. */
class DirectivesBehaviourTest extends Behaviour {

    private String destination;

    @BeforeEach
    void arrange() {
        destination = bench().newKey();
    }

    @Test
    @Needs(METADATA_COPIED)
    void carriesMetadataWithoutADirective() {
        copy(withMetadata(), destination).succeeds();
        assertThat(head().metadata()).isEqualTo(Map.of("colour", "red"));
        assertThat(head().contentType()).isEqualTo("text/csv");
        assertThat(head().cacheControl()).isEqualTo("max-age=60");
    }

    @Test
    @Needs(METADATA_COPIED)
    void carriesMetadataOnCopy() {
        copy(withMetadata(), destination).with(METADATA_DIRECTIVE, "COPY").succeeds();
        assertThat(head().metadata()).isEqualTo(Map.of("colour", "red"));
    }

    @Test
    @Needs(METADATA_REPLACED)
    void replacesUserMetadata() {
        copy(withMetadata(), destination)
                .with(METADATA_DIRECTIVE, "REPLACE")
                .with(METADATA, Map.of("shape", "round", "size", "XL"))
                .succeeds();
        assertThat(head().metadata()).isEqualTo(Map.of("shape", "round", "size", "XL"));
    }

    @Test
    @Needs(METADATA_REPLACED)
    void replacesUserMetadataByOptions() {
        copy(withMetadata(), destination)
                .option("metadataDirective", "REPLACE")
                .option("metadata.shape", "round")
                .succeeds();
        assertThat(head().metadata()).isEqualTo(Map.of("shape", "round"));
    }

    @Test
    @Needs(METADATA_CLEARED)
    void replaceWithNothingClearsUserMetadata() {
        copy(withMetadata(), destination).with(METADATA_DIRECTIVE, "REPLACE").succeeds();
        assertThat(head().metadata()).isEmpty();
    }

    @Test
    @Needs(SYSTEM_METADATA_REPLACED)
    void replacesSystemMetadata() {
        copy(withMetadata(), destination)
                .with(METADATA_DIRECTIVE, "REPLACE")
                .with(CACHE_CONTROL, "no-store")
                .with(CONTENT_DISPOSITION, "attachment; filename=\"a b.txt\"")
                .with(CONTENT_ENCODING, "zstd")
                .with(CONTENT_LANGUAGE, "de, en")
                .succeeds();
        assertThat(head())
                .extracting(
                        HeadObjectResponse::cacheControl,
                        HeadObjectResponse::contentDisposition,
                        HeadObjectResponse::contentEncoding,
                        HeadObjectResponse::contentLanguage)
                .containsExactly("no-store", "attachment; filename=\"a b.txt\"", "zstd", "de, en");
    }

    @Test
    @Needs(CONTENT_TYPE_REPLACED)
    void replacesTheContentType() {
        copy(withMetadata(), destination)
                .with(METADATA_DIRECTIVE, "REPLACE")
                .with(CONTENT_TYPE, "application/vnd.api+json")
                .succeeds();
        assertThat(head().contentType()).isEqualTo("application/vnd.api+json");
    }

    @Test
    @Needs(EXPIRES_REPLACED)
    void replacesExpires() {
        copy(withMetadata(), destination)
                .with(METADATA_DIRECTIVE, "REPLACE")
                .with(EXPIRES, "2031-02-03T04:05:06Z")
                .succeeds();
        assertThat(head().expiresString()).isEqualTo("Mon, 03 Feb 2031 04:05:06 GMT");
    }

    /** S3 would keep the source's metadata and say nothing. */
    @Test
    @Needs(COPY)
    void refusesMetadataWithoutReplaceBeforeS3Ignores() {
        assertThat(copy(withMetadata(), destination)
                        .with(METADATA, Map.of("shape", "round"))
                        .isRefusedByUs()
                        .fix())
                .contains("metadataDirective=REPLACE");
    }

    @Test
    @Needs(TAGS_COPIED)
    void carriesTagsWithoutADirective() {
        copy(TagProbes.tagged(bench()), destination).succeeds();
        assertThat(tags()).isEqualTo(Map.of("colour", "red"));
    }

    @Test
    @Needs(TAGS_COPIED)
    void carriesTagsOnCopy() {
        copy(TagProbes.tagged(bench()), destination)
                .with(TAGGING_DIRECTIVE, "COPY")
                .succeeds();
        assertThat(tags()).isEqualTo(Map.of("colour", "red"));
    }

    @Test
    @Needs(TAGS_REPLACED)
    void replacesTagsByAQueryString() {
        copy(TagProbes.tagged(bench()), destination)
                .with(TAGGING_DIRECTIVE, "REPLACE")
                .with(TAGGING, "shape=round&note=a%20b%2Bc")
                .succeeds();
        assertThat(tags()).isEqualTo(Map.of("shape", "round", "note", "a b+c"));
    }

    @Test
    @Needs(TAGS_REPLACED)
    void replacesTagsByAMap() {
        copy(TagProbes.tagged(bench()), destination)
                .with(TAGGING_DIRECTIVE, "REPLACE")
                .with(CopyParameter.TAGS, Map.of("path", "a/b=c+d"))
                .succeeds();
        assertThat(tags()).isEqualTo(Map.of("path", "a/b=c+d"));
    }

    @Test
    @Needs(TAGS_REPLACED)
    void replaceWithEmptyTaggingClearsTags() {
        copy(TagProbes.tagged(bench()), destination)
                .with(TAGGING_DIRECTIVE, "REPLACE")
                .with(TAGGING, "")
                .succeeds();
        assertThat(tags()).isEmpty();
    }

    private String withMetadata() {
        String key = bench().newKey();
        bench().put(
                        bench().source(),
                        key,
                        "content",
                        put -> put.metadata(Map.of("colour", "red"))
                                .contentType("text/csv")
                                .cacheControl("max-age=60"));
        return key;
    }

    private HeadObjectResponse head() {
        return bench().head(bench().destination(), destination);
    }

    private Map<String, String> tags() {
        return TagProbes.tags(bench(), bench().destination(), destination);
    }
}

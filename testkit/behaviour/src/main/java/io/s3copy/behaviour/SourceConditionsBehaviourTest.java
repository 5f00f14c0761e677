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

import static io.s3copy.behaviour.Capability.IF_MATCH_OUTWEIGHS_DATE;
import static io.s3copy.behaviour.Capability.IF_NONE_MATCH_OUTWEIGHS_DATE;
import static io.s3copy.behaviour.Capability.SOURCE_IF_MATCH;
import static io.s3copy.behaviour.Capability.SOURCE_IF_MODIFIED_SINCE;
import static io.s3copy.behaviour.Capability.SOURCE_IF_NONE_MATCH;
import static io.s3copy.behaviour.Capability.SOURCE_IF_UNMODIFIED_SINCE;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_IF_MATCH;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_IF_MODIFIED_SINCE;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_IF_NONE_MATCH;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_IF_UNMODIFIED_SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The four conditions on the source, each true and false, and the two combinations that S3 documents. */
class SourceConditionsBehaviourTest extends Behaviour {

    private static final String OTHER_ETAG = "\"ffffffffffffffffffffffffffffffff\"";

    private String source;
    private String destination;
    private String eTag;
    private Instant modified;

    @BeforeEach
    void arrange() {
        source = bench().aged();
        destination = bench().newKey();
        eTag = bench().head(bench().source(), source).eTag();
        modified = bench().head(bench().source(), source).lastModified();
    }

    @Test
    @Needs(SOURCE_IF_MATCH)
    void copiesOnAMatchingEtag() {
        copies(copy(source, destination).with(COPY_SOURCE_IF_MATCH, eTag));
    }

    @Test
    @Needs(SOURCE_IF_MATCH)
    void refusesOnAnotherEtag() {
        refuses(copy(source, destination).with(COPY_SOURCE_IF_MATCH, OTHER_ETAG));
    }

    @Test
    @Needs(SOURCE_IF_NONE_MATCH)
    void copiesUnlessTheEtagMatches() {
        copies(copy(source, destination).with(COPY_SOURCE_IF_NONE_MATCH, OTHER_ETAG));
    }

    @Test
    @Needs(SOURCE_IF_NONE_MATCH)
    void refusesIfTheEtagMatches() {
        refuses(copy(source, destination).with(COPY_SOURCE_IF_NONE_MATCH, eTag));
    }

    @Test
    @Needs(SOURCE_IF_MODIFIED_SINCE)
    void copiesWhatWasModifiedSince() {
        copies(copy(source, destination).with(COPY_SOURCE_IF_MODIFIED_SINCE, hourBefore()));
    }

    @Test
    @Needs(SOURCE_IF_MODIFIED_SINCE)
    void refusesWhatWasNotModifiedSince() {
        refuses(copy(source, destination).with(COPY_SOURCE_IF_MODIFIED_SINCE, modified.plusSeconds(1)));
    }

    @Test
    @Needs(SOURCE_IF_UNMODIFIED_SINCE)
    void copiesWhatWasUnmodifiedSince() {
        copies(copy(source, destination).with(COPY_SOURCE_IF_UNMODIFIED_SINCE, modified.plusSeconds(3600)));
    }

    @Test
    @Needs(SOURCE_IF_UNMODIFIED_SINCE)
    void refusesWhatWasModifiedAfter() {
        refuses(copy(source, destination).with(COPY_SOURCE_IF_UNMODIFIED_SINCE, hourBefore()));
    }

    /** Dates are text, wherever they come from. */
    @Test
    @Needs(SOURCE_IF_UNMODIFIED_SINCE)
    void readsADateOfTheEndpointsUri() {
        refuses(copy(source, destination)
                .option("copySourceIfUnmodifiedSince", hourBefore().toString()));
    }

    @Test
    @Needs(IF_MATCH_OUTWEIGHS_DATE)
    void copiesOnATrueIfMatchBesideAFalseDate() {
        copies(copy(source, destination)
                .with(COPY_SOURCE_IF_MATCH, eTag)
                .with(COPY_SOURCE_IF_UNMODIFIED_SINCE, hourBefore()));
    }

    @Test
    @Needs(IF_NONE_MATCH_OUTWEIGHS_DATE)
    void refusesOnAFalseIfNoneMatchBesideATrueDate() {
        refuses(copy(source, destination)
                .with(COPY_SOURCE_IF_NONE_MATCH, eTag)
                .with(COPY_SOURCE_IF_MODIFIED_SINCE, hourBefore()));
    }

    private Instant hourBefore() {
        return modified.minusSeconds(3600);
    }

    private void copies(Call call) {
        call.succeeds();
        assertThat(bench().content(bench().destination(), destination)).isEqualTo("aged");
    }

    private void refuses(Call call) {
        assertThat(call.isRefusedByS3().code()).isEqualTo("PreconditionFailed");
        assertThat(bench().keys(bench().destination(), destination)).isEmpty();
    }
}

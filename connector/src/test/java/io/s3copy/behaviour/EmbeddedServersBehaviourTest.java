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

import static io.s3copy.behaviour.Capability.COPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A probe that says no by mistake would skip tests and leave the run green: what the embedded servers lack is known. */
class EmbeddedServersBehaviourTest extends Behaviour {

    private static final Map<String, Set<Capability>> LACKING = Map.of(
            "S3Proxy",
            EnumSet.of(
                    Capability.IF_MATCH_OUTWEIGHS_DATE,
                    Capability.ARCHIVED_SOURCE,
                    Capability.EXPIRES_REPLACED,
                    Capability.TAGS,
                    Capability.TAGS_COPIED,
                    Capability.TAGS_REPLACED,
                    Capability.STORAGE_CLASS,
                    Capability.WEBSITE_REDIRECT,
                    Capability.RETENTION,
                    Capability.LEGAL_HOLD,
                    Capability.GRANTS,
                    Capability.REQUEST_PAYER,
                    Capability.COPY_CHECKSUM,
                    Capability.IF_NONE_MATCH,
                    Capability.IF_MATCH,
                    Capability.SSE_C_IN_PLACE,
                    Capability.KEY_LEADING_SLASH,
                    Capability.KEY_DOTS,
                    Capability.KEY_DOUBLE_SLASH,
                    Capability.KEY_TRAILING_SLASH,
                    Capability.RANGE_OF_SMALL_SOURCE,
                    Capability.PARTS_SSE_C,
                    Capability.ABORTED_UPLOAD_TAKES_NO_PART,
                    Capability.ABORTED_UPLOAD_LISTS_NO_PARTS,
                    Capability.LIST_PARTS_PAGES,
                    Capability.BUCKET_OWNER,
                    Capability.SOURCE_BUCKET_OWNER),
            "S3Mock",
            EnumSet.of(
                    Capability.RESTORE_IN_PLACE,
                    Capability.SOURCE_VERSION_NAMED,
                    Capability.DELETE_MARKER_BY_VERSION,
                    Capability.ARCHIVED_SOURCE,
                    Capability.METADATA_CLEARED,
                    Capability.CONTENT_TYPE_REPLACED,
                    Capability.TAGS_REPLACED,
                    Capability.WEBSITE_REDIRECT,
                    Capability.RETENTION,
                    Capability.LEGAL_HOLD,
                    Capability.CANNED_ACL,
                    Capability.GRANTS,
                    Capability.REQUEST_PAYER,
                    Capability.COPY_CHECKSUM,
                    Capability.IF_NONE_MATCH,
                    Capability.IF_MATCH,
                    Capability.SSE_C_SOURCE,
                    Capability.SSE_C_WRONG_KEY,
                    Capability.SSE_C_DESTINATION,
                    Capability.SSE_S3_NAMED,
                    Capability.SSE_KMS_NAMED,
                    Capability.KEY_VERSION_QUERY,
                    Capability.KEY_BACKSLASH,
                    Capability.RANGE_PAST_END,
                    Capability.RANGE_OF_SMALL_SOURCE,
                    Capability.PARTS_SSE_C,
                    Capability.ABORTED_UPLOAD_TAKES_NO_PART,
                    Capability.CREDENTIALS,
                    Capability.BUCKET_OWNER,
                    Capability.SOURCE_BUCKET_OWNER));

    @Test
    @Needs(COPY)
    void embeddedServerLacksWhatItIsKnownToLackAndNothingElse() {
        assumeTrue(server().isEmbedded(), () -> "nothing is known beforehand of " + server());
        Set<Capability> lacking = Arrays.stream(Capability.values())
                .filter(capability -> !server().answer(capability).yes())
                .collect(Collectors.toSet());
        assertThat(lacking).containsExactlyInAnyOrderElementsOf(LACKING.get(server().toString()));
    }
}

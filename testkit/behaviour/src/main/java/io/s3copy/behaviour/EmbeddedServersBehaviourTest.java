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

    private static final Set<Capability> LACKING_AT_S3PROXY = EnumSet.of(
            Capability.IF_MATCH_OUTWEIGHS_DATE,
            Capability.ARCHIVED_SOURCE,
            Capability.EXPIRES_REPLACED,
            Capability.TAGS,
            Capability.TAGS_COPIED,
            Capability.TAGS_REPLACED,
            Capability.CREATE_TAGS,
            Capability.STORAGE_CLASS,
            Capability.STORAGE_CLASS_IN_PLACE,
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
            Capability.PARTS_SSE_C,
            Capability.RANGE_OF_SMALL_SOURCE,
            Capability.ABORTED_UPLOAD_TAKES_NO_PART,
            Capability.ABORTED_UPLOAD_LISTS_NO_PARTS,
            Capability.LIST_PARTS_PAGES,
            Capability.OBJECT_SIZE,
            Capability.CREATE_CHECKSUM,
            Capability.COMPLETE_CHECKSUM,
            Capability.BUCKET_OWNER,
            Capability.SOURCE_BUCKET_OWNER);

    private static final Set<Capability> LACKING_AT_S3MOCK = EnumSet.of(
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
            Capability.SSE_C_NAMED,
            Capability.SSE_S3_NAMED,
            Capability.SSE_KMS_NAMED,
            Capability.KEY_VERSION_QUERY,
            Capability.KEY_BACKSLASH,
            Capability.PARTS_SSE_C,
            Capability.RANGE_PAST_END,
            Capability.RANGE_OF_SMALL_SOURCE,
            Capability.ABORTED_UPLOAD_TAKES_NO_PART,
            Capability.CREATE_SSE_S3,
            Capability.CREATE_SSE_KMS,
            Capability.CREATE_SSE_C,
            Capability.OBJECT_SIZE,
            Capability.CREATE_CHECKSUM,
            Capability.CREDENTIALS,
            Capability.BUCKET_OWNER,
            Capability.SOURCE_BUCKET_OWNER);

    /** The stub has neither users nor owners, and refuses no copy of an object onto itself; the rest was seen in the field. */
    private static final Set<Capability> LACKING_AT_CEPH = EnumSet.of(
            Capability.SOURCE_IF_MATCH,
            Capability.SOURCE_IF_NONE_MATCH,
            Capability.SOURCE_IF_MODIFIED_SINCE,
            Capability.SOURCE_IF_UNMODIFIED_SINCE,
            Capability.IF_NONE_MATCH_OUTWEIGHS_DATE,
            Capability.SOURCE_VERSION_NAMED,
            Capability.DESTINATION_VERSION_NAMED,
            Capability.DELETE_MARKER_BY_VERSION,
            Capability.CREATE_TAGS,
            Capability.WEBSITE_REDIRECT,
            Capability.RETENTION,
            Capability.LEGAL_HOLD,
            Capability.GRANTS,
            Capability.REQUEST_PAYER,
            Capability.COPY_CHECKSUM,
            Capability.IF_NONE_MATCH,
            Capability.IF_MATCH,
            Capability.DELETE_CONDITION,
            Capability.SSE_C_DESTINATION,
            Capability.SSE_C_NAMED,
            Capability.PART_SOURCE_CONDITION,
            Capability.COMPLETE_IF_NONE_MATCH,
            Capability.COMPLETE_IF_MATCH,
            Capability.COMPLETE_ETAG,
            Capability.OBJECT_SIZE,
            Capability.CREATE_CHECKSUM,
            Capability.COMPLETE_CHECKSUM,
            Capability.CHECKSUM_MODE,
            Capability.OBJECT_ATTRIBUTES,
            Capability.SELF_COPY_REFUSED,
            Capability.CREDENTIALS,
            Capability.BUCKET_OWNER,
            Capability.SOURCE_BUCKET_OWNER);

    private static final Map<String, Set<Capability>> LACKING = Map.of(
            "S3Proxy", LACKING_AT_S3PROXY,
            "S3Proxy as it comes", with(LACKING_AT_S3PROXY, Capability.CANNED_ACL),
            "S3Mock", LACKING_AT_S3MOCK,
            "Ceph 16 played", LACKING_AT_CEPH);

    private static Set<Capability> with(Set<Capability> some, Capability more) {
        Set<Capability> all = EnumSet.of(more);
        all.addAll(some);
        return all;
    }

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

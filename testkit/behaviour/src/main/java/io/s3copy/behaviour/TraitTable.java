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

import io.s3copy.engine.service.ServiceTraits.Trait;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the server does with what a managed copy depends on, as text for the option {@code serviceTraits}. */
final class TraitTable {

    private static final Set<Integer> REFUSALS = Set.of(400, 501);

    /** The capabilities that make a trait: it is heeded where the server has them all. Initiators need two users. */
    private static final Map<Trait, List<Capability>> CAPABILITIES = capabilities();

    private final TestedServer server;

    TraitTable(TestedServer server) {
        this.server = server;
    }

    private static Map<Trait, List<Capability>> capabilities() {
        Map<Trait, List<Capability>> all = new EnumMap<>(Trait.class);
        all.put(Trait.sourceCondition, List.of(Capability.SOURCE_IF_MATCH));
        all.put(Trait.partCondition, List.of(Capability.PART_SOURCE_CONDITION));
        all.put(Trait.writeCondition, List.of(Capability.IF_MATCH));
        all.put(Trait.writeIfNoneMatch, List.of(Capability.IF_NONE_MATCH));
        all.put(Trait.completeCondition, List.of(Capability.COMPLETE_IF_NONE_MATCH, Capability.COMPLETE_IF_MATCH));
        all.put(Trait.deleteCondition, List.of(Capability.DELETE_CONDITION));
        all.put(
                Trait.copyMetadata,
                List.of(
                        Capability.METADATA_REPLACED,
                        Capability.CONTENT_TYPE_REPLACED,
                        Capability.SYSTEM_METADATA_REPLACED,
                        Capability.EXPIRES_REPLACED));
        all.put(Trait.copyTags, List.of(Capability.TAGS_REPLACED));
        all.put(Trait.createTags, List.of(Capability.CREATE_TAGS));
        all.put(Trait.copyEncryption, List.of(Capability.SSE_S3));
        all.put(Trait.copyKms, List.of(Capability.SSE_KMS));
        all.put(Trait.copyCustomerKey, List.of(Capability.SSE_C_DESTINATION));
        all.put(Trait.createEncryption, List.of(Capability.CREATE_SSE_S3));
        all.put(Trait.createKms, List.of(Capability.CREATE_SSE_KMS));
        all.put(Trait.createCustomerKey, List.of(Capability.CREATE_SSE_C));
        all.put(Trait.objectLock, List.of(Capability.RETENTION, Capability.LEGAL_HOLD));
        all.put(Trait.websiteRedirect, List.of(Capability.WEBSITE_REDIRECT));
        all.put(Trait.checksumMode, List.of(Capability.CHECKSUM_MODE));
        all.put(Trait.createChecksum, List.of(Capability.CREATE_CHECKSUM));
        all.put(Trait.completeChecksum, List.of(Capability.COMPLETE_CHECKSUM));
        all.put(Trait.objectSize, List.of(Capability.OBJECT_SIZE));
        all.put(Trait.objectAttributes, List.of(Capability.OBJECT_ATTRIBUTES));
        return all;
    }

    /** The first capability that the server lacks decides; where it has all, the last one's words say so. */
    private Answer answer(Trait trait) {
        Answer answer = null;
        for (Capability capability : CAPABILITIES.get(trait)) {
            answer = server.answer(capability);
            if (!answer.yes()) {
                return answer;
            }
        }
        return answer;
    }

    /** An object in the place of its attributes is of no more use than a refusal, and dearer. */
    private static String word(Trait trait, Answer answer) {
        if (answer.yes()) {
            return "heeded";
        } else if (!answer.isAsked()) {
            return "not asked";
        }
        boolean refused = trait == Trait.objectAttributes || REFUSALS.contains(answer.status());
        return refused ? "refused" : "ignored";
    }

    /** The value of the option: what is known, and of the rest nothing. */
    String option() {
        return CAPABILITIES.keySet().stream()
                .filter(trait -> answer(trait).isAsked())
                .map(trait -> trait + "=" + word(trait, answer(trait)))
                .collect(Collectors.joining(","));
    }

    /** A section of the report. */
    String text() {
        StringBuilder text = new StringBuilder("| trait | the server … | what a plain client saw |\n|---|---|---|\n");
        CAPABILITIES
                .keySet()
                .forEach(trait -> text.append("| ")
                        .append(trait)
                        .append(" | ")
                        .append(word(trait, answer(trait)))
                        .append(" | ")
                        .append(CapabilityReport.cell(answer(trait).said()))
                        .append(" |\n"));
        return text.append("\nFor the option of endpoints, or of the component:\n\n```\nserviceTraits=")
                .append(option())
                .append("\n```\n")
                .toString();
    }
}

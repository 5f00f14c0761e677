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
package io.s3copy.bulk.check;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.sync.ETagMeaning;
import io.s3copy.engine.Likeness;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.text.Printable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether two objects are equal, as deep as was asked. A difference is one that is proven; what nothing can tell is
 * unprovable, never the same.
 */
public final class ObjectCheck {

    /** The code of what is a delete marker on one side. */
    public static final String DELETE_MARKER = "delete-marker";

    private static final CheckResult SAME = new CheckResult(What.SAME, List.of(), "");

    private final Set<CheckLevel> levels;
    private final ETagMeaning meaning;
    private final boolean needsHeads;

    /**
     * A check.
     *
     * @param levels what is compared; at least one
     * @param meaning what is known of the ETags of both sides
     */
    public ObjectCheck(Set<CheckLevel> levels, ETagMeaning meaning) {
        this.levels = EnumSet.copyOf(levels);
        this.meaning = meaning;
        this.needsHeads = levels.stream().anyMatch(CheckLevel::needsHeads);
    }

    /** Whether both sides must be asked by HEAD. Not for what differs by its listing. */
    public boolean needsHeads() {
        return needsHeads;
    }

    /** Whether the tags of both sides must be read. */
    public boolean needsTags() {
        return levels.contains(CheckLevel.TAGS);
    }

    /**
     * Whether listings alone decide, so that no request is sent: another size, or a delete marker. All is decided by
     * {@link #decide(CheckSide, CheckSide)}.
     */
    public boolean isDecidedByListing(ListedObject source, ListedObject destination) {
        return source.isDeleteMarker()
                || destination.isDeleteMarker()
                || (source.size() != ListedObject.UNKNOWN_SIZE
                        && destination.size() != ListedObject.UNKNOWN_SIZE
                        && source.size() != destination.size());
    }

    /** What all that is known decides. */
    public CheckResult decide(CheckSide source, CheckSide destination) {
        Findings findings = new Findings();
        if (source.listed().isDeleteMarker() || destination.listed().isDeleteMarker()) {
            markers(source.listed(), destination.listed(), findings);
            return findings.result();
        }
        if (source.hasChanged() || destination.hasChanged()) {
            findings.cannotTell("changed", "an object was written while it was checked");
            return findings.result();
        }
        size(source, destination, findings);
        if (findings.differs.isEmpty()) {
            if (levels.contains(CheckLevel.CHECKSUM)) {
                byHeads(source, destination, findings);
            } else if (levels.contains(CheckLevel.LISTING)) {
                byETags(source.listed(), destination.listed(), findings);
            }
        }
        if (levels.contains(CheckLevel.METADATA)) {
            metadata(source.head(), destination.head(), findings);
        }
        if (levels.contains(CheckLevel.TAGS)) {
            tags(source.tags(), destination.tags(), findings);
        }
        return findings.result();
    }

    private static void markers(ListedObject source, ListedObject destination, Findings findings) {
        if (source.isDeleteMarker() != destination.isDeleteMarker()) {
            findings.differ(
                    DELETE_MARKER,
                    source.isDeleteMarker()
                            ? "it is an object, the source a delete marker"
                            : "it is a delete marker, the source an object");
        }
    }

    private static void size(CheckSide source, CheckSide destination, Findings findings) {
        if (source.size() == ListedObject.UNKNOWN_SIZE || destination.size() == ListedObject.UNKNOWN_SIZE) {
            findings.cannotTell("size", "the service does not tell the size");
        } else if (source.size() != destination.size()) {
            findings.differ("size", "it has " + destination.size() + " bytes, the source " + source.size());
        }
    }

    private void byETags(ListedObject source, ListedObject destination, Findings findings) {
        if (ETags.equal(source.eTag(), destination.eTag())) {
            return;
        }
        boolean content = ETags.isMd5(source.eTag()) && ETags.isMd5(destination.eTag());
        if (content && meaning == ETagMeaning.CONTENT) {
            findings.differ("etag", "its ETag is another than the source's");
        } else {
            findings.cannotTell("etag", "the ETags of the listing cannot be compared; check=checksum may tell");
        }
    }

    private void byHeads(CheckSide source, CheckSide destination, Findings findings) {
        ObjectHead one = source.head();
        ObjectHead other = destination.head();
        if (one == null || other == null) {
            findings.cannotTell("head", "HEAD told nothing");
            return;
        }
        Likeness likeness = Likeness.of(one, other, meaning != ETagMeaning.NOTHING);
        if (likeness == Likeness.OTHER) {
            boolean bySum =
                    Likeness.ofChecksums(one.checksums(), one.checksumType(), other.checksums(), other.checksumType())
                            == Likeness.OTHER;
            findings.differ(
                    bySum ? "checksum" : "etag",
                    "its " + (bySum ? "checksum" : "ETag") + " is another than the source's");
        } else if (likeness == Likeness.UNDECIDED) {
            byAttributes(source.attributes(), destination.attributes(), findings);
        }
    }

    /** Where HEADs do not suffice. Checksums of parts tell something only of parts of the same sizes. */
    private static void byAttributes(
            @Nullable ToldAttributes source, @Nullable ToldAttributes destination, Findings findings) {
        PartSums sums = PartSums.of(source, destination);
        if (sums.likeness() == Likeness.OTHER) {
            findings.differ("checksum", "its checksum is another than the source's");
        } else if (sums.likeness() == Likeness.UNDECIDED) {
            findings.cannotTell("checksum", "there is no checksum of both sides that could be compared" + sums.why());
        }
    }

    /**
     * Whether GetObjectAttributes of both sides may tell what HEADs do not: the parts that checksums are of, or checksums that
     * HEAD kept back.
     *
     * @param headsTellAll whether HEAD of this service is known to tell the checksums that there are
     */
    public boolean needsAttributes(CheckSide source, CheckSide destination, boolean headsTellAll) {
        ObjectHead one = source.head();
        ObjectHead other = destination.head();
        boolean changed = source.hasChanged() || destination.hasChanged();
        if (!levels.contains(CheckLevel.CHECKSUM) || changed || one == null || other == null) {
            return false;
        } else if (!one.hasSizeOf(other)
                || Likeness.of(one, other, meaning != ETagMeaning.NOTHING) != Likeness.UNDECIDED) {
            return false;
        }
        boolean untold = one.checksums().isEmpty() || other.checksums().isEmpty();
        return untold
                ? mayTell(source, one, headsTellAll) && mayTell(destination, other, headsTellAll)
                : PartSums.mayDiffer(one, other);
    }

    private static boolean mayTell(CheckSide side, ObjectHead head, boolean headsTellAll) {
        return !head.checksums().isEmpty()
                || !headsTellAll
                || !side.listed().checksumAlgorithms().isEmpty();
    }

    private static void metadata(@Nullable ObjectHead source, @Nullable ObjectHead destination, Findings findings) {
        if (source == null || destination == null) {
            findings.cannotTell("head", "HEAD told nothing");
            return;
        }
        Set<String> names = differing(lower(source.metadata()), lower(destination.metadata()));
        names.addAll(differing(source.systemMetadata(), destination.systemMetadata()));
        if (!names.isEmpty()) {
            findings.differ("metadata", "it has other " + shown(names));
        } else if (hidden(source) + hidden(destination) > 0) {
            findings.cannotTell("metadata", "metadata is not ASCII, which HEAD does not show");
        }
    }

    private static int hidden(ObjectHead head) {
        return Objects.requireNonNullElse(head.missingMeta(), 0);
    }

    private static void tags(
            @Nullable Map<String, String> source, @Nullable Map<String, String> destination, Findings findings) {
        if (source == null || destination == null) {
            findings.cannotTell("tags", "the tags cannot be read");
            return;
        }
        Set<String> names = differing(source, destination);
        if (!names.isEmpty()) {
            findings.differ("tags", "it has other tags " + shown(names));
        }
    }

    private static Map<String, String> lower(Map<String, String> metadata) {
        Map<String, String> lower = new HashMap<>();
        metadata.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    private static Set<String> differing(Map<String, String> one, Map<String, String> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
        return names;
    }

    private static String shown(Set<String> names) {
        return names.stream().limit(10).map(Printable::quoted).collect(Collectors.joining(", "))
                + (names.size() > 10 ? ", …" : "");
    }

    /** What was found so far: a proven difference wins, then what cannot be told. */
    private static final class Findings {

        private final List<String> differs = new ArrayList<>();
        private final List<String> untold = new ArrayList<>();
        private final List<String> messages = new ArrayList<>();
        private final List<String> untoldMessages = new ArrayList<>();

        void differ(String code, String message) {
            differs.add(code);
            messages.add(message);
        }

        void cannotTell(String code, String message) {
            if (!untold.contains(code)) {
                untold.add(code);
                untoldMessages.add(message);
            }
        }

        CheckResult result() {
            if (!differs.isEmpty()) {
                return new CheckResult(What.DIFFERS, List.copyOf(differs), String.join("; ", messages));
            } else if (!untold.isEmpty()) {
                return new CheckResult(What.UNPROVABLE, List.copyOf(untold), String.join("; ", untoldMessages));
            }
            return SAME;
        }
    }
}

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
package io.s3copy.event;

import static io.s3copy.event.EventSelection.Decision.COPY;
import static io.s3copy.event.EventSelection.Decision.DELETE;
import static io.s3copy.event.EventSelection.Decision.IGNORE_KEY;
import static io.s3copy.event.EventSelection.Decision.IGNORE_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.s3copy.text.Glob;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A route acts on what it asked for, and on no deletion unless it said so. */
class EventSelectionTest {

    @ParameterizedTest
    @EnumSource
    void onlyCreationsAreCopiedByDefault(EventType type) {
        assertThat(EventSelection.DEFAULT.decide(Events.of(type).event()))
                .isEqualTo(type.name().startsWith("OBJECT_CREATED") ? COPY : IGNORE_TYPE);
    }

    @Test
    void otherTypesAreCopiedWhenNamed() {
        EventSelection selection = EventSelection.builder()
                .types(EventType.named("s3:ObjectRestore:Completed"))
                .build();
        assertThat(selection.decide(
                        Events.of(EventType.OBJECT_RESTORE_COMPLETED).event()))
                .isEqualTo(COPY);
    }

    @Test
    void creationsAreNotCopiedWhenOthersAreNamed() {
        EventSelection selection = EventSelection.builder()
                .types(EventType.named("ObjectTagging:*"))
                .build();
        assertThat(selection.decide(Events.created().event())).isEqualTo(IGNORE_TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "CURRENT, OBJECT_REMOVED_DELETE, , DELETE",
        "CURRENT, OBJECT_REMOVED_DELETE_MARKER_CREATED, v1, DELETE",
        "CURRENT, OBJECT_REMOVED_DELETE, v1, IGNORE_VERSION",
        "CURRENT, OBJECT_REMOVED_DELETE, null, DELETE",
        "CURRENT, OBJECT_REMOVED_DELETE_ALL_VERSIONS, v1, DELETE",
        "VERSIONS, OBJECT_REMOVED_DELETE, v1, DELETE",
        "CURRENT, LIFECYCLE_EXPIRATION_DELETE, , IGNORE_TYPE",
        "VERSIONS, LIFECYCLE_EXPIRATION_DELETE_MARKER_CREATED, v1, IGNORE_TYPE",
        "CURRENT, OBJECT_CREATED_PUT, , COPY",
    })
    void deletionsArePropagatedAsFarAsTold(
            DeletePropagation deletes, EventType type, String version, EventSelection.Decision decision) {
        EventSelection selection =
                EventSelection.builder().propagateDeletes(deletes).build();
        assertThat(selection.decide(Events.of(type).version(version).event())).isEqualTo(decision);
    }

    @Test
    void deletionsByLifecycleRulesArePropagatedWhenNamed() {
        EventSelection selection = EventSelection.builder()
                .types(EventType.named("LifecycleExpiration:*"))
                .propagateDeletes(DeletePropagation.CURRENT)
                .build();
        assertThat(selection.decide(Events.of(EventType.LIFECYCLE_EXPIRATION_DELETE_MARKER_CREATED)
                        .event()))
                .isEqualTo(DELETE);
    }

    @ParameterizedTest
    @CsvSource({
        "CURRENT, OBJECT_SYNCED_DELETE, , DELETE",
        "CURRENT, OBJECT_SYNCED_DELETE, v1, IGNORE_VERSION",
        "CURRENT, OBJECT_SYNCED_DELETION_MARKER_CREATED, v1, DELETE",
        "CURRENT, OBJECT_LIFECYCLE_EXPIRATION_CURRENT, v1, DELETE",
        "CURRENT, OBJECT_LIFECYCLE_EXPIRATION_NON_CURRENT, , IGNORE_VERSION",
        "CURRENT, OBJECT_LIFECYCLE_EXPIRATION_DELETE_MARKER, null, IGNORE_VERSION",
        "VERSIONS, OBJECT_LIFECYCLE_EXPIRATION_NON_CURRENT, v1, DELETE",
    })
    void whatCephTellsOfReplicationAndLifecycleIsPropagatedWhenNamed(
            DeletePropagation deletes, EventType type, String version, EventSelection.Decision decision) {
        EventSelection selection = EventSelection.builder()
                .types(List.of(EventType.values()).stream()
                        .filter(one -> one != EventType.OTHER)
                        .toList())
                .propagateDeletes(deletes)
                .build();
        assertThat(selection.decide(Events.of(type).version(version).event())).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "ObjectSynced:Create, OBJECT_SYNCED_CREATE",
        "s3:ObjectSynced:Create, OBJECT_SYNCED_CREATE",
        "ObjectRemoved:Deleted, OBJECT_REMOVED_DELETE",
        "s3:ObjectLifecycle:Expiration:Current, OBJECT_LIFECYCLE_EXPIRATION_CURRENT",
        "s3:ObjectRemoved:DeleteAllVersions, OBJECT_REMOVED_DELETE_ALL_VERSIONS",
    })
    void typesThatOnlyOtherServersSendHaveTheirNames(String name, EventType type) {
        assertThat(EventType.named(name)).containsExactly(type);
    }

    @ParameterizedTest
    @CsvSource({"ObjectLifecycle:*, 3", "ObjectLifecycle:Expiration:*, 3", "ObjectSynced:*, 3", "ObjectCreated:*, 5"})
    void aGroupIsAllWhoseNamesBeginSo(String group, int types) {
        assertThat(EventType.named(group)).hasSize(types);
    }

    @Test
    void typesThatDeleteNeedPropagation() {
        EventSelection.Builder builder = EventSelection.builder().types(EventType.named("ObjectRemoved:*"));
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("Set propagateDeletes too");
    }

    @Test
    void unknownTypesCannotBeSelected() {
        EventSelection.Builder builder = EventSelection.builder().types(Set.of(EventType.OTHER));
        assertThatIllegalArgumentException().isThrownBy(builder::build);
    }

    @ParameterizedTest
    @CsvSource({
        "in/a.csv, COPY",
        "in/sub/b.csv, COPY",
        "in/b.tsv, COPY",
        "out/a.csv, IGNORE_KEY",
        "in/a.jpg, IGNORE_KEY",
        "in/tmp/a.csv, IGNORE_KEY",
        "in/_a.csv, IGNORE_KEY",
    })
    void keysNeedPrefixAnIncludeAndNoExclude(String key, EventSelection.Decision decision) {
        EventSelection selection = EventSelection.builder()
                .prefix("in/")
                .include(List.of(Glob.of("*.csv"), Glob.of("*.tsv")))
                .exclude(List.of(Glob.of("tmp/**"), Glob.of("_*")))
                .build();
        assertThat(selection.decide(Events.created().key(key).event())).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({"a.csv, COPY", "a.csv.gz, IGNORE_KEY"})
    void keysNeedTheSuffix(String key, EventSelection.Decision decision) {
        EventSelection selection = EventSelection.builder().suffix(".csv").build();
        assertThat(selection.decide(Events.created().key(key).event())).isEqualTo(decision);
    }

    @Test
    void keysSelectDeletionsToo() {
        EventSelection selection = EventSelection.builder()
                .prefix("in/")
                .propagateDeletes(DeletePropagation.CURRENT)
                .build();
        assertThat(selection.decide(
                        Events.of(EventType.OBJECT_REMOVED_DELETE).key("out/a").event()))
                .isEqualTo(IGNORE_KEY);
    }

    @ParameterizedTest
    @CsvSource({"9, IGNORE_SIZE", "10, COPY", "20, COPY", "21, IGNORE_SIZE", ", COPY"})
    void sizesAreInRangeOrUnknown(Long size, EventSelection.Decision decision) {
        EventSelection selection = EventSelection.builder().sizes(10, 20).build();
        assertThat(selection.decide(Events.created().size(size).event())).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "6, 5"})
    void rangesOfNothingAreRefused(long min, long max) {
        EventSelection.Builder builder = EventSelection.builder().sizes(min, max);
        assertThatIllegalArgumentException().isThrownBy(builder::build);
    }

    @Test
    void typesHaveTheNamesOfS3() {
        assertThat(EventType.named("s3:ObjectCreated:Copy")).containsExactly(EventType.OBJECT_CREATED_COPY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "ObjectCreated:Copy:*", "ObjectEaten:*", "ObjectAcl:Put", "ObjectCreated:PutRetention"})
    void namesOfNoTypeAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventType.named(name))
                .withMessageContaining("ObjectCreated:CompleteMultipartUpload");
    }
}

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

import static io.s3copy.behaviour.Capability.CURRENT_DELETE_MARKER;
import static io.s3copy.behaviour.Capability.DELETE_MARKER_BY_VERSION;
import static io.s3copy.behaviour.Capability.DESTINATION_VERSION_NAMED;
import static io.s3copy.behaviour.Capability.RESTORE_IN_PLACE;
import static io.s3copy.behaviour.Capability.SOURCE_VERSION_NAMED;
import static io.s3copy.behaviour.Capability.VERSIONS;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_VERSION_ID;
import static io.s3copy.parameter.CopyParameter.KEY;
import static io.s3copy.parameter.CopyParameter.RESULT_COPY_SOURCE_VERSION_ID;
import static io.s3copy.parameter.CopyParameter.RESULT_VERSION_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.S3CopyOperation;
import io.s3copy.engine.failure.S3CallException;
import org.junit.jupiter.api.Test;

/** Versions of the source and of the destination. */
class VersionsBehaviourTest extends Behaviour {

    /** An object of two versions. */
    private record TwoVersions(String key, String first, String second) {}

    @Test
    @Needs(VERSIONS)
    void copiesTheCurrentVersionWhereNoneIsNamed() {
        TwoVersions object = twoVersions();
        String copied = bench().newKey();
        copy(bench().versioned(), object.key(), bench().destination(), copied).succeeds();
        assertThat(bench().content(bench().destination(), copied)).isEqualTo("second");
    }

    @Test
    @Needs(VERSIONS)
    void copiesTheVersionThatTheFieldNames() {
        TwoVersions object = twoVersions();
        String copied = bench().newKey();
        copy(bench().versioned(), object.key(), bench().destination(), copied)
                .with(COPY_SOURCE_VERSION_ID, object.first())
                .succeeds();
        assertThat(bench().content(bench().destination(), copied)).isEqualTo("first");
    }

    @Test
    @Needs(VERSIONS)
    void copiesTheVersionThatTheOneTextNames() {
        TwoVersions object = twoVersions();
        String copied = bench().newKey();
        call(S3CopyOperation.copyObject, bench().destination())
                .with(COPY_SOURCE, bench().versioned() + "/" + object.key() + "?versionId=" + object.first())
                .with(KEY, copied)
                .succeeds();
        assertThat(bench().content(bench().destination(), copied)).isEqualTo("first");
    }

    @Test
    @Needs({VERSIONS, RESTORE_IN_PLACE})
    void restoresAnOldVersionOntoItself() {
        TwoVersions object = twoVersions();
        copy(bench().versioned(), object.key(), bench().versioned(), object.key())
                .with(COPY_SOURCE_VERSION_ID, object.first())
                .succeeds();
        assertThat(bench().content(bench().versioned(), object.key())).isEqualTo("first");
    }

    @Test
    @Needs({VERSIONS, SOURCE_VERSION_NAMED})
    void namesTheVersionThatWasCopied() {
        TwoVersions object = twoVersions();
        assertThat(copy(bench().versioned(), object.key(), bench().destination(), bench().newKey())
                        .result(RESULT_COPY_SOURCE_VERSION_ID))
                .isEqualTo(object.second());
    }

    @Test
    @Needs({VERSIONS, DESTINATION_VERSION_NAMED})
    void namesTheVersionThatTheCopyBecame() {
        String copied = bench().newKey();
        String version = copy(bench().source(), bench().object("content"), bench().versioned(), copied)
                .result(RESULT_VERSION_ID);
        assertThat(version).isEqualTo(bench().head(bench().versioned(), copied).versionId());
    }

    @Test
    @Needs({VERSIONS, CURRENT_DELETE_MARKER})
    void findsNothingAtACurrentDeleteMarker() {
        String key = bench().newKey();
        SourceProbes.deleteMarker(bench(), key);
        S3CallException refused = copy(bench().versioned(), key, bench().destination(), bench().newKey())
                .isRefusedByS3();
        assertThat(refused.status()).isEqualTo(404);
    }

    @Test
    @Needs({VERSIONS, DELETE_MARKER_BY_VERSION})
    void copiesNoDeleteMarkerThatIsNamedByItsVersion() {
        String key = bench().newKey();
        String marker = SourceProbes.deleteMarker(bench(), key);
        String copied = bench().newKey();
        S3CallException refused = copy(bench().versioned(), key, bench().destination(), copied)
                .with(COPY_SOURCE_VERSION_ID, marker)
                .isRefusedByS3();
        assertThat(refused.status()).isIn(400, 405);
        assertThat(refused.source()).endsWith("?versionId=" + marker);
    }

    private TwoVersions twoVersions() {
        String bucket = bench().versioned();
        String key = bench().newKey();
        return new TwoVersions(
                key,
                bench().put(bucket, key, "first", put -> {}).versionId(),
                bench().put(bucket, key, "second", put -> {}).versionId());
    }
}

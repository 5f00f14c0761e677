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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.s3.Limits;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.S3Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each case costs, request by request. */
@Tag("sdk")
class RequestCountsTest {

    private static final long GIB = 1L << 30;

    // spotless:off
    private enum Case {
        SMALL                            ("small", null, "COPY"),
        SMALL_OF_KNOWN_SIZE              ("small", 1024L, "COPY"),
        EMPTY                            ("empty", null, "COPY"),
        MISSING                          ("missing", null, "COPY"),
        ARCHIVED                         ("cold", null, "COPY"),
        LARGE                            ("large", null, "COPY HEAD TAGS CREATE PART PART HEAD COMPLETE"),
        LARGE_OF_KNOWN_SIZE              ("large", 6 * GIB, "HEAD TAGS CREATE PART PART HEAD COMPLETE"),
        LARGE_WITH_NEW_TAGS              ("large", 6 * GIB, "HEAD CREATE PART PART HEAD COMPLETE"),
        LARGE_AND_ARCHIVED               ("large-cold", 6 * GIB, "HEAD"),
        LARGE_AND_MISSING                ("missing", 6 * GIB, "HEAD BUCKET"),
        SMALL_AT_A_LOW_THRESHOLD         ("small", null, "HEAD COPY"),
        SMALL_OF_KNOWN_SIZE_AT_A_LOW_ONE ("small", 1024L, "COPY"),
        EXISTS_AND_IS_SKIPPED            ("exists", null, "HEAD"),
        NOT_THERE_AND_NOT_SKIPPED        ("small", null, "HEAD COPY"),
        EXISTS_AND_FAILS                 ("exists", null, "COPY");

        private final String key;
        private final @Nullable Long known;
        private final String calls;

        Case(String key, @Nullable Long known, String calls) {
            this.key = key;
            this.known = known;
            this.calls = calls;
        }
    }

    private static final Map<String, S3Operation> CALLS = Map.of(
            "COPY",     S3Operation.COPY_OBJECT,
            "HEAD",     S3Operation.HEAD_OBJECT,
            "BUCKET",   S3Operation.HEAD_BUCKET,
            "TAGS",     S3Operation.GET_OBJECT_TAGGING,
            "CREATE",   S3Operation.CREATE_MULTIPART_UPLOAD,
            "PART",     S3Operation.UPLOAD_PART_COPY,
            "COMPLETE", S3Operation.COMPLETE_MULTIPART_UPLOAD);
    // spotless:on

    private final FaultRun run = new FaultRun();

    private RequestCountsTest() {
        run.s3().put("in", "small", 1024);
        run.s3().put("in", "empty", 0);
        run.s3().put("in", "large", 6 * GIB);
        run.s3().put("in", "cold", 1024, object -> object.withHeader("x-amz-storage-class", "GLACIER"));
        run.s3().put("in", "large-cold", 6 * GIB, object -> object.withHeader("x-amz-storage-class", "DEEP_ARCHIVE"));
        run.s3().put("in", "exists", 1024);
        run.s3().put("out", "exists", 2048);
    }

    @AfterEach
    void close() {
        run.close();
    }

    private static CopySettings settings(Case of) {
        PartSize parts = new PartSize.Fixed(Limits.MAX_SINGLE_COPY);
        return switch (of) {
            case SMALL_AT_A_LOW_THRESHOLD, SMALL_OF_KNOWN_SIZE_AT_A_LOW_ONE ->
                FaultRun.settings(Limits.MIN_PART, parts, IfExists.overwrite);
            case EXISTS_AND_IS_SKIPPED, NOT_THERE_AND_NOT_SKIPPED ->
                FaultRun.settings(Limits.MAX_SINGLE_COPY, parts, IfExists.skip);
            case EXISTS_AND_FAILS -> FaultRun.settings(Limits.MAX_SINGLE_COPY, parts, IfExists.fail);
            default -> FaultRun.settings(Limits.MAX_SINGLE_COPY, parts, IfExists.overwrite);
        };
    }

    private static CopyRequest request(Case of) {
        CopyRequest.Builder request = FaultRun.request(of.key);
        return of == Case.LARGE_WITH_NEW_TAGS
                ? request.set(CopyParameter.TAGGING_DIRECTIVE, "REPLACE")
                        .set(CopyParameter.TAGS, Map.of("a", "b"))
                        .build()
                : request.build();
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void aCopyMakesTheseRequestsAndNoOther(Case of) {
        List<S3Operation> expected =
                Arrays.stream(of.calls.split(" ")).map(CALLS::get).toList();
        Object ended = run.copier(settings(of))
                .copy(request(of), new KnownSource(of.known, null))
                .orTimeout(1, TimeUnit.MINUTES)
                .handle((result, failure) -> result == null ? failure : result)
                .join();
        assertThat(run.s3().operations()).as("%s", ended).containsExactlyElementsOf(expected);
    }
}

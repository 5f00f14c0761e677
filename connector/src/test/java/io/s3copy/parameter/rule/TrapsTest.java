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
package io.s3copy.parameter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What S3 refuses or ignores for a reason known beforehand, and where each is kept: a test of this package, or the
 * reason why no rule between parameters can keep it. Numbers are those of the project's reference on S3 copies.
 */
class TrapsTest {

    private static final String REFUSED = "CopyRulesTest.brokenRuleIsToldByEachCallThatCarriesIt";
    private static final String RIGHT = "CopyRulesTest.whatIsRightPassesInEveryCall";
    private static final String DIRECTORY_REFUSES = "SpecialBucketsTest.directoryBucketRefuses";
    private static final String DIRECTORY_TAKES = "SpecialBucketsTest.directoryBucketTakes";

    /** One thing that S3 says, the tests that keep it, and what is left to others. */
    record Trap(int number, String what, List<String> tests, String elsewhere) {}

    static Stream<Trap> traps() {
        return Stream.of(
                kept(14, "a self-copy that changes nothing", "SelfCopyTest.anythingElseIsNoChange"),
                kept(14, "a self-copy that S3 takes", "SelfCopyTest.changeMakesItLegal"),
                kept(14, "a restore of a version", "SelfCopyTest.versionMakesItARestore"),
                kept(20, "tags or metadata without REPLACE", REFUSED, RIGHT),
                kept(21, "grants beside a canned ACL", REFUSED, RIGHT),
                kept(22, "half a lock, half an event hold, two durations", REFUSED, RIGHT),
                kept(
                        25,
                        "gaps in a directory bucket",
                        "SpecialBucketsTest.partsOfADirectoryBucketAreNumberedWithoutAGap"),
                kept(29, "a multi-region access point as a source", REFUSED),
                kept(31, "versions of a directory bucket", "SpecialBucketsTest.sourceInADirectoryBucketRefuses"),
                kept(50, "Outposts: class, ACL, grants", "SpecialBucketsTest.outpostRefuses"),
                kept(51, "directory buckets: what they have not", DIRECTORY_REFUSES, DIRECTORY_TAKES),
                elsewhere(51, "directory buckets: path style", "rules of clients"),
                kept(52, "directory buckets: tags", DIRECTORY_REFUSES, DIRECTORY_TAKES),
                elsewhere(52, "501 for a tagged source", "S3 alone knows the source's tags: component page"),
                kept(53, "an explicit COPY", "CopyRulesTest.explicitDefaultsGoOnTheWireAsBucketPoliciesTestThem"),
                elsewhere(53, "permissions", "component page"),
                elsewhere(54, "anonymous credentials, Regions, VPC endpoints, acceleration", "rules of clients, page"),
                elsewhere(55, "charges", "component page"),
                elsewhere(56, "a body that is not read to its end", "engine and wire tests"),
                kept(57, "encryption of the request or of the bucket", RIGHT),
                elsewhere(58, "an ACL for a bucket whose owner is enforced", "S3 alone knows the bucket's setting"),
                kept(
                        59,
                        "the customer key of a part",
                        "CopyRulesTest.companionOfACustomerKeyIsPartOfThePreparedRequest"),
                elsewhere(60, "a wrong owner is a 403", "exception of the engine"));
    }

    private static Trap kept(int number, String what, String... tests) {
        return new Trap(number, what, List.of(tests), "");
    }

    private static Trap elsewhere(int number, String what, String where) {
        return new Trap(number, what, List.of(), where);
    }

    @ParameterizedTest
    @MethodSource("traps")
    void trapIsKeptByTestsThatAreThere(Trap trap) throws ClassNotFoundException {
        for (String test : trap.tests()) {
            int dot = test.indexOf('.');
            Class<?> type = Class.forName(getClass().getPackageName() + "." + test.substring(0, dot));
            assertThat(Arrays.stream(type.getDeclaredMethods()).map(method -> method.getName()))
                    .contains(test.substring(dot + 1));
        }
        assertThat(trap.tests().isEmpty()).isNotEqualTo(trap.elsewhere().isEmpty());
    }

    @Test
    void everyTrapThatIsKnownBeforehandIsListed() {
        List<Integer> known = IntStream.concat(IntStream.of(14, 20, 21, 22), IntStream.rangeClosed(50, 60))
                .boxed()
                .toList();
        assertThat(traps().map(Trap::number)).containsAll(known);
    }
}

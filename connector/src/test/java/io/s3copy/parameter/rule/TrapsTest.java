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

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What S3 refuses or ignores for a reason known beforehand, and where each is kept: by tests, or, where S3 alone knows,
 * by a sentence on the component page. Numbers are those of the project's reference on S3 copies.
 */
class TrapsTest {

    private static final Path PAGE = Path.of("src/main/docs/s3copy-component.adoc");
    private static final String ROOT = "io.s3copy.";
    private static final String RULES = "parameter.rule.";

    private static final String REFUSED = RULES + "CopyRulesTest.brokenRuleIsToldByEachCallThatCarriesIt";
    private static final String RIGHT = RULES + "CopyRulesTest.whatIsRightPassesInEveryCall";
    private static final String DIRECTORY_REFUSES = RULES + "SpecialBucketsTest.directoryBucketRefuses";
    private static final String DIRECTORY_TAKES = RULES + "SpecialBucketsTest.directoryBucketTakes";

    /** What bad input is, as the component promises it. */
    private static final Set<Integer> BAD_INPUT = Set.of(14, 20, 21, 22, 50, 51, 52, 53, 54, 58);
    /** What S3's documents on copies say beside their parameters. */
    private static final Set<Integer> DOCUMENTED = Set.of(50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60);

    /** One thing that S3 says, the tests that keep it, or else the sentence that tells users. */
    record Trap(int number, String what, List<String> tests, String sentence) {}

    static Stream<Trap> traps() {
        return Stream.of(
                kept(14, "a self-copy that changes nothing", RULES + "SelfCopyTest.anythingElseIsNoChange"),
                kept(14, "a self-copy that S3 takes", RULES + "SelfCopyTest.changeMakesItLegal"),
                kept(14, "a restore of a version", RULES + "SelfCopyTest.versionMakesItARestore"),
                kept(20, "tags or metadata without REPLACE", REFUSED, RIGHT),
                kept(21, "grants beside a canned ACL", REFUSED, RIGHT),
                kept(22, "half a lock, half an event hold, two durations", REFUSED, RIGHT),
                kept(
                        25,
                        "gaps in a directory bucket",
                        RULES + "SpecialBucketsTest.partsOfADirectoryBucketAreNumberedWithoutAGap"),
                kept(29, "a multi-region access point as a source", REFUSED),
                kept(
                        31,
                        "versions of a directory bucket",
                        RULES + "SpecialBucketsTest.sourceInADirectoryBucketRefuses"),
                kept(50, "Outposts: class, ACL, grants", RULES + "SpecialBucketsTest.outpostRefuses"),
                kept(51, "directory buckets: what they have not", DIRECTORY_REFUSES, DIRECTORY_TAKES),
                kept(51, "directory buckets: path style", "camel.BadInputTest.pathStyleIsRefusedForADirectoryBucket"),
                kept(52, "directory buckets: tags", DIRECTORY_REFUSES, DIRECTORY_TAKES),
                told(52, "501", "S3 itself answers 501 when the source has tags and `taggingDirective` is `COPY` or"),
                kept(
                        53,
                        "an explicit COPY",
                        RULES + "CopyRulesTest.explicitDefaultsGoOnTheWireAsBucketPoliciesTestThem"),
                kept(53, "permissions", "docs.GeneratedDocsTest.permissionsAreThoseOfTheMirror"),
                kept(54, "anonymous credentials", "camel.client.GivenClientTest.anonymousClientIsRefused"),
                told(54, "Regions", "Both Regions must be enabled for the account."),
                told(54, "VPC endpoints, acceleration", "do not go through VPC endpoints or transfer acceleration"),
                told(
                        55,
                        "charges",
                        "A copy is charged as a request, by the storage class and Region of the destination."),
                kept(
                        56,
                        "a body that is not read to its end",
                        "camel.wire.OddAnswersTest.aTruncatedBodyIsNoSuccess",
                        "camel.wire.OddAnswersTest.anErrorAfter200AndWhiteSpaceIsAFailureWithItsCode"),
                kept(57, "encryption of the request or of the bucket", RIGHT),
                told(58, "an enforced owner", "A bucket whose owner is enforced takes no ACL"),
                kept(58, "a service error", "camel.wire.OddAnswersTest.aServiceErrorKeepsWhatS3Said"),
                kept(
                        59,
                        "the customer key of a part",
                        RULES + "CopyRulesTest.companionOfACustomerKeyIsPartOfThePreparedRequest"),
                kept(59, "no date", "camel.wire.EveryResultTest.anExpirationThatIsNoDateStaysTheTextItIs"),
                kept(
                        60,
                        "a wrong owner is a 403",
                        "behaviour.RefusalsBehaviourTest.namesTheOwnerThatWasExpectedOfTheDestination",
                        "behaviour.RefusalsBehaviourTest.namesTheOwnerThatWasExpectedOfTheSource"));
    }

    private static Trap kept(int number, String what, String... tests) {
        return new Trap(number, what, List.of(tests), "");
    }

    private static Trap told(int number, String what, String sentence) {
        return new Trap(number, what, List.of(), sentence);
    }

    private static Stream<Trap> keptTraps() {
        return traps().filter(trap -> !trap.tests().isEmpty());
    }

    private static Stream<Trap> toldTraps() {
        return traps().filter(trap -> trap.tests().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("keptTraps")
    void trapIsKeptByTestsThatRun(Trap trap) throws ClassNotFoundException {
        for (String test : trap.tests()) {
            int dot = test.lastIndexOf('.');
            Class<?> type = Class.forName(
                    ROOT + test.substring(0, dot), false, getClass().getClassLoader());
            assertThat(Arrays.stream(type.getDeclaredMethods()).filter(TrapsTest::isTest))
                    .extracting(Method::getName)
                    .contains(test.substring(dot + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("toldTraps")
    void trapThatOnlyS3CanKnowIsToldOnThePage(Trap trap) throws IOException {
        assertThat(Files.readString(PAGE)).contains(trap.sentence());
    }

    @Test
    void everyTrapOfBadInputAndOfTheDocumentsIsListed() {
        assertThat(traps().map(Trap::number)).containsAll(BAD_INPUT).containsAll(DOCUMENTED);
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }
}

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What S3 refuses or ignores for a reason known beforehand, and where each is kept: by tests, or, where S3 alone knows,
 * by a sentence on the component page.
 */
class TrapsTest {

    private static final Path PAGE = Path.of("src/main/docs/s3copy-component.adoc");
    private static final String ROOT = "io.s3copy.";

    /** The behaviour suite is a module of its own, which needs this one. */
    private static final String SUITE = "behaviour.";

    private static final Path SUITE_SOURCES = Path.of("../testkit/behaviour/src/main/java/io/s3copy/behaviour");

    private static final String RULES = "parameter.rule.";

    private static final String REFUSED = RULES + "CopyRulesTest.brokenRuleIsToldByEachCallThatCarriesIt";
    private static final String RIGHT = RULES + "CopyRulesTest.whatIsRightPassesInEveryCall";
    private static final String DIRECTORY_REFUSES = RULES + "SpecialBucketsTest.directoryBucketRefuses";
    private static final String DIRECTORY_TAKES = RULES + "SpecialBucketsTest.directoryBucketTakes";

    /** One thing that S3 says, the tests that keep it, or else the sentence that tells users. */
    record Trap(String what, List<String> tests, String sentence) {}

    static Stream<Trap> traps() {
        return Stream.of(
                kept("a self-copy that changes nothing", RULES + "SelfCopyTest.anythingElseIsNoChange"),
                kept("a self-copy that S3 takes", RULES + "SelfCopyTest.changeMakesItLegal"),
                kept("a restore of a version", RULES + "SelfCopyTest.versionMakesItARestore"),
                kept("tags or metadata without REPLACE", REFUSED, RIGHT),
                kept("grants beside a canned ACL", REFUSED, RIGHT),
                kept("half a lock, half an event hold, two durations", REFUSED, RIGHT),
                kept(
                        "gaps in a directory bucket",
                        RULES + "SpecialBucketsTest.partsOfADirectoryBucketAreNumberedWithoutAGap"),
                kept("a multi-region access point as a source", REFUSED),
                kept("versions of a directory bucket", RULES + "SpecialBucketsTest.sourceInADirectoryBucketRefuses"),
                kept("Outposts: class, ACL, grants", RULES + "SpecialBucketsTest.outpostRefuses"),
                kept("directory buckets: what they have not", DIRECTORY_REFUSES, DIRECTORY_TAKES),
                kept("directory buckets: path style", "camel.BadInputTest.pathStyleIsRefusedForADirectoryBucket"),
                kept("directory buckets: tags", DIRECTORY_REFUSES, DIRECTORY_TAKES),
                told(
                        "directory buckets: tags that S3 refuses",
                        "S3 itself answers 501 when the source has tags and `taggingDirective` is `COPY` or"),
                kept("an explicit COPY", RULES + "CopyRulesTest.explicitDefaultsGoOnTheWireAsBucketPoliciesTestThem"),
                kept("permissions", "docs.GeneratedDocsTest.permissionsAreThoseOfTheMirror"),
                kept("anonymous credentials", "camel.client.GivenClientTest.anonymousClientIsRefused"),
                told("Regions that are not enabled", "Both Regions must be enabled for the account."),
                told("VPC endpoints, acceleration", "do not go through VPC endpoints or transfer acceleration"),
                told(
                        "what a copy costs",
                        "A copy is charged as a request, by the storage class and Region of the destination."),
                kept(
                        "a body that is not read to its end",
                        "camel.wire.OddAnswersTest.aTruncatedBodyIsNoSuccess",
                        "camel.wire.OddAnswersTest.anErrorAfter200AndWhiteSpaceIsAFailureWithItsCode"),
                kept("encryption of the request or of the bucket", RIGHT),
                told("an enforced owner", "A bucket whose owner is enforced takes no ACL"),
                kept("a service error", "camel.wire.OddAnswersTest.aServiceErrorKeepsWhatS3Said"),
                kept(
                        "the customer key of a part",
                        RULES + "CopyRulesTest.companionOfACustomerKeyIsPartOfThePreparedRequest"),
                kept("no date", "camel.wire.EveryResultTest.anExpirationThatIsNoDateStaysTheTextItIs"),
                kept(
                        "a wrong owner is a 403",
                        "behaviour.RefusalsBehaviourTest.namesTheOwnerThatWasExpectedOfTheDestination",
                        "behaviour.RefusalsBehaviourTest.namesTheOwnerThatWasExpectedOfTheSource"));
    }

    private static Trap kept(String what, String... tests) {
        return new Trap(what, List.of(tests), "");
    }

    private static Trap told(String what, String sentence) {
        return new Trap(what, List.of(), sentence);
    }

    private static Stream<Trap> keptTraps() {
        return traps().filter(trap -> !trap.tests().isEmpty());
    }

    private static Stream<Trap> toldTraps() {
        return traps().filter(trap -> trap.tests().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("keptTraps")
    void trapIsKeptByTestsThatRun(Trap trap) throws ClassNotFoundException, IOException {
        for (String test : trap.tests()) {
            int dot = test.lastIndexOf('.');
            if (test.startsWith(SUITE)) {
                String source = test.substring(SUITE.length(), dot) + ".java";
                assertThat(Files.readString(SUITE_SOURCES.resolve(source)))
                        .contains("void " + test.substring(dot + 1) + "(");
                continue;
            }
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
    void trapIsListedOnce() {
        assertThat(traps().map(Trap::what)).doesNotHaveDuplicates();
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }
}

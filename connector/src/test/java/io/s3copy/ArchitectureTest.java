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
package io.s3copy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.junit.jupiter.api.Test;

/** The arrows of the house: engine to parameter, camel to all of them, and none back. */
@AnalyzeClasses(
        packages = "io.s3copy",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestKit.class})
class ArchitectureTest {

    /** The test kit is a module of its own, which lies on the class path of tests only. */
    static final class WithoutTestKit implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/io/s3copy/testkit/");
        }
    }

    private static final String CAMEL = "org.apache.camel..";
    private static final String SDK = "software.amazon.awssdk..";

    /** Each package is a slice, so that one inside another is seen too. */
    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass one) {
            String name = one.getPackageName();
            // the catalogue's classes, which Camel generates, and the configuration, which every room reads
            boolean root = name.startsWith("io.s3copy.camel.dsl") || name.equals("io.s3copy.camel");
            return root ? SliceIdentifier.ignore() : SliceIdentifier.of(name);
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    @ArchTest
    static final ArchRule parameterKnowsOfCamelOnlyTheAnnotationOfItsCatalogue = noClasses()
            .that()
            .resideInAPackage("io.s3copy.parameter..")
            .should()
            .dependOnClassesThat(resideInAPackage(CAMEL).and(not(equivalentTo(Metadata.class))));

    @ArchTest
    static final ArchRule parameterIsPure = noClasses()
            .that()
            .resideInAPackage("io.s3copy.parameter..")
            .should()
            .dependOnClassesThat(resideInAPackage(SDK)
                    .or(resideInAPackage("io.s3copy..")
                            .and(not(resideInAnyPackage("io.s3copy.parameter..", "io.s3copy.text..")))))
            .because("it is pure: java, annotations, a JSON parser, text, and itself");

    @ArchTest
    static final ArchRule textImportsTheJdkOnly = classes()
            .that()
            .resideInAPackage("io.s3copy.text..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations..", "io.s3copy.text.."));

    @ArchTest
    static final ArchRule flowKnowsFailuresOnly = noClasses()
            .that()
            .resideInAPackage("io.s3copy.flow..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(CAMEL, SDK)
                    .or(resideInAPackage("io.s3copy..")
                            .and(not(resideInAnyPackage(
                                    "io.s3copy.flow..", "io.s3copy.engine.failure..", "io.s3copy.text..")))));

    @ArchTest
    static final ArchRule bulkKnowsTheEngineAndItsPort = noClasses()
            .that()
            .resideInAPackage("io.s3copy.bulk..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(CAMEL, SDK, "io.s3copy.engine.sdk..")
                    .or(resideInAPackage("io.s3copy..")
                            .and(not(resideInAnyPackage(
                                    "io.s3copy.bulk..",
                                    "io.s3copy.engine..",
                                    "io.s3copy.flow..",
                                    "io.s3copy.parameter..",
                                    "io.s3copy.text..")))));

    @ArchTest
    static final ArchRule whatRunsAreMadeOfDoesNotKnowRuns = noClasses()
            .that()
            .resideInAPackage("io.s3copy.bulk..")
            .and()
            .resideOutsideOfPackage("io.s3copy.bulk.run..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.s3copy.bulk.run.."));

    @ArchTest
    static final ArchRule parameterDoesNotKnowItsRules = noClasses()
            .that()
            .resideInAPackage("io.s3copy.parameter")
            .should()
            .dependOnClassesThat(resideInAPackage("io.s3copy.parameter.rule.."));

    /** What may be imported, not what may not: a package that reads what strangers send shall reach nothing else. */
    @ArchTest
    static final ArchRule eventImportsAJsonParserOnly = classes()
            .that()
            .resideInAPackage("io.s3copy.event..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "com.google.errorprone.annotations..",
                    "com.fasterxml.jackson..",
                    "io.s3copy.event..",
                    "io.s3copy.text.."))
            .because("it is pure: java, annotations, a JSON parser, text, and itself");

    @ArchTest
    static final ArchRule onlyCamelKnowsEvents = noClasses()
            .that()
            .resideOutsideOfPackages("io.s3copy.event..", "io.s3copy.camel..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.s3copy.event.."));

    @ArchTest
    static final ArchRule engineKnowsNeitherCamelNorItsUsers = noClasses()
            .that()
            .resideInAPackage("io.s3copy.engine..")
            .should()
            .dependOnClassesThat(resideInAPackage(CAMEL)
                    .or(resideInAPackage("io.s3copy..")
                            .and(not(resideInAnyPackage(
                                    "io.s3copy.engine..", "io.s3copy.parameter..", "io.s3copy.text..")))));

    @ArchTest
    static final ArchRule onlyOnePackageOfTheEngineKnowsTheSdk = noClasses()
            .that()
            .resideInAPackage("io.s3copy.engine..")
            .and()
            .resideOutsideOfPackage("io.s3copy.engine.sdk..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(SDK, "io.s3copy.engine.sdk.."));

    @ArchTest
    static final ArchRule onlyOnePackageOfTheEngineKnowsTheLeanClientsHttp = noClasses()
            .that()
            .resideInAPackage("io.s3copy.engine..")
            .and()
            .resideOutsideOfPackage("io.s3copy.engine.http..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.vertx..", "io.netty..", "com.fasterxml.aalto.."));

    @ArchTest
    static final ArchRule theLeanClientKnowsThePortAndHowAnswersAreRead = noClasses()
            .that()
            .resideInAPackage("io.s3copy.engine.http..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.s3copy.engine..")
                    .and(not(resideInAnyPackage(
                            "io.s3copy.engine.http..",
                            "io.s3copy.engine.answer..",
                            "io.s3copy.engine.s3..",
                            "io.s3copy.engine.request..",
                            "io.s3copy.engine.failure.."))));

    @ArchTest
    static final ArchRule roomsBesideTheCopyOfOneObjectDoNotKnowIt = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.s3copy.engine.failure..",
                    "io.s3copy.engine.s3..",
                    "io.s3copy.engine.answer..",
                    "io.s3copy.engine.http..",
                    "io.s3copy.engine.request..",
                    "io.s3copy.engine.service..",
                    "io.s3copy.engine.plan..",
                    "io.s3copy.engine.journal..",
                    "io.s3copy.engine.cleanup..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.s3copy.engine"));

    @ArchTest
    static final ArchRule failuresKnowNoOtherRoomOfTheEngine = noClasses()
            .that()
            .resideInAPackage("io.s3copy.engine.failure..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.s3copy.engine..").and(not(resideInAPackage("io.s3copy.engine.failure.."))));

    @ArchTest
    static final ArchRule requestsAreSentWithoutKnowingWhatTheyAsk = noClasses()
            .that()
            .resideInAPackage("io.s3copy.engine.request..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.s3copy.engine..")
                    .and(not(resideInAnyPackage("io.s3copy.engine.request..", "io.s3copy.engine.failure.."))));

    @ArchTest
    static final ArchRule onlyAdaptersNeedMicrometerWhichMayBeMissing = noClasses()
            .that()
            .resideInAPackage("io.s3copy..")
            .and()
            .haveSimpleNameNotStartingWith("Micrometer")
            .should()
            .dependOnClassesThat(resideInAPackage("io.micrometer.."));

    @ArchTest
    static final ArchRule nothingImportsCamel = noClasses()
            .that()
            .resideOutsideOfPackage("io.s3copy.camel..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.s3copy.camel.."));

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("io.s3copy.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(PACKAGES).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noRoomKnowsComponentEndpointOrProducer = noClasses()
            .that()
            .resideInAPackage("io.s3copy.camel..")
            .and()
            .resideOutsideOfPackages("io.s3copy.camel", "io.s3copy.camel.dsl..")
            .should()
            .dependOnClassesThat(assignableTo(Component.class)
                    .or(assignableTo(Endpoint.class))
                    .or(assignableTo(Producer.class))
                    .and(resideInAPackage("io.s3copy..")));

    @ArchTest
    static final ArchRule alcovesOfTheComponentDoNotKnowEachOther = slices().matching("io.s3copy.camel.(*)..")
            .should()
            .notDependOnEachOther()
            // it puts together what an endpoint works with
            .ignoreDependency(resideInAPackage("io.s3copy.camel.operation.."), resideInAPackage("io.s3copy.camel.."))
            // beans of routes read what the producer hands to routes, as anybody's may
            .ignoreDependency(
                    resideInAPackage("io.s3copy.camel.route.."),
                    resideInAnyPackage("io.s3copy.camel.event..", "io.s3copy.camel.progress.."));

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .that()
            .resideInAPackage("io.s3copy..")
            .and()
            .resideOutsideOfPackage("io.s3copy.camel.dsl..")
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl)$");

    @ArchTest
    static final ArchRule logsGoThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule exceptionsHaveNames = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            assertThat(packages)
                    .isNotEmpty()
                    .allSatisfy(
                            one -> assertThat(one.resolve("package-info.java")).exists());
        }
    }

    /** A class is one role. The tables are long as S3 has many parameters; they hold no logic. */
    @Test
    void classesAreShortButForTheTables() throws IOException {
        Set<String> tables = Set.of(
                "CopyParameter.java",
                "ClientConfiguration.java",
                "MirrorConfiguration.java",
                "S3CopyConfiguration.java");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> classes = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !tables.contains(file.getFileName().toString()))
                    .toList();
            assertThat(classes)
                    .isNotEmpty()
                    .allSatisfy(one ->
                            assertThat(Files.readAllLines(one)).as("%s", one).hasSizeLessThanOrEqualTo(400));
        }
    }
}

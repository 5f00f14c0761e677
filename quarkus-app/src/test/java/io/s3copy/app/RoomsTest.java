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
package io.s3copy.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of the service, and their arrows. */
@AnalyzeClasses(packages = "io.s3copy.app", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule arrowsGoOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("start")
            .definedBy("io.s3copy.app")
            .layer("page")
            .definedBy("io.s3copy.app.page..")
            .layer("cli")
            .definedBy("io.s3copy.app.cli..")
            .layer("rest")
            .definedBy("io.s3copy.app.rest..")
            .layer("ops")
            .definedBy("io.s3copy.app.ops..")
            .layer("access")
            .definedBy("io.s3copy.app.access..")
            .layer("live")
            .definedBy("io.s3copy.app.live..")
            .layer("job")
            .definedBy("io.s3copy.app.job..")
            .layer("route")
            .definedBy("io.s3copy.app.route..")
            .layer("store")
            .definedBy("io.s3copy.app.store..")
            .layer("config")
            .definedBy("io.s3copy.app.config..")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("page")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("rest")
            .mayOnlyBeAccessedByLayers("page")
            .whereLayer("ops")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("rest", "cli")
            .whereLayer("live")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("route")
            .mayOnlyBeAccessedByLayers("page", "rest", "start")
            .whereLayer("job")
            .mayOnlyBeAccessedByLayers("page", "rest", "cli", "start", "live", "ops", "route")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("rest", "job", "start", "live", "ops");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsTheDatabase = noClasses()
            .that(resideInAnyPackage(
                    "io.s3copy.app.live..",
                    "io.s3copy.app.ops..",
                    "io.s3copy.app.job..",
                    "io.s3copy.app.route..",
                    "io.s3copy.app.rest..",
                    "io.s3copy.app.page..",
                    "io.s3copy.app.config.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.h2..", "org.flywaydb.."));

    @ArchTest
    static final ArchRule onlyRunsKnowCamel = noClasses()
            .that(resideInAnyPackage("io.s3copy.app.rest..", "io.s3copy.app.page.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.camel..", "io.s3copy.camel..", "io.s3copy.bulk.."));

    @Test
    void classesAreShort() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(classes)
                    .isNotEmpty()
                    .allSatisfy(one ->
                            assertThat(Files.readAllLines(one)).as("%s", one).hasSizeLessThanOrEqualTo(400));
        }
    }
}

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

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The suite as a tool: {@code java -jar s3copy-behaviour-…-tool.jar --endpoint=URL} runs it on that service. */
public final class BehaviourSuite {

    /** All that holds on any service. Classes in a jar of jars are not found by a scan. */
    static final List<Class<?>> TESTS = List.of(
            SourceConditionsBehaviourTest.class,
            VersionsBehaviourTest.class,
            DirectivesBehaviourTest.class,
            DestinationBehaviourTest.class,
            EncryptionBehaviourTest.class,
            SpecialKeysBehaviourTest.class,
            MultipartBehaviourTest.class,
            MultipartRefusalsBehaviourTest.class,
            RefusalsBehaviourTest.class,
            ManagedCopyBehaviourTest.class,
            ManagedPartsBehaviourTest.class,
            MoveBehaviourTest.class);

    /** All tests that the service has what is needed for have passed. */
    static final int PASSED = 0;

    /** A test failed; so does every one where the service copies nothing or is not there. */
    static final int FAILED = 1;

    /** An argument or a key is missing or wrong; nothing was sent. */
    static final int NOT_RUN = 2;

    private BehaviourSuite() {}

    public static void main(String... arguments) {
        System.exit(run(System.getenv(), System.out, System.err, arguments));
    }

    /** The report goes to the one stream, what a person watches to the other. */
    private static int run(Map<String, String> environment, PrintStream out, PrintStream err, String... arguments) {
        if (SuiteOption.asksForHelp(arguments)) {
            out.print(SuiteOption.usage());
            return PASSED;
        }
        try {
            SuiteOption.read(arguments).forEach((option, value) -> System.setProperty(option.property(), value));
            if (ExternalS3.named(environment).isEmpty()) {
                throw new IllegalArgumentException("No service is named. Give its URL: --endpoint=https://…");
            }
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(SuiteOption.usage());
            return NOT_RUN;
        }
        return run(err);
    }

    private static int run(PrintStream err) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(TESTS.stream().map(DiscoverySelectors::selectClass).toList())
                .build();
        SummaryGeneratingListener counted = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, counted, new Watched(err));
        TestExecutionSummary summary = counted.getSummary();
        summary.getFailures()
                .forEach(failure -> err.println("FAILED "
                        + failure.getTestIdentifier().getLegacyReportingName() + ": " + failure.getException()));
        err.println(summary.getTestsSucceededCount() + " tests passed, " + summary.getTotalFailureCount() + " failed, "
                + summary.getTestsAbortedCount() + " were skipped, because the service lacks what they need.");
        return summary.getTotalFailureCount() == 0 && summary.getTestsSucceededCount() > 0 ? PASSED : FAILED;
    }

    /** A line for each class that begins: a run on a service far away takes minutes. */
    private record Watched(PrintStream err) implements TestExecutionListener {

        @Override
        public void executionStarted(TestIdentifier test) {
            if (TESTS.stream().anyMatch(one -> test.getDisplayName().equals(one.getSimpleName()))) {
                err.println(test.getDisplayName() + " …");
            }
        }
    }
}

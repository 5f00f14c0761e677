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

import io.s3copy.behaviour.CapabilityReport.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Asks for what a test needs, keeps count of what became of it, and ends the run with the table. */
final class CapabilityExtension implements BeforeEachCallback, TestWatcher {

    private static final ExtensionContext.Namespace RUN = ExtensionContext.Namespace.create(CapabilityExtension.class);

    /** Held by the root of all tests, which closes it after the last one, whatever became of them. */
    private record Run(TestedServer server) implements AutoCloseable {

        @Override
        public void close() {
            String table;
            List<String> left;
            try {
                table = server.report().table();
            } finally {
                left = server.close();
            }
            server.report().publish(table, left);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        Behaviour behaviour = (Behaviour) test.getRequiredTestInstance();
        TestedServer server = behaviour.server();
        test.getRoot().getStore(RUN).computeIfAbsent(server.toString(), name -> new Run(server), Run.class);
        Needs needs = test.getRequiredTestMethod().getAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(test.getDisplayName() + " says nothing of what it needs: add @Needs");
        }
        behaviour.needs(needs.value());
    }

    @Override
    public void testSuccessful(ExtensionContext test) {
        count(test, Outcome.PASSED);
    }

    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
        count(test, Outcome.FAILED);
    }

    @Override
    public void testAborted(ExtensionContext test, Throwable cause) {
        count(test, Outcome.SKIPPED);
    }

    private static void count(ExtensionContext test, Outcome outcome) {
        test.getTestInstance().map(Behaviour.class::cast).ifPresent(behaviour -> {
            Set<Capability> needed = behaviour.needed();
            needed.forEach(capability -> behaviour.server().report().count(capability, outcome));
        });
    }
}

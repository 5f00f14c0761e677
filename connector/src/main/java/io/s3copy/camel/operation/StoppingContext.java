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
package io.s3copy.camel.operation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Calls back when the context begins to stop. Camel then first waits for its exchanges, and stops endpoints later.
 */
final class StoppingContext extends LifecycleStrategySupport {

    private final Set<Runnable> told = ConcurrentHashMap.newKeySet();

    void add(Runnable atStop) {
        told.add(atStop);
    }

    void remove(Runnable atStop) {
        told.remove(atStop);
    }

    @Override
    public void onContextStopping(CamelContext context) {
        told.forEach(Runnable::run);
    }
}

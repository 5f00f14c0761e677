package io.s3copy.camel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Tells when the context begins to stop: before Camel waits for its exchanges, which are stopped only when it has waited in
 * vain.
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

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
package io.s3copy.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command come to an orderly end when its process is told to end, as by Ctrl-C. */
final class Interruption implements AutoCloseable {

    /** Longer than the component takes to end copies and to write down what is done. */
    private static final long SECONDS = 90;

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean asked;

    /**
     * Waits for the wish.
     *
     * @param stop what is done then; it may block until all is written down
     */
    Interruption(Runnable stop) {
        hook = new Thread(
                () -> {
                    asked = true;
                    stop.run();
                    awaitEnd();
                },
                "s3copy-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitEnd() {
        try {
            told.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process is told to end. */
    boolean isAsked() {
        return asked;
    }

    /** The command has said all that it has to say. */
    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends
        }
    }
}

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
package io.s3copy.app.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads of runs. They come and go: each waits for S3, the database or the disk. They are not Camel's, which ends its own
 * first.
 */
@ApplicationScoped
public class RunThreads {

    private final ExecutorService threads = Executors.newCachedThreadPool(RunThreads::thread);

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "s3copy-run");
        thread.setDaemon(true);
        return thread;
    }

    /** Does something soon, on a thread that may block. */
    public void execute(Runnable work) {
        threads.execute(work);
    }
}

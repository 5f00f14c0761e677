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
package io.s3copy.benchmark;

import io.s3copy.benchmark.nulls3.Counts;
import io.s3copy.benchmark.nulls3.NullS3Process;
import io.s3copy.benchmark.nulls3.Orders;
import io.s3copy.benchmark.way.CopiedObjects;
import io.s3copy.benchmark.way.Service;
import io.s3copy.benchmark.way.Ways;
import java.io.IOException;

/** What is copied on: the null S3, or a real service, which takes no orders. */
interface Target extends AutoCloseable {

    boolean isNull();

    void order(Orders orders) throws IOException, InterruptedException;

    Counts counts() throws IOException, InterruptedException;

    Service service(boolean tls, boolean crt, int connections);

    CopiedObjects objects(Ways way);

    @Override
    void close() throws IOException;

    /** Starts the null S3, or makes the source at the endpoint of the options. */
    static Target open(Options options) throws IOException {
        return options.endpoint == null
                ? new NullTarget(NullS3Process.start(options.tls.contains(true)))
                : RealTarget.open(options.endpoint, options.bucket);
    }

    /** The null S3. */
    record NullTarget(NullS3Process process) implements Target {

        @Override
        public boolean isNull() {
            return true;
        }

        @Override
        public void order(Orders orders) throws IOException, InterruptedException {
            process.order(orders);
        }

        @Override
        public Counts counts() throws IOException, InterruptedException {
            return process.counts();
        }

        @Override
        public Service service(boolean tls, boolean crt, int connections) {
            return new Service(process.endpoint(tls), true, crt, connections);
        }

        @Override
        public CopiedObjects objects(Ways way) {
            return new CopiedObjects("bucket", null, "");
        }

        @Override
        public void close() throws IOException {
            process.close();
        }
    }
}

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
import io.s3copy.benchmark.nulls3.Orders;
import io.s3copy.benchmark.way.CopiedObjects;
import io.s3copy.benchmark.way.Service;
import io.s3copy.benchmark.way.Ways;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** A real service: one small source, from which all ways copy, and what they leave, which is removed at the end. */
final class RealTarget implements Target {

    private static final String PREFIX = "s3copy-benchmark/";
    private static final String SOURCE = PREFIX + "source";
    private static final int SOURCE_BYTES = 1024;

    private final URI endpoint;
    private final String bucket;

    private RealTarget(URI endpoint, String bucket) {
        this.endpoint = endpoint;
        this.bucket = bucket;
    }

    static RealTarget open(URI endpoint, String bucket) {
        RealTarget target = new RealTarget(endpoint, bucket);
        try (Service.Client client = target.service(false, false, 1).newClient()) {
            client.s3()
                    .putObject(
                            put -> put.bucket(bucket).key(SOURCE), AsyncRequestBody.fromBytes(new byte[SOURCE_BYTES]))
                    .join();
        }
        return target;
    }

    @Override
    public boolean isNull() {
        return false;
    }

    @Override
    public void order(Orders orders) {
        // it answers as fast as it can
    }

    @Override
    public Counts counts() {
        return new Counts(Map.of(), 0);
    }

    @Override
    public Service service(boolean tls, boolean crt, int connections) {
        return new Service(endpoint, false, crt, connections);
    }

    @Override
    public CopiedObjects objects(Ways way) {
        return new CopiedObjects(bucket, SOURCE, PREFIX + way.name() + "/");
    }

    @Override
    public void close() {
        try (Service.Client client = service(false, false, 1).newClient()) {
            boolean more = true;
            while (more) {
                List<ObjectIdentifier> page =
                        client.s3().listObjectsV2(list -> list.bucket(bucket).prefix(PREFIX)).join().contents().stream()
                                .map(object -> ObjectIdentifier.builder()
                                        .key(object.key())
                                        .build())
                                .toList();
                more = !page.isEmpty();
                if (more) {
                    client.s3()
                            .deleteObjects(delete -> delete.bucket(bucket).delete(these -> these.objects(page)))
                            .join();
                }
            }
        }
    }
}

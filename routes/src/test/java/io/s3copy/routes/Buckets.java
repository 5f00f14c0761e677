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
package io.s3copy.routes;

import io.s3copy.testkit.S3Server;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A bucket to copy from and one to copy to. */
public final class Buckets implements AutoCloseable {

    private final S3Objects objects;
    private final String source;
    private final String destination;

    public Buckets(S3Server server) {
        objects = new S3Objects(server);
        source = objects.create();
        destination = objects.create();
    }

    public S3AsyncClient s3() {
        return objects.client();
    }

    public String source() {
        return source;
    }

    public String destination() {
        return destination;
    }

    /** Puts an object into the source, whose content is its key. */
    public void put(String key) {
        objects.put(source, key, key);
    }

    /** The keys in the destination. */
    public Set<String> copies() {
        return new TreeSet<>(objects.list(destination).keySet());
    }

    public void deleteCopies() {
        copies().forEach(key ->
                s3().deleteObject(object -> object.bucket(destination).key(key)).join());
    }

    @Override
    public void close() {
        objects.close();
    }
}

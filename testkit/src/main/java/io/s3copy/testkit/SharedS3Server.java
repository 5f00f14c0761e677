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
package io.s3copy.testkit;

import java.net.URI;
import java.util.Optional;

/**
 * A server that outlives the tests that use it: JUnit closes the arguments of parameterized tests, and this one stays
 * open.
 */
record SharedS3Server(S3Server server) implements S3Server {

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public Optional<URI> httpsEndpoint() {
        return server.httpsEndpoint();
    }

    @Override
    public String accessKey() {
        return server.accessKey();
    }

    @Override
    public String secretKey() {
        return server.secretKey();
    }

    @Override
    public String region() {
        return server.region();
    }

    @Override
    public boolean pathStyle() {
        return server.pathStyle();
    }

    @Override
    public void close() {
        // Shared: it ends with the JVM.
    }

    @Override
    public String toString() {
        return name();
    }
}

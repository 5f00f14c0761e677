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

import java.util.stream.Stream;

/**
 * One server of each kind for the whole JVM, started when first asked for and stopped with it. Tests share them: each
 * takes buckets of its own ({@link S3Server#newBucket}). Closing one of them does nothing.
 */
public final class S3Servers {

    private S3Servers() {}

    public static S3Server s3proxy() {
        return S3ProxyOnce.SERVER;
    }

    public static S3Server s3mock() {
        return S3MockOnce.SERVER;
    }

    /** Every server that keeps objects: the arguments of a test that must hold on each. */
    public static Stream<S3Server> all() {
        return Stream.of(s3proxy(), s3mock());
    }

    // S3Proxy dies with the JVM, and S3Mock's process is killed by its own shutdown hook.

    private static final class S3ProxyOnce {
        static final S3Server SERVER = new SharedS3Server(S3ProxyServer.start());
    }

    private static final class S3MockOnce {
        static final S3Server SERVER = new SharedS3Server(S3MockServer.start());
    }
}

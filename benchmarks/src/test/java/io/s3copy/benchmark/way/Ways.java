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
package io.s3copy.benchmark.way;

import io.s3copy.camel.S3ClientKind;
import io.s3copy.engine.KnownSource;

/** The ways that are compared, in the order of the tables. */
public enum Ways {
    a("plain S3AsyncClient"),
    b("engine"),
    c("route with s3copy:"),
    d("route with aws2-s3:"),
    e("route with aws2-s3:, its own client"),
    f("engine, s3Client=sdk"),
    g("route with s3copy:, s3Client=sdk"),
    /** Each copy is one of a large object, in parts; it is compared with arithmetic, not with the others. */
    m("engine, in parts");

    /** The size of the large object in bytes: 1 TiB. */
    public static final long LARGE = 1L << 40;

    private final String title;

    Ways(String title) {
        this.title = title;
    }

    /** What a table calls it. */
    public String title() {
        return "(" + name() + ") " + title;
    }

    /** Opens the way, with clients of its own. */
    public Way open(Service service, CopiedObjects objects, int window) throws Exception {
        return switch (this) {
            case a -> new PlainSdk(service, objects);
            case b -> new Engine(service, objects, window, KnownSource.NOTHING, true);
            case c -> new S3CopyRoute(service, objects, window, S3ClientKind.lean);
            case d -> Aws2S3Route.onSameConnections(service, objects, window);
            case e -> Aws2S3Route.onItsOwnClient(service, objects, window);
            case f -> new Engine(service, objects, window, KnownSource.NOTHING, false);
            case g -> new S3CopyRoute(service, objects, window, S3ClientKind.sdk);
            case m -> new Engine(service, objects, window, new KnownSource(LARGE, null), true);
        };
    }
}

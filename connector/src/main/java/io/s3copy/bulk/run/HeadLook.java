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
package io.s3copy.bulk.run;

import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import java.util.concurrent.CompletableFuture;

/** Looks at objects by HEAD, and counts what is asked for that: a second look behind an answer without words, too. */
public final class HeadLook {

    private static final String HEAD_OBJECT = "HeadObject";

    private final S3Calls calls;
    private final Requests requests;
    private final RunRequests counted;

    /** Looks by these calls. */
    public HeadLook(S3Calls calls, Requests requests, RunRequests counted) {
        this.calls = calls.counted(() -> counted.made(HEAD_OBJECT, 1));
        this.requests = requests;
        this.counted = counted;
    }

    /** What HEAD tells of an object. */
    public CompletableFuture<ObjectHead> of(ObjectQuery query) {
        counted.made(HEAD_OBJECT, 1);
        return requests.send(() -> calls.headObject(query));
    }
}

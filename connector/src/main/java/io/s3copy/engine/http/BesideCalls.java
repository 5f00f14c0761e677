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
package io.s3copy.engine.http;

import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import java.util.concurrent.CompletableFuture;

/** The client beside the lean one, which makes the calls that this one does not. */
public interface BesideCalls extends S3Calls {

    /** What S3 says of an object after the answer to a HEAD left open whether it was S3's: fails as that, or better told. */
    CompletableFuture<ObjectHead> lookBehind(ObjectQuery query, Throwable first);

    /** As {@link S3Calls#counted}. */
    @Override
    BesideCalls counted(Runnable oneMore);
}

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
package io.s3copy.parameter.rule;

import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;

/**
 * A request that has passed the rules of its call, so that nobody runs them again. Only {@link CopyRules#prepare} makes
 * one.
 */
public final class PreparedRequest {

    private final S3Call call;
    private final CopyRequest request;

    PreparedRequest(S3Call call, CopyRequest request) {
        this.call = call;
        this.request = request;
    }

    /** The call whose rules it has passed. */
    public S3Call call() {
        return call;
    }

    /** What the call will send: what it carries, with the companions of customer keys. */
    public CopyRequest request() {
        return request;
    }

    /** The call and the parameters; customer keys mask themselves. */
    @Override
    public String toString() {
        return call.api() + " " + request;
    }
}

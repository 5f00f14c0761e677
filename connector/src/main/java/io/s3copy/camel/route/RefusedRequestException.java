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
package io.s3copy.camel.route;

import io.s3copy.parameter.S3CopyException;

/** An HTTP request that is answered with a status and not processed further. */
public final class RefusedRequestException extends S3CopyException {

    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedRequestException(int status, String reason) {
        super(reason, null);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}

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
package io.s3copy.engine.failure;

import io.s3copy.parameter.S3CopyException;

/**
 * A copy that was ended before its time: its endpoint was stopped, or its caller cancelled it. S3 holds no object of it,
 * and no upload either, unless it is kept to be resumed. The same request may be made again.
 */
public final class CopyStoppedException extends S3CopyException {

    private static final long serialVersionUID = 1L;

    public CopyStoppedException(String message) {
        super(message, null);
    }
}

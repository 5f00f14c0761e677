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
 * The journal of uploads cannot be read or written, so that no copy in parts is begun: an interrupted one would leave its
 * parts behind, and nobody would know. Not the object's fault: every copy in parts fails alike until the journal works again.
 */
public final class JournalFailureException extends S3CopyException {

    private static final long serialVersionUID = 1L;

    public JournalFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}

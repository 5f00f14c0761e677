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
 * S3 refuses one object for a reason that would keep every object from being copied, and yet others are copied: so the
 * fault is the object's, and its message can be dead-lettered. What S3 said is in the message, not the cause, because a route
 * that stops for {@link SystemicFailureException}s has no reason to stop for this one.
 */
public final class DeniedObjectException extends S3CopyException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal of one object.
     *
     * @param times how often it was refused, others being copied between
     */
    public DeniedObjectException(int times, Throwable refusal) {
        super("refused " + times + " times while other objects were copied: " + refusal.getMessage(), null);
        addSuppressed(refusal);
    }
}

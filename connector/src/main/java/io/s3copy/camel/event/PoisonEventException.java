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
package io.s3copy.camel.event;

import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.event.EventFormatException;
import io.s3copy.parameter.S3CopyException;
import io.s3copy.text.Printable;

/**
 * A body that is not a notification, and will not be one the next time: nothing was copied. A route dead-letters the message
 * at once. The body is unchanged.
 */
public final class PoisonEventException extends S3CopyException {

    private static final long serialVersionUID = 1L;

    private final String where;

    PoisonEventException(EventFormatException cause) {
        super(Printable.of(String.valueOf(cause.getMessage())), cause);
        this.where = cause.where();
    }

    PoisonEventException(String expected, String found) {
        super(Printable.of("Not a notification about objects: expected " + expected + ", found " + found), null);
        this.where = "";
    }

    /** The message's own fault: a route dead-letters it, as it does an object that cannot be copied. */
    public ErrorClass errorClass() {
        return ErrorClass.OBJECT;
    }

    /** Where in the body: a JSON pointer, empty for all of it. */
    public String where() {
        return where;
    }
}

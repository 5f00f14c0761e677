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
package io.s3copy.camel.progress;

import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyTask;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.text.Printable;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.CamelEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a copy, as Camel's event notifiers hear it. All events of one copy have the same {@link #copy()}. They
 * come on threads of clients and timers: a notifier is quick, and does not block.
 */
public abstract sealed class CopyProgressEvent extends EndpointEvent {

    private final CopyTask copy;

    private CopyProgressEvent(Endpoint endpoint, CopyTask copy) {
        super(endpoint);
        this.copy = copy;
    }

    /** The copy: the same instance in all its events. */
    public CopyTask copy() {
        return copy;
    }

    /** What happened, in a few words. */
    abstract String what();

    @Override
    public String toString() {
        return Printable.of(copy + ": " + what());
    }

    /** A copy begins. */
    public static final class Started extends CopyProgressEvent {

        Started(Endpoint endpoint, CopyTask copy) {
            super(endpoint, copy);
        }

        @Override
        String what() {
            return "started";
        }
    }

    /** A part is copied. */
    public static final class PartDone extends CopyProgressEvent {

        private final int number;
        private final int parts;
        private final long bytes;

        PartDone(Endpoint endpoint, CopyTask copy, int number, int parts, long bytes) {
            super(endpoint, copy);
            this.number = number;
            this.parts = parts;
            this.bytes = bytes;
        }

        /** The number of the part, from 1. Parts are not done in their order. */
        public int number() {
            return number;
        }

        /** How many parts there are. */
        public int parts() {
            return parts;
        }

        /** The size of the part. */
        public long bytes() {
            return bytes;
        }

        @Override
        String what() {
            return "part " + number + " of " + parts + " done, bytes " + bytes;
        }
    }

    /** A copy was made or, which its result says, skipped. */
    public static final class Finished extends CopyProgressEvent {

        private final CopyResult result;

        Finished(Endpoint endpoint, CopyTask copy, CopyResult result) {
            super(endpoint, copy);
            this.result = result;
        }

        /** What became of it. */
        public CopyResult result() {
            return result;
        }

        @Override
        String what() {
            return "finished, " + result.way();
        }
    }

    /** A copy was not made, or whether it was made is not known. */
    public static final class Failed extends CopyProgressEvent implements CamelEvent.FailureEvent {

        private final Throwable cause;

        Failed(Endpoint endpoint, CopyTask copy, Throwable cause) {
            super(endpoint, copy);
            this.cause = cause;
        }

        @Override
        public Throwable getCause() {
            return cause;
        }

        /** Whose fault it is. */
        public ErrorClass errorClass() {
            return ErrorClass.of(cause);
        }

        @Override
        String what() {
            return "failed (" + errorClass() + "): " + cause.getMessage();
        }
    }

    /** An upload was abandoned: it could not be aborted, and its parts go on costing. */
    public static final class UploadAbandoned extends CopyProgressEvent {

        private final @Nullable String uploadId;

        UploadAbandoned(Endpoint endpoint, CopyTask copy, @Nullable String uploadId) {
            super(endpoint, copy);
            this.uploadId = uploadId;
        }

        /** Its id; null when S3's answer to its beginning was lost: then there may be one. */
        public @Nullable String uploadId() {
            return uploadId;
        }

        @Override
        String what() {
            return "upload abandoned: " + uploadId;
        }
    }
}

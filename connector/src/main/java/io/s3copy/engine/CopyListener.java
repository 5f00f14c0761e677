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
package io.s3copy.engine;

import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears of the progress of copies. Each copy is started once and then finished or failed once. Calls come on threads of
 * clients and timers, several at a time: an implementation is thread-safe and quick, and does not block. What it throws is
 * logged and changes nothing.
 */
public interface CopyListener {

    /** Hears nothing; costs nothing. */
    CopyListener NONE = new CopyListener() {};

    /** A copy begins. */
    default void started(CopyTask copy) {}

    /**
     * An object is copied in parts from now on. Told before its first part is; again if the copy begins anew, because its
     * source changed.
     *
     * @param parts how many there are
     * @param bytes of all parts
     * @param partsThere how many an earlier copy has left, which are not copied again
     * @param bytesThere the bytes of these
     */
    default void partsBegun(CopyTask copy, int parts, long bytes, int partsThere, long bytesThere) {}

    /**
     * A part is copied. Told before the copy ends.
     *
     * @param number of the part, from 1
     * @param parts how many there are
     * @param bytes the size of the part
     */
    default void partDone(CopyTask copy, int number, int parts, long bytes) {}

    /**
     * A request failed by a transient fault, and will be repeated.
     *
     * @param throttled whether S3 asked for fewer requests
     */
    default void retried(CopyTask copy, S3CallException why, boolean throttled) {}

    /** An upload was aborted, and holds no parts any more. */
    default void uploadAborted(CopyTask copy, String uploadId) {}

    /**
     * An upload is abandoned, and its parts go on costing: it could not be aborted.
     *
     * @param uploadId null when S3's answer to its beginning was lost: then there may be one
     */
    default void uploadAbandoned(CopyTask copy, @Nullable String uploadId) {}

    /** A copy was made or, which the result says, skipped. */
    default void finished(CopyTask copy, CopyResult result) {}

    /**
     * A copy was not made.
     *
     * @param failure why; its {@link ErrorClass#of(Throwable)} says whose fault it is
     * @param duration from its start
     * @param requests how many requests were made, retries included
     */
    default void failed(CopyTask copy, Throwable failure, Duration duration, int requests) {}

    /** One that hears for all of them. */
    static CopyListener of(List<CopyListener> listeners) {
        List<CopyListener> hearing =
                listeners.stream().filter(one -> one != NONE).toList();
        if (hearing.size() == 1 && hearing.get(0) instanceof CopyListeners several) {
            return several;
        }
        return hearing.isEmpty() ? NONE : new CopyListeners(hearing);
    }
}

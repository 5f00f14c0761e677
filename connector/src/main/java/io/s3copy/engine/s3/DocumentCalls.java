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
package io.s3copy.engine.s3;

import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Small objects that the software itself reads and writes: manifests, checkpoints, reports. Never what is copied. Never
 * blocks and never throws, as {@link CopyCalls}.
 */
public interface DocumentCalls {

    /**
     * Opens an object to read. The stream is read from the network as it is consumed, by a thread that may block; a body
     * that is cut short ends with an IOException, not as a shorter document. Whoever opened it closes it. GetObject; needs
     * s3:GetObject.
     */
    CompletableFuture<Document> getObject(ObjectQuery query);

    /**
     * Writes an object.
     *
     * @param condition what must stand there, or null to overwrite whatever does
     * @return the ETag that S3 gave it. PutObject; needs s3:PutObject.
     */
    CompletableFuture<String> putObject(
            ObjectQuery where, byte[] content, String contentType, @Nullable Condition condition);

    /**
     * An object that is being read.
     *
     * @param length in bytes, or -1 where the server does not tell it
     * @param eTag null where the server does not tell it
     */
    record Document(
            InputStream content, long length, @Nullable String eTag) {}

    /**
     * What must stand where an object is written.
     *
     * @param eTag its ETag, or null for no object at all
     */
    record Condition(@Nullable String eTag) {

        /** Nothing must stand there. */
        public static final Condition NOTHING = new Condition(null);
    }
}

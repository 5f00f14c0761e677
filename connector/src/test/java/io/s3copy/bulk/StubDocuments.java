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
package io.s3copy.bulk;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.engine.s3.DocumentCalls;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.parameter.CopyRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A bucket of small objects, which answers as S3 does unless it is told otherwise. */
public final class StubDocuments implements DocumentCalls {

    private final Map<String, byte[]> objects = new TreeMap<>();
    private final Map<String, String> eTags = new TreeMap<>();
    private final Deque<Failure> readFailures = new ArrayDeque<>();
    private final Deque<Failure> writeFailures = new ArrayDeque<>();
    private boolean writesBeforeItFails;
    private boolean ignoresConditions;
    private int writes;

    /** Asks about any object of the bucket. */
    public static ObjectQuery bucket() {
        return ObjectQuery.ofDestination(
                CopyRequest.builder().destination("bucket", "any").build());
    }

    /** The next read fails so. */
    public void failRead(Failure failure) {
        readFailures.add(failure);
    }

    /** The next write fails so. */
    public void failWrite(Failure failure) {
        writeFailures.add(failure);
    }

    /** The next write is made, and fails all the same: its answer is lost. */
    public void loseAnswer(Failure failure) {
        writesBeforeItFails = true;
        writeFailures.add(failure);
    }

    /** Plays a service that does not know conditions and does not say so. */
    public void ignoreConditions() {
        ignoresConditions = true;
    }

    /** What stands there, by key. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        objects.forEach((key, bytes) -> texts.put(key, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    /** Somebody else writes. */
    public void put(String key, String text) {
        store(key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Removes an object. */
    public CompletableFuture<Void> delete(ObjectQuery query) {
        objects.remove(query.key());
        eTags.remove(query.key());
        return CompletableFuture.completedFuture(null);
    }

    private String store(String key, byte[] content) {
        writes++;
        objects.put(key, content);
        eTags.put(key, "\"" + writes + "\"");
        return "\"" + writes + "\"";
    }

    @Override
    public CompletableFuture<Document> getObject(ObjectQuery query) {
        Failure failure = readFailures.poll();
        byte[] content = objects.get(query.key());
        if (failure != null) {
            return failed("GetObject", failure);
        } else if (content == null) {
            return failed("GetObject", Failure.of("NoSuchKey", 404, "not there"));
        }
        return CompletableFuture.completedFuture(
                new Document(new ByteArrayInputStream(content), content.length, eTags.get(query.key())));
    }

    @Override
    public CompletableFuture<String> putObject(
            ObjectQuery where, byte[] content, String contentType, @Nullable Condition condition) {
        Failure failure = writeFailures.poll();
        if (failure != null) {
            if (writesBeforeItFails) {
                store(where.key(), content);
            }
            return failed("PutObject", failure);
        }
        if (condition != null && !ignoresConditions) {
            String there = eTags.get(where.key());
            if (there == null && condition.eTag() != null) {
                return failed("PutObject", Failure.of("NoSuchKey", 404, "not there"));
            } else if (there != null && !there.equals(condition.eTag())) {
                return failed("PutObject", Failure.unmet("another"));
            }
        }
        return CompletableFuture.completedFuture(store(where.key(), content));
    }

    private static <T> CompletableFuture<T> failed(String api, Failure failure) {
        CopyRequest request = CopyRequest.builder().destination("bucket", "any").build();
        return CompletableFuture.failedFuture(S3CallException.of(api, request, failure));
    }
}

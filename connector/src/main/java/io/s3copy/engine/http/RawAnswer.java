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
package io.s3copy.engine.http;

import io.s3copy.engine.answer.AnswerHead;
import io.vertx.core.MultiMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came.
 *
 * @param status the HTTP status
 * @param headers by their names in any case
 * @param body whole, as far as it is wanted; empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawAnswer(int status, MultiMap headers, byte[] body) implements AnswerHead {

    static final String ID = "x-amz-request-id";

    @Override
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public boolean hasHeaderOf(String prefix) {
        for (Map.Entry<String, String> header : headers) {
            if (header.getKey().regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }

    boolean isRefusal() {
        return status < 200 || status >= 300;
    }

    /** S3's id of the request; null where none was sent. */
    @Nullable
    String requestId() {
        String id = header(ID);
        return id == null || id.isBlank() ? null : id;
    }
}

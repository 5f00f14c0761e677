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
package io.s3copy.camel.binding;

import io.s3copy.bulk.BulkResult;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.cleanup.CleanupReport;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CopyParameter;
import org.apache.camel.Message;

/** Writes a result into the message that continues. */
public final class ResultBinding {

    private ResultBinding() {}

    /**
     * Sets the result headers, and the body to S3's response. First removes the result headers of an earlier call:
     * otherwise they would look like results of this one.
     */
    public static void apply(S3Result result, Message message) {
        clear(message);
        result.members().forEach((row, value) -> message.setHeader(row.header(), value));
        message.setBody(result.response());
    }

    /** Removes the result headers of an earlier call. A route that continues after a failure must not find them, either. */
    public static void clear(Message message) {
        // not removeHeaders with a pattern, which creates strings and a regular expression for each header
        if (message.hasHeaders()) {
            message.getHeaders().keySet().removeIf(ResultBinding::isResult);
        }
    }

    private static boolean isResult(String header) {
        String prefix = CopyParameter.RESULT_HEADER_PREFIX;
        return header.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** Sets the body to the report of a cleanup. It is no result of one S3 call, so there are no result headers. */
    public static void apply(CleanupReport report, Message message) {
        clear(message);
        message.setBody(report);
    }

    /** Sets the body to what a run on many objects came to. */
    public static void apply(BulkResult result, Message message) {
        clear(message);
        message.setBody(result);
    }

    /** Like a raw result, with the {@link CopyResult} as the body. A skipped copy has no result headers. */
    public static void apply(CopyResult result, Message message) {
        if (result.s3() == null) {
            clear(message);
        } else {
            apply(result.s3(), message);
        }
        message.setBody(result);
    }
}

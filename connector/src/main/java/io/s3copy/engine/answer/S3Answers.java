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
package io.s3copy.engine.answer;

import java.util.List;
import java.util.Locale;

/** Whether it was S3 that answered, and not something that stands before it. */
public final class S3Answers {

    /** Every answer of S3's has it, and those of most servers that speak its protocol. */
    public static final String REQUEST_ID = "x-amz-request-id";

    private static final List<String> PAGES = List.of("text/", "application/json", "application/xhtml");
    private static final int NO_CONTENT = 204;
    private static final int SHOWN = 200;

    private S3Answers() {}

    /** Whether the answer has S3's id of the request. */
    public static boolean isOfS3(AnswerHead answer) {
        String id = answer.header(REQUEST_ID);
        return id != null && !id.isBlank();
    }

    /** Whether an answer tells of an object in S3's words: with a header of its own, and when it was written. */
    public static boolean isOfObject(AnswerHead answer) {
        return answer.header("Last-Modified") != null && answer.hasHeaderOf("x-amz-");
    }

    /**
     * Whether an answer without a body, or with one that nobody reads, may be S3's: a page or a text is none. XML is what S3
     * writes, by whatever name, and an answer of no content has no page in it.
     */
    public static boolean mayBeOfS3(AnswerHead answer) {
        if (isOfS3(answer) || answer.status() == NO_CONTENT) {
            return true;
        }
        String said = answer.header("Content-Type");
        String type = said == null ? "" : said.strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/xml") || PAGES.stream().noneMatch(type::startsWith);
    }

    /** The beginning of what came instead. */
    public static String shown(String body) {
        String text = body.strip();
        if (text.isEmpty()) {
            return "it has no body";
        }
        return "it begins: " + (text.length() > SHOWN ? text.substring(0, SHOWN) : text);
    }
}

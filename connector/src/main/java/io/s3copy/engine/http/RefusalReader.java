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

import io.s3copy.engine.answer.Refusal;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.parameter.CopyRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads refusals, the same from every call: also those that come as a success and say in their body that they are none. */
final class RefusalReader {

    /** The status of an error that came with 200: S3 had begun to answer before it failed. */
    private static final int INTERNAL = 500;

    private RefusalReader() {}

    /** The failure that an answer with such a status is. */
    static S3CallException read(String api, CopyRequest about, HttpCall call, RawAnswer answer) {
        byte[] body = answer.body();
        Said said = new Said();
        if (body.length > 0) {
            try {
                Xml.read(body, said::readFrom);
            } catch (Xml.UnreadableXmlException e) {
                // not in S3's words, then
                said = new Said();
            }
        }
        return refused(api, about, call, answer, answer.status(), said);
    }

    /** The failure that stands in the body of a success, which begins at its root. */
    static S3CallException readInSuccess(String api, CopyRequest about, HttpCall call, RawAnswer answer, Xml error) {
        Said said = new Said();
        said.readFrom(error);
        return refused(api, about, call, answer, INTERNAL, said);
    }

    private static S3CallException refused(
            String api, CopyRequest about, HttpCall call, RawAnswer answer, int status, Said said) {
        byte[] body = answer.body();
        Refusal refusal = new Refusal(
                answer,
                said.code,
                said.message == null ? "no message" : said.message,
                said.requestId == null ? answer.requestId() : said.requestId,
                said.hostId == null ? answer.header("x-amz-id-2") : said.hostId,
                new String(body, 0, Math.min(body.length, Refusal.KEPT), StandardCharsets.UTF_8));
        return S3CallException.of(api, about, refusal.failure(api, about, status, call::unusualHeaders));
    }

    /** The failure of an answer that cannot be read: S3 may have done what was asked. */
    static S3CallException unreadable(String api, CopyRequest about, RawAnswer answer, String words) {
        return S3CallException.of(
                api,
                about,
                new Failure(
                        null,
                        answer.status(),
                        "the answer cannot be read: " + words,
                        answer.requestId(),
                        null,
                        Answer.UNREADABLE));
    }

    /** What S3's XML of an error says. */
    private static final class Said {
        private @Nullable String code;
        private @Nullable String message;
        private @Nullable String requestId;
        private @Nullable String hostId;

        private Said readFrom(Xml xml) {
            for (String name = xml.child(); name != null; name = xml.child()) {
                switch (name) {
                    case "Code" -> code = xml.text();
                    case "Message" -> message = xml.text();
                    case "RequestId" -> requestId = xml.text();
                    case "HostId" -> hostId = xml.text();
                    default -> xml.skip();
                }
            }
            return this;
        }
    }
}

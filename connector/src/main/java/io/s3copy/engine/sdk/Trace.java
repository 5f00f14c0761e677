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
package io.s3copy.engine.sdk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/** How far one call came on its way through the SDK, which its failure does not tell. */
final class Trace {

    /** Travels with the request to {@link LenientAnswers}. */
    static final ExecutionAttribute<Trace> ATTRIBUTE = new ExecutionAttribute<>("io.s3copy.Trace");

    private static final Set<String> USUAL = Set.of(
            "x-amz-content-sha256",
            "x-amz-date",
            "x-amz-security-token",
            "x-amz-copy-source",
            "x-amz-copy-source-range",
            "x-amz-metadata-directive");

    private volatile boolean begun;
    private volatile boolean handedOver;
    private volatile @Nullable SdkHttpRequest sent;
    private volatile int status;
    private volatile boolean isOfS3;
    private volatile @Nullable String another;
    private volatile String refusal = "";
    private volatile @Nullable VersionOrder order;
    private volatile boolean encodesUtf8 = true;

    void begin() {
        begun = true;
    }

    /** An attempt goes to the HTTP client. */
    void handOver(SdkHttpRequest request) {
        handedOver = true;
        sent = request;
        status = 0;
        another = null;
        refusal = "";
        order = null;
        encodesUtf8 = true;
    }

    void answered(int withStatus, boolean byS3) {
        status = withStatus;
        isOfS3 = byS3;
    }

    /** The answer is to another question, and was cut off. */
    void cutOff(String beginning) {
        another = beginning;
    }

    /** The body of a refusal, or its beginning. */
    void refused(String body) {
        refusal = body;
    }

    /** What the last refusal said in its body; empty where it had none. */
    String refusal() {
        return refusal;
    }

    /**
     * What only the text of a listing tells.
     *
     * @param utf8 whether all that looks encoded in it is UTF-8
     * @param inAnswer the order of versions and delete markers; null where there are none
     */
    void listed(boolean utf8, @Nullable VersionOrder inAnswer) {
        encodesUtf8 = utf8;
        order = inAnswer;
    }

    /** Whether all that looks encoded in the last answer is UTF-8. */
    boolean encodesUtf8() {
        return encodesUtf8;
    }

    /** The order of versions and delete markers in the last answer; null where it was no listing of them. */
    @Nullable
    VersionOrder order() {
        return order;
    }

    /** Whether it is known that nothing went out: no attempt came as far as the HTTP client. */
    boolean isNotSent() {
        return begun && !handedOver;
    }

    /** The names of what was sent that not every server knows; never their values, which may be secret. */
    List<String> unusualHeaders() {
        SdkHttpRequest last = sent;
        return last == null
                ? List.of()
                : last.headers().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> name.startsWith("x-amz-") && !USUAL.contains(name))
                        .filter(name -> !name.startsWith("x-amz-meta-"))
                        .sorted()
                        .toList();
    }

    /** Of the last answer; 0 where none came. */
    int status() {
        return status;
    }

    /** Whether the last answer is S3's own. */
    boolean isOfS3() {
        return isOfS3;
    }

    /** The beginning of an answer to another question; otherwise null. */
    @Nullable
    String another() {
        return another;
    }
}

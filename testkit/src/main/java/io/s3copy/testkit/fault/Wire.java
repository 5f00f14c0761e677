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
package io.s3copy.testkit.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends requests to a stub as they are written, and shows its answers as they are. The source is {@code in/key}. */
final class Wire {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern UPLOAD_ID = Pattern.compile("<UploadId>(.*?)</UploadId>");
    private static final Pattern ETAG = Pattern.compile("<ETag>(.*?)</ETag>");

    private final URI endpoint;

    Wire(FaultyS3 s3) {
        endpoint = s3.endpoint();
    }

    HttpResponse<String> send(String method, String target, String... headers) {
        return send(method, target, "", BodyHandlers.ofString(), headers);
    }

    <T> HttpResponse<T> send(String method, String target, String body, BodyHandler<T> read, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + target))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), read);
        } catch (IOException e) {
            throw new IllegalStateException("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> copy(String... headers) {
        return send("PUT", "/out/key", with("x-amz-copy-source", "in/key", headers));
    }

    HttpResponse<String> create(String... headers) {
        return send("POST", "/out/key?uploads", headers);
    }

    String begin(String... headers) {
        return first(UPLOAD_ID, create(headers));
    }

    HttpResponse<String> part(String upload, String... headers) {
        return partOf(upload, "in/key", headers);
    }

    /** The first part, which is a whole source; its name is encoded already. */
    HttpResponse<String> partOf(String upload, String source, String... headers) {
        return send("PUT", "/out/key?partNumber=1&uploadId=" + upload, with("x-amz-copy-source", source, headers));
    }

    /** Completes an upload of these parts. */
    HttpResponse<String> complete(String upload, List<HttpResponse<String>> parts, String... headers) {
        String list = IntStream.range(0, parts.size())
                .mapToObj(i -> "<Part><PartNumber>" + (i + 1) + "</PartNumber><ETag>" + first(ETAG, parts.get(i))
                        + "</ETag></Part>")
                .collect(Collectors.joining());
        return send(
                "POST",
                "/out/key?uploadId=" + upload,
                "<CompleteMultipartUpload>" + list + "</CompleteMultipartUpload>",
                BodyHandlers.ofString(),
                headers);
    }

    /** A copy in one part. */
    HttpResponse<String> inParts(String... completeHeaders) {
        String upload = begin();
        return complete(upload, List.of(part(upload)), completeHeaders);
    }

    HttpResponse<String> head(String target, String... headers) {
        return send("HEAD", target, headers);
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private static String first(Pattern pattern, HttpResponse<String> answer) {
        Matcher found = pattern.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return found.group(1);
    }

    private static String[] with(String name, String value, String... more) {
        String[] all = new String[more.length + 2];
        all[0] = name;
        all[1] = value;
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }
}

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

import io.s3copy.testkit.Response;
import java.util.Map;

/** Answers that do not depend on the request: most come from what stands before S3, and none of these is S3's. */
final class ForeignAnswers {

    // spotless:off
    private static final Map<Fault, Response> ANSWERS = Map.ofEntries(
            Map.entry(Fault.PROXY_404_TEXT, Response.notS3(404, "text/plain; charset=utf-8", "404 page not found\n")),
            Map.entry(Fault.PROXY_404_HTML, html(404, "Not Found")),
            Map.entry(Fault.PROXY_404_JSON, Response.notS3(404, "application/json", "{\"error\":\"no route\"}")),
            Map.entry(Fault.PROXY_404_EMPTY, Response.notS3(404, "", "")),
            Map.entry(Fault.REDIRECT_302, html(302, "Found").withHeader("Location", "/login")),
            Map.entry(Fault.REDIRECT_308, html(308, "Permanent Redirect").withHeader("Location", "/moved")),
            Map.entry(Fault.PROXY_AUTHENTICATION_407, html(407, "Proxy Authentication Required").withHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")),
            Map.entry(Fault.MISDIRECTED_421, Response.notS3(421, "text/plain", "Misdirected Request")),
            Map.entry(Fault.REQUEST_TIMEOUT_408, html(408, "Request Time-out")),
            Map.entry(Fault.TOO_EARLY_425, Response.notS3(425, "text/plain", "Too Early")),
            Map.entry(Fault.KMS_INVALID_STATE, Response.error(400, "KMS.KMSInvalidStateException", "The key is pending deletion.")),
            Map.entry(Fault.KMS_THROTTLING, Response.error(400, "KMS.ThrottlingException", "You have exceeded the rate at which you may call KMS.")),
            Map.entry(Fault.ILLEGAL_LOCATION, Response.error(400, "IllegalLocationConstraintException", "The location constraint is incompatible for the region specific endpoint.")),
            Map.entry(Fault.HEAD_400_EMPTY, Response.empty(400)));
    // spotless:on

    private ForeignAnswers() {}

    static Response of(Fault fault) {
        return ANSWERS.get(fault);
    }

    private static Response html(int status, String said) {
        return Response.notS3(
                status,
                "text/html",
                "<html><head><title>" + status + " " + said + "</title></head><body><center><h1>" + status + " " + said
                        + "</h1></center><hr><br></body></html>");
    }
}

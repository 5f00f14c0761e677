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
package io.s3copy.parameter.rule;

import static io.s3copy.parameter.CopyParameter.WEBSITE_REDIRECT_LOCATION;

import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;

/** Redirects of website buckets. */
final class WebsiteRules {

    private static final int MAX_LENGTH = 2048;

    private WebsiteRules() {}

    static void redirectIsAPathOrUrl(S3Call call, CopyRequest request) {
        String location = request.text(WEBSITE_REDIRECT_LOCATION);
        if (location != null && (!location.matches("(/|https?://).*") || location.length() > MAX_LENGTH)) {
            throw request.invalid(
                    WEBSITE_REDIRECT_LOCATION,
                    "begins with /, http:// or https:// and has at most 2,048 characters",
                    "Write /other-key or a URL");
        }
    }
}

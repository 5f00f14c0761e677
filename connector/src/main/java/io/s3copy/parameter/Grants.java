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
package io.s3copy.parameter;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the grantees of an ACL: id="…" or uri="…", separated by commas.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html">Access control lists</a>
 */
final class Grants {

    private static final Pattern GRANTEE =
            Pattern.compile("\\s*(?:id|uri)\\s*=\\s*(?:\"[^\",]+\"|[^\",\\s]+)\\s*(?:,|$)", Pattern.CASE_INSENSITIVE);

    private Grants() {}

    static String read(Object given) throws UnreadableValueException {
        String grant = Texts.header(given);
        if (grant.toLowerCase(Locale.ROOT).contains("emailaddress")) {
            throw new UnreadableValueException(
                    "names a grantee by e-mail, which S3 ended in October 2025 (405 MethodNotAllowed)",
                    "Name the canonical user id: id=\"…\"");
        } else if (!isListOfGrantees(grant)) {
            throw new UnreadableValueException(
                    "is not a list of grantees",
                    "Write id=\"canonical-user-id\" or uri=\"group\", separated by commas");
        }
        return grant;
    }

    private static boolean isListOfGrantees(String text) {
        Matcher grantee = GRANTEE.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!grantee.region(end, text.length()).lookingAt()) {
                return false;
            }
            end = grantee.end();
        }
        return !text.isEmpty() && !text.stripTrailing().endsWith(",");
    }
}

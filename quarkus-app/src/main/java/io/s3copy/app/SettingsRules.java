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
package io.s3copy.app;

/** What no setting shows alone. */
final class SettingsRules {

    private SettingsRules() {}

    /** @throws SettingsException when settings contradict each other */
    static void check(Settings settings) {
        if (settings.accessKey().isPresent() != settings.secretKey().isPresent()) {
            boolean lacksSecret = settings.accessKey().isPresent();
            String there = lacksSecret ? "s3copy.access-key" : "s3copy.secret-key";
            String missing = lacksSecret ? "s3copy.secret-key" : "s3copy.access-key";
            throw new SettingsException(there + " is set without " + missing + ", and only both make credentials. Set "
                    + missing + " too, or neither: then the AWS SDK's default chain finds them");
        }
        if (settings.sessionToken().isPresent() && settings.accessKey().isEmpty()) {
            throw new SettingsException("s3copy.session-token is set without the keys that it belongs to. "
                    + "Set s3copy.access-key and s3copy.secret-key too, or leave it out");
        }
        String from = settings.source().prefix().orElse("");
        String to = settings.destination().prefix().orElse("");
        if (settings.source().bucket().equals(settings.destination().bucket()) && to.startsWith(from)) {
            throw new SettingsException(
                    "s3copy.destination.bucket is the source's own ("
                            + settings.destination().bucket() + "), and s3copy.destination.prefix '" + to
                            + "' begins with s3copy.source.prefix '" + from
                            + "': copies would land among the objects to copy. Choose another bucket, or prefixes that lie apart");
        }
    }
}

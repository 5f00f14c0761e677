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

import io.s3copy.text.Printable;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** What to do about a fault that every object would meet. */
final class FaultAdvice {

    private static final Set<String> UNKNOWN_KEYS = Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch");
    private static final Set<String> SPENT_TOKENS = Set.of("ExpiredToken", "InvalidToken", "TokenRefreshRequired");
    private static final Set<String> REGIONS = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");
    private static final List<Integer> REDIRECTS = List.of(301, 302, 307, 308);
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Settings settings;

    FaultAdvice(Settings settings) {
        this.settings = settings;
    }

    /** The source bucket could not be listed. */
    String ofSource(Fault fault) {
        String prefix = settings.source().prefix().orElse("");
        if (fault.status() == BAD_REQUEST && prefix.startsWith("/")) {
            return "bucket " + Printable.of(settings.source().bucket()) + " (s3copy.source.bucket) cannot be listed"
                    + " from s3copy.source.prefix '" + Printable.of(prefix) + "': " + fault.cause()
                    + ". Write the prefix without the slash before it";
        }
        return "bucket " + Printable.of(settings.source().bucket()) + " (s3copy.source.bucket) cannot be listed: "
                + fault.cause() + ". "
                + fix(fault, "s3copy.source.bucket", "Allow s3:ListBucket on it to these credentials");
    }

    /** The destination bucket cannot be copied to. */
    String ofDestination(Fault fault) {
        return "bucket " + Printable.of(settings.destination().bucket())
                + " (s3copy.destination.bucket) cannot be copied to: "
                + fault.cause() + ". "
                + fix(fault, "s3copy.destination.bucket", "Allow s3:ListBucket and s3:PutObject on it");
    }

    /** Copies failed for what every further one would meet. */
    String ofCopies(Fault fault) {
        String source = Printable.of(settings.source().bucket());
        String destination = Printable.of(settings.destination().bucket());
        return "from bucket " + source + " to bucket " + destination + ": " + fault.cause() + ". "
                + fix(
                        fault,
                        "s3copy.destination.bucket or s3copy.source.bucket",
                        "Allow s3:PutObject on " + destination + " and s3:GetObject on " + source
                                + ", and the use of their KMS keys");
    }

    private String fix(Fault fault, String property, String permission) {
        String code = fault.code() == null ? "" : fault.code();
        if (fault.isUnanswered()) {
            return "Mend s3copy.endpoint (" + endpoint() + "), or see that the service runs there";
        } else if (UNKNOWN_KEYS.contains(code)) {
            return "Mend s3copy.access-key and s3copy.secret-key: " + endpoint() + " does not take these";
        } else if (SPENT_TOKENS.contains(code)) {
            return "Renew the credentials (s3copy.session-token, or what the AWS SDK's default chain finds)";
        } else if (code.equals("RequestTimeTooSkewed")) {
            return "Set the clock of this machine";
        } else if (code.startsWith("KMS.")) {
            return "Mend the KMS key of the objects or of the destination, or the permission to use it";
        } else if (code.equals("NoSuchBucket") || fault.status() == NOT_FOUND) {
            return "Mend " + property + ", create the bucket, or mend s3copy.endpoint (" + endpoint() + ")";
        } else if (fault.status() == FORBIDDEN) {
            return permission + ", or mend s3copy.access-key";
        } else if (REGIONS.contains(code) || REDIRECTS.contains(fault.status()) || fault.bucketRegion() != null) {
            String there = fault.bucketRegion() == null ? "the Region of the bucket" : fault.bucketRegion();
            return "Set s3copy.region to " + there;
        } else if (fault.status() == BAD_REQUEST && fault.code() == null) {
            return "Mend s3copy.region, or renew the credentials: S3 does not say more to this request";
        }
        return "Mend what the service says, or point s3copy.endpoint (" + endpoint() + ") at another";
    }

    private String endpoint() {
        return settings.endpoint().map(URI::toString).orElse("AWS");
    }
}

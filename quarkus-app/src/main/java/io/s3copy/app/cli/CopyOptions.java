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
package io.s3copy.app.cli;

import io.s3copy.app.config.SettingsException;
import io.s3copy.text.Printable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What copies are like, in the words of aws cli. */
final class CopyOptions {

    @Option(names = "--storage-class", paramLabel = "CLASS", description = "Storage class of the copies.")
    private @Nullable String storageClass;

    @Option(
            names = "--sse",
            arity = "0..1",
            fallbackValue = "AES256",
            paramLabel = "KIND",
            description = "Encryption: AES256 (if no value is given), aws:kms or aws:kms:dsse.")
    private @Nullable String sse;

    @Option(names = "--sse-kms-key-id", paramLabel = "KEY", description = "KMS key, with --sse aws:kms.")
    private @Nullable String kmsKey;

    @Option(names = "--acl", paramLabel = "ACL", description = "Canned ACL of the copies.")
    private @Nullable String acl;

    @Option(
            names = "--metadata-directive",
            paramLabel = "COPY|REPLACE",
            description = "Keep the source's metadata, or take what is given here. With --metadata: REPLACE.")
    private @Nullable String metadataDirective;

    @Option(names = "--metadata", paramLabel = "K=V,...", description = "Metadata of the copies.")
    private @Nullable String metadata;

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            description = "As all headers: with --metadata-directive REPLACE.")
    private @Nullable String contentType;

    @Option(names = "--cache-control", paramLabel = "TEXT")
    private @Nullable String cacheControl;

    @Option(names = "--content-disposition", paramLabel = "TEXT")
    private @Nullable String contentDisposition;

    @Option(names = "--content-encoding", paramLabel = "TEXT")
    private @Nullable String contentEncoding;

    @Option(names = "--content-language", paramLabel = "TEXT")
    private @Nullable String contentLanguage;

    @Option(names = "--expires", paramLabel = "TIME")
    private @Nullable String expires;

    @Option(names = "--website-redirect", paramLabel = "TARGET")
    private @Nullable String websiteRedirect;

    @Option(names = "--checksum-algorithm", paramLabel = "NAME", description = "Checksum of the copies.")
    private @Nullable String checksumAlgorithm;

    @Option(
            names = "--copy-props",
            paramLabel = "WHAT",
            description = "default (metadata and tags), metadata-directive (no tags), or none.")
    private @Nullable String copyProps;

    @Option(
            names = {"--no-overwrite", "--no-clobber", "-n"},
            description = "Leave what is there already.")
    private boolean noOverwrite;

    /** Adds them, by the component's names. */
    void addTo(Map<String, String> options) {
        ComponentOptions.put(options, "storageClass", storageClass);
        ComponentOptions.put(options, "serverSideEncryption", sse);
        ComponentOptions.put(options, "ssekmsKeyId", kmsKey);
        ComponentOptions.put(options, "acl", acl);
        ComponentOptions.put(options, "contentType", contentType);
        ComponentOptions.put(options, "cacheControl", cacheControl);
        ComponentOptions.put(options, "contentDisposition", contentDisposition);
        ComponentOptions.put(options, "contentEncoding", contentEncoding);
        ComponentOptions.put(options, "contentLanguage", contentLanguage);
        ComponentOptions.put(options, "expires", expires);
        ComponentOptions.put(options, "websiteRedirectLocation", websiteRedirect);
        ComponentOptions.put(options, "checksumAlgorithm", checksumAlgorithm);
        ComponentOptions.put(options, "ifExists", noOverwrite ? "skip" : null);
        metadata(options);
        properties(options);
    }

    private void metadata(Map<String, String> options) {
        if (metadata != null) {
            for (String pair : metadata.split(",", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw new SettingsException("--metadata=" + Printable.of(metadata)
                            + ": must be pairs, separated by commas. Write for example --metadata team=web,stage=test");
                }
                options.put("metadata." + pair.substring(0, equals).strip(), pair.substring(equals + 1));
            }
        }
        // the habit of aws cli
        String implied = metadata == null ? null : "REPLACE";
        ComponentOptions.put(options, "metadataDirective", metadataDirective == null ? implied : metadataDirective);
    }

    private void properties(Map<String, String> options) {
        if (copyProps == null || copyProps.equals("default")) {
            return;
        }
        if (copyProps.equals("none") || copyProps.equals("metadata-directive")) {
            options.put("taggingDirective", "REPLACE");
        } else {
            throw new SettingsException("--copy-props=" + Printable.of(copyProps)
                    + ": must be default, metadata-directive or none. Write one of them; -o annotationDirective=COPY and"
                    + " -o preserve=acl carry more");
        }
        if (copyProps.equals("none")) {
            options.putIfAbsent("metadataDirective", "REPLACE");
        }
    }
}

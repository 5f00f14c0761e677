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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The words of aws cli, and the options that they are. */
class CopyOptionsTest {

    private static Map<String, String> read(String... arguments) {
        CopyOptions options = new CopyOptions();
        new CommandLine(options).parseArgs(arguments);
        Map<String, String> read = new TreeMap<>();
        options.addTo(read);
        return read;
    }

    @Test
    void eachIsAnOptionOfTheComponent() {
        assertThat(read(
                        "--storage-class=STANDARD_IA",
                        "--acl=private",
                        "--sse=aws:kms",
                        "--sse-kms-key-id=alias/x",
                        "--metadata-directive=REPLACE",
                        "--content-type=text/plain",
                        "--cache-control=no-store",
                        "--content-disposition=inline",
                        "--content-encoding=gzip",
                        "--content-language=de",
                        "--expires=2030-01-01T00:00:00Z",
                        "--website-redirect=/x",
                        "--checksum-algorithm=SHA256",
                        "--no-overwrite"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("storageClass", "STANDARD_IA"),
                        Map.entry("acl", "private"),
                        Map.entry("serverSideEncryption", "aws:kms"),
                        Map.entry("ssekmsKeyId", "alias/x"),
                        Map.entry("metadataDirective", "REPLACE"),
                        Map.entry("contentType", "text/plain"),
                        Map.entry("cacheControl", "no-store"),
                        Map.entry("contentDisposition", "inline"),
                        Map.entry("contentEncoding", "gzip"),
                        Map.entry("contentLanguage", "de"),
                        Map.entry("expires", "2030-01-01T00:00:00Z"),
                        Map.entry("websiteRedirectLocation", "/x"),
                        Map.entry("checksumAlgorithm", "SHA256"),
                        Map.entry("ifExists", "skip")));
    }

    @Test
    void metadataReplacesAsInAwsCli() {
        assertThat(read("--metadata", "team=web,stage=a=b"))
                .isEqualTo(Map.of("metadata.team", "web", "metadata.stage", "a=b", "metadataDirective", "REPLACE"));
        assertThat(read("--metadata", "team=web", "--metadata-directive", "COPY"))
                .containsEntry("metadataDirective", "COPY");
    }

    @Test
    void encryptionWithoutAValueIsThatOfS3() {
        assertThat(read("--sse")).isEqualTo(Map.of("serverSideEncryption", "AES256"));
    }

    @Test
    void propertiesThatAreNotCarried() {
        assertThat(read("--copy-props=default")).isEmpty();
        assertThat(read("--copy-props=metadata-directive")).isEqualTo(Map.of("taggingDirective", "REPLACE"));
        assertThat(read("--copy-props=none"))
                .isEqualTo(Map.of("taggingDirective", "REPLACE", "metadataDirective", "REPLACE"));
    }
}

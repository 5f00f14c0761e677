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
package io.s3copy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The generated tables of the documentation are those of the code. With {@code -Ds3copy.docs.update=true} it writes
 * them instead.
 */
class GeneratedDocsTest {

    private static final Path OPTIONS = PageExample.PAGE.resolveSibling("s3copy-options.adoc");
    private static final String START = "// permissions: START\n";
    private static final String END = "// permissions: END\n";

    private final GeneratedTables tables = new GeneratedTables(Catalogue.load());

    @Test
    void optionsAndHeadersAreThoseOfTheComponent() throws IOException {
        expect(OPTIONS, tables.options());
    }

    @Test
    void permissionsAreThoseOfTheMirror() throws IOException {
        String page = Files.readString(PageExample.PAGE);
        int start = page.indexOf(START) + START.length();
        expect(PageExample.PAGE, page.substring(0, start) + tables.permissions() + page.substring(page.indexOf(END)));
    }

    @Test
    void permissionsAreThoseOfWhatNeedsThem() {
        assertThat(tables.permissions())
                .contains("""

                        | every copy of a source with tags, where `taggingDirective` is `COPY` or absent
                        | s3:GetObjectTagging (with a version: s3:GetObjectVersionTagging), s3:PutObjectTagging
                        """)
                .contains("""

                        | `serverSideEncryption`
                        | kms:GenerateDataKey, kms:Decrypt (aws:kms and aws:kms:dsse only)
                        """)
                .contains("\n| `operation=listParts`\n| s3:ListMultipartUploadParts\n")
                .contains("\n| `operation=abortMultipartUpload`\n| s3:AbortMultipartUpload\n")
                .doesNotContain("`uploadId`", "`maxParts`", "`partNumberMarker`");
    }

    private static void expect(Path file, String text) throws IOException {
        if (Boolean.getBoolean("s3copy.docs.update")) {
            Files.writeString(file, text);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s; -Dtest=GeneratedDocsTest -Ds3copy.docs.update=true writes it", file)
                .isEqualTo(text);
    }
}

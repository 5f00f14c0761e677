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
package io.s3copy.bulk.manifest;

import io.s3copy.parameter.S3CopyException;
import io.s3copy.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * A manifest that cannot be read. The message names the document, the line, the rule and the fix. Reading the same
 * manifest again cannot succeed.
 */
public final class UnreadableManifestException extends S3CopyException {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final String rule;
    private final String fix;

    UnreadableManifestException(String document, long line, String rule, String fix, @Nullable Throwable cause) {
        super(Printable.of(document + (line == 0 ? "" : ", line " + line) + ": " + rule + ". " + fix + "."), cause);
        this.line = line;
        this.rule = rule;
        this.fix = fix;
    }

    /** The line, from 1 on; 0 where it is about the document as a whole. */
    public long line() {
        return line;
    }

    /** The rule that the document breaks. */
    public String rule() {
        return rule;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }
}

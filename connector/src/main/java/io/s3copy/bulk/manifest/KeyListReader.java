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

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The entries of a list of keys. Empty lines name nothing; blanks are part of a key. */
final class KeyListReader implements ManifestReader {

    private final EntryRules rules;
    private final Lines lines;

    KeyListReader(EntryRules rules, Lines lines) {
        this.rules = rules;
        this.lines = lines;
    }

    @Override
    public @Nullable ManifestEntry next() throws IOException {
        String line = lines.next();
        while (line != null && line.isEmpty()) {
            line = lines.next();
        }
        return line == null ? null : ManifestEntry.of(rules.bucket(line(), null), rules.key(line(), line), null);
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public String document() {
        return rules.document();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

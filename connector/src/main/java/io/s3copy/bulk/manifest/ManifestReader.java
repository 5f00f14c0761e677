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

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a manifest, one after the other. Reads as it goes, in memory that does not grow with the manifest.
 * Blocks. Not for several threads at once.
 */
public interface ManifestReader extends Closeable {

    /**
     * The next entry, or null at the end. Null means that all was read, to the end, and was sound.
     *
     * @throws UnreadableManifestException when what comes next cannot be read, with its line, the rule that it breaks and
     *     the fix. Reading on is not possible.
     * @throws IOException when the manifest cannot be fetched or is cut short
     */
    @Nullable
    ManifestEntry next() throws IOException;

    /** The line on which the last entry ended, from 1 on; 0 before the first. In an inventory, that of its data file. */
    long line();

    /** The document that is being read, as errors call it; in an inventory, its data file. */
    String document();

    /** How many entries of a report were passed over so far, since their status was not asked for. */
    default long passedOver() {
        return 0;
    }

    /** The share that was read, from 0 to 1, as the sizes in an inventory tell it; else null. Any thread may ask. */
    default @Nullable Double share() {
        return null;
    }

    /** Ends the reading, wherever it is. */
    @Override
    void close() throws IOException;
}

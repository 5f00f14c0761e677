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

/**
 * Fails for good once it has failed: whoever asked again would read on behind what could not be read, and leave it out. At
 * the end it stays, too.
 */
final class LastingFailure implements ManifestReader {

    private final ManifestReader reader;
    private @Nullable UnreadableManifestException unreadable;
    private @Nullable IOException unfetched;
    private boolean ended;

    LastingFailure(ManifestReader reader) {
        this.reader = reader;
    }

    @Override
    public @Nullable ManifestEntry next() throws IOException {
        if (unreadable != null) {
            throw unreadable;
        } else if (unfetched != null) {
            throw new IOException("the manifest could not be read on", unfetched);
        } else if (ended) {
            return null;
        }
        try {
            ManifestEntry entry = reader.next();
            ended = entry == null;
            return entry;
        } catch (UnreadableManifestException e) {
            unreadable = e;
            throw e;
        } catch (IOException e) {
            unfetched = e;
            throw e;
        }
    }

    @Override
    public long line() {
        return reader.line();
    }

    @Override
    public String document() {
        return reader.document();
    }

    @Override
    public long passedOver() {
        return reader.passedOver();
    }

    @Override
    public @Nullable Double share() {
        return reader.share();
    }

    @Override
    public void close() throws IOException {
        if (!ended && unfetched == null) {
            unfetched = new IOException("the manifest was closed");
        }
        reader.close();
    }
}

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
import java.io.InputStream;

/** Where the data files of an inventory are read from. */
@FunctionalInterface
public interface DocumentSource {

    /**
     * Opens an object to read, from its beginning. May block. Whoever opened it closes it.
     *
     * @throws IOException when it cannot be read; also later, from the stream, when its body is cut short
     */
    InputStream open(String bucket, String key) throws IOException;
}

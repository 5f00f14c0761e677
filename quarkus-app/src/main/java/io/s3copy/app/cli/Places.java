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

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Source and destination, which Picocli requires. */
final class Places {

    @Parameters(
            index = "0",
            paramLabel = "SRC",
            description = "s3://bucket/prefix/, or s3://bucket/a* with a wildcard; for cp and mv also s3://bucket/key.")
    private @Nullable S3Uri source;

    @Parameters(
            index = "1",
            paramLabel = "DST",
            description = "s3://bucket/prefix/; for cp and mv also s3://bucket/key.")
    private @Nullable S3Uri destination;

    S3Uri source() {
        return Objects.requireNonNull(source);
    }

    S3Uri destination() {
        return Objects.requireNonNull(destination);
    }
}

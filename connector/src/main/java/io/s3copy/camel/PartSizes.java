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
package io.s3copy.camel;

import io.s3copy.engine.Limits;
import io.s3copy.engine.PartSize;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Sizes;

/** Reads the option partSize. */
final class PartSizes {

    private PartSizes() {}

    static PartSize parse(String text) {
        if (text.equalsIgnoreCase("auto")) {
            return new PartSize.Auto();
        }
        long bytes = Sizes.parse("option partSize", text);
        if (bytes < Limits.MIN_PART || bytes > Limits.MAX_SINGLE_COPY) {
            throw new InvalidParameterException(
                    "option partSize", text, "is not auto, nor 5 MiB to 5 GiB", "Write for example 64MiB, or auto");
        }
        return new PartSize.Fixed(bytes);
    }
}

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
package io.s3copy.app;

import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads the name of a bucket, or an ARN. */
public final class BucketConverter implements Converter<String> {

    private static final long serialVersionUID = 1L;

    /** Wider than AWS's rule: other services allow capitals and underscores, and AWS did once. */
    private static final Pattern BUCKET = Pattern.compile("arn:[-A-Za-z0-9:/._]+|[A-Za-z0-9][-A-Za-z0-9._]{1,254}");

    @Override
    public String convert(String value) {
        if (!BUCKET.matcher(value).matches()) {
            throw new IllegalArgumentException("must be a bucket's name or an access point's ARN. "
                    + "Write the name alone: no s3://, no key, no spaces");
        }
        return value;
    }
}

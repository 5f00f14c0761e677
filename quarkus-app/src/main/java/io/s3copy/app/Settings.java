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

import io.s3copy.app.config.EndpointConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/**
 * What the application is told, from where Quarkus reads configuration: system properties ({@code -Ds3copy.region=…}),
 * environment variables ({@code S3COPY_SOURCE_BUCKET}), {@code config/application.properties} in the working directory.
 */
@ConfigMapping(prefix = "s3copy")
public interface Settings {

    /** The S3 service, such as {@code http://127.0.0.1:9000}. Default: AWS, in {@link #region()}. */
    Optional<@WithConverter(EndpointConverter.class) URI> endpoint();

    /** The Region that requests are signed for. Default: what the AWS SDK finds; {@code us-east-1} with an endpoint. */
    Optional<String> region();

    /** Whether the bucket stands in the path and not in the host name: most servers other than AWS want it. */
    @WithDefault("false")
    @WithConverter(BooleanConverter.class)
    boolean pathStyle();

    /** The access key id; with {@link #secretKey()}. Default: the AWS SDK's default credentials chain. */
    Optional<String> accessKey();

    /** The secret of {@link #accessKey()}. Never printed. */
    Optional<String> secretKey();

    /** The token that goes with temporary keys. Never printed. */
    Optional<String> sessionToken();

    /** What to copy. */
    Source source();

    /** Where to. */
    Destination destination();

    /** The storage class of the copies, such as {@code GLACIER_IR}. Default: S3's own, STANDARD. */
    Optional<String> storageClass();

    /** Whether nothing is written, and only said what would be copied. */
    @WithDefault("false")
    @WithConverter(BooleanConverter.class)
    boolean dryRun();

    /** How many copies are in flight at most: 1 to 10000. */
    @WithDefault("64")
    @WithConverter(ConcurrencyConverter.class)
    int concurrency();

    /**
     * After how many failures in a row that are not the objects' own (no permission, no bucket, no answer) the run is
     * stopped. 0: never.
     */
    @WithDefault("10")
    @WithConverter(CountConverter.class)
    int stopAfter();

    /** Seconds from one line of progress to the next. 0: no such lines. */
    @WithDefault("10")
    @WithConverter(CountConverter.class)
    int progress();

    /** Whether the process ends with the job; the command line's {@code --exit} says the same. */
    @WithDefault("false")
    @WithConverter(BooleanConverter.class)
    boolean exit();

    /** The objects to copy. */
    interface Source {

        /** The name of the bucket, or the ARN of an access point. */
        @WithConverter(BucketConverter.class)
        String bucket();

        /** Only keys that begin so. Default: all. */
        Optional<String> prefix();
    }

    /** Where the copies go. */
    interface Destination {

        /** The name of the bucket, or the ARN of an access point. */
        @WithConverter(BucketConverter.class)
        String bucket();

        /** What the copies' keys begin with, in the place of the source's prefix. Default: nothing. */
        Optional<String> prefix();
    }
}

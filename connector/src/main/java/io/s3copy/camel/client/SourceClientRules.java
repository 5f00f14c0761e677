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
package io.s3copy.camel.client;

import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.InvalidParameterException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Checks the source's client: one service makes a server-side copy, so both clients must be at it. */
final class SourceClientRules {

    private SourceClientRules() {}

    static void check(S3AsyncClient destination, S3CopyConfiguration configuration) {
        S3AsyncClient source = configuration.getSourceS3AsyncClient();
        String region = configuration.getSourceRegion();
        if (region != null) {
            checkRegion(region, destination, configuration);
        } else if (source != null
                && !isOneService(ClientRules.endpointOf(destination), ClientRules.endpointOf(source))) {
            throw new InvalidParameterException(
                    "option sourceS3AsyncClient",
                    ClientRules.endpointOf(source),
                    "is of another service than the destination's client (" + ClientRules.endpointOf(destination)
                            + "); a server-side copy is made by one service",
                    "Give both clients the same endpoint");
        } else if (source != null) {
            checkPartition("sourceS3AsyncClient", destination, regionOf(source));
        }
    }

    private static void checkRegion(String region, S3AsyncClient destination, S3CopyConfiguration configuration) {
        if (configuration.getSourceS3AsyncClient() != null) {
            throw refused(region, "stands beside sourceS3AsyncClient, which has a Region", "Leave one of them out");
        } else if (!isOfAnotherRegion(destination, configuration)) {
            return;
        } else if (configuration.getAmazonS3AsyncClient() != null) {
            throw refused(
                    region,
                    "builds a client from options, and the destination's was given or found in the registry:"
                            + " they could be of two accounts",
                    "Give sourceS3AsyncClient; or, to build both, leave amazonS3AsyncClient out and set"
                            + " autowiredEnabled=false on the component");
        } else if (configuration.isAccelerate()) {
            throw refused(
                    region,
                    "is not the destination's, and S3 Transfer Acceleration cannot copy across Regions",
                    "Leave accelerate out");
        }
        checkPartition("sourceRegion", destination, Region.of(region));
    }

    private static InvalidParameterException refused(String region, String rule, String fix) {
        return new InvalidParameterException("option sourceRegion", region, rule, fix);
    }

    /** Each partition of AWS, such as that of China or of the US government, is a service of its own. */
    private static void checkPartition(String option, S3AsyncClient destination, Region source) {
        Region own = regionOf(destination);
        boolean isAws = ClientRules.endpointOf(destination) == null;
        if (isAws
                && !PartitionMetadata.of(own)
                        .id()
                        .equals(PartitionMetadata.of(source).id())) {
            throw new InvalidParameterException(
                    "option " + option,
                    source.id(),
                    "is of another partition of AWS than the destination's Region (" + own.id()
                            + "); a server-side copy is made by one service",
                    "Copy within one partition");
        }
    }

    /** Whether sourceRegion names another Region than the destination's. */
    static boolean isOfAnotherRegion(S3AsyncClient destination, S3CopyConfiguration configuration) {
        String region = configuration.getSourceRegion();
        return region != null && !region.equals(regionOf(destination).id());
    }

    private static Region regionOf(S3AsyncClient client) {
        return client.serviceClientConfiguration().region();
    }

    /** Two Regions of AWS are one service; any other service is its one endpoint. */
    private static boolean isOneService(@Nullable URI one, @Nullable URI other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        return one.getHost().equalsIgnoreCase(other.getHost()) && one.getPort() == other.getPort();
    }
}

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

import java.net.URI;
import java.util.Locale;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * Names the service that a client speaks to, because two services may have buckets of the same name. AWS is one service
 * for each of its partitions, whatever the Region. Any other service is known by its endpoint.
 */
public final class ServiceName {

    private ServiceName() {}

    /** The service of a client, such as {@code aws} or {@code minio.example.org:9000}. */
    public static String of(S3AsyncClient client) {
        URI endpoint = ClientRules.endpointOf(client);
        if (endpoint == null || isAws(client)) {
            return PartitionMetadata.of(client.serviceClientConfiguration().region())
                    .id();
        }
        int usual = "http".equalsIgnoreCase(endpoint.getScheme()) ? 80 : 443;
        int port = endpoint.getPort() < 0 ? usual : endpoint.getPort();
        return endpoint.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** Whether it is known to be AWS. A custom host name that leads to AWS is not known to be. */
    public static boolean isAws(S3AsyncClient client) {
        URI endpoint = ClientRules.endpointOf(client);
        return endpoint == null || endpoint.getHost() == null || isAws(endpoint.getHost());
    }

    /** AWS by its host name: for example an interface endpoint of a VPC, which leads to the same buckets. */
    private static boolean isAws(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".amazonaws.com") || name.endsWith(".amazonaws.com.cn");
    }
}

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

import io.s3copy.parameter.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.s3.DelegatingS3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * A client that the application gives. Two kinds of the AWS SDK's clients do not send a CopyObject unchanged. They first
 * ask for the size of the source, which needs sourceBucket in the request. Then they copy large objects in parts, without
 * conditions and tags.
 */
final class GivenClient {

    private static final Logger LOG = LoggerFactory.getLogger(GivenClient.class);

    /** S3AsyncClient.builder() with multipartEnabled(true). */
    private static final String MULTIPART =
            "software.amazon.awssdk.services.s3.internal.multipart.MultipartS3AsyncClient";
    /** S3AsyncClient.crtBuilder(), S3AsyncClient.crtCreate(). */
    private static final String CRT = "software.amazon.awssdk.services.s3.internal.crt.";

    private GivenClient() {}

    /**
     * The client that sends a request unchanged: the given one, or the one inside a client for multipart uploads.
     *
     * @param option the option that gives it, for errors
     * @throws InvalidParameterException if there is none
     */
    static S3AsyncClient plain(String option, S3AsyncClient given) {
        S3AsyncClient plain = given;
        if (isMultipart(given) && given instanceof DelegatingS3AsyncClient outer) {
            plain = (S3AsyncClient) outer.delegate();
            LOG.debug("{}: copies are sent by the client inside the one with multipartEnabled", option);
        }
        SdkClient inner = plain;
        while (inner instanceof DelegatingS3AsyncClient layer && !isMultipart(inner) && !isCrt(inner)) {
            inner = layer.delegate();
        }
        if (isMultipart(inner) || isCrt(inner)) {
            throw new InvalidParameterException(
                    "option " + option,
                    inner.getClass().getSimpleName(),
                    isCrt(inner)
                            ? "is a client of S3AsyncClient.crtBuilder(), which copies in its own way"
                            : "has multipartEnabled, and so copies in its own way",
                    "Give a client of S3AsyncClient.builder() without multipartEnabled, or none; another client of the"
                            + " registry may stay, if " + option + " names the one to use");
        }
        return plain;
    }

    private static boolean isMultipart(SdkClient client) {
        return client.getClass().getName().equals(MULTIPART);
    }

    private static boolean isCrt(SdkClient client) {
        return client.getClass().getName().startsWith(CRT);
    }
}

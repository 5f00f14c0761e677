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
package io.s3copy.parameter;

import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_SSE_CUSTOMER_ALGORITHM;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY_MD5;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_ALGORITHM;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_KEY_MD5;

import java.util.List;

/** What S3 wants beside a customer key: its algorithm and its MD5, which boto3 fills in and the AWS SDK for Java does not. */
public final class CustomerKeyCompanions {

    private record Trio(CopyParameter key, CopyParameter algorithm, CopyParameter md5) {}

    private static final List<Trio> TRIOS = List.of(
            new Trio(SSE_CUSTOMER_KEY, SSE_CUSTOMER_ALGORITHM, SSE_CUSTOMER_KEY_MD5),
            new Trio(
                    COPY_SOURCE_SSE_CUSTOMER_KEY,
                    COPY_SOURCE_SSE_CUSTOMER_ALGORITHM,
                    COPY_SOURCE_SSE_CUSTOMER_KEY_MD5));

    private static final List<CopyParameter> KEYS =
            TRIOS.stream().map(Trio::key).toList();

    private CustomerKeyCompanions() {}

    /** The algorithm and MD5 rows of the customer keys that the request holds: those of a weaker key do not fit. */
    static List<CopyParameter> of(CopyRequest request) {
        if (!request.hasAny(KEYS)) {
            return List.of();
        }
        return TRIOS.stream()
                .filter(trio -> request.has(trio.key()))
                .flatMap(trio -> List.of(trio.algorithm(), trio.md5()).stream())
                .toList();
    }

    /**
     * The request with algorithm and MD5 beside each customer key.
     *
     * @throws InvalidParameterException when a given MD5 is not that of the key, or an algorithm or MD5 has no key
     */
    public static CopyRequest complete(CopyRequest request) {
        CopyRequest completed = request;
        for (Trio trio : TRIOS) {
            completed = complete(completed, trio);
        }
        return completed;
    }

    private static CopyRequest complete(CopyRequest request, Trio trio) {
        if (!(request.get(trio.key()) instanceof CustomerKey key)) {
            for (CopyParameter companion : List.of(trio.algorithm(), trio.md5())) {
                if (request.has(companion)) {
                    throw request.invalid(
                            companion,
                            "needs a customer key beside it",
                            "Set " + trio.key().option().orElseThrow() + " too, or leave this out");
                }
            }
            return request;
        }
        if (request.has(trio.md5()) && !key.md5().equals(request.text(trio.md5()))) {
            throw request.invalid(
                    trio.md5(),
                    "is not the MD5 of the customer key",
                    "Leave it out: it is computed, or correct the key");
        }
        CopyRequest.Builder builder = request.toBuilder();
        if (!request.has(trio.algorithm())) {
            builder.set(trio.algorithm(), "AES256");
        }
        if (!request.has(trio.md5())) {
            builder.set(trio.md5(), key.md5());
        }
        return builder.build();
    }
}

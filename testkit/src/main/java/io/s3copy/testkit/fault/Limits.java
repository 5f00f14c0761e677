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
package io.s3copy.testkit.fault;

import io.s3copy.testkit.RecordedRequest;

/** S3's own limits, in bytes and numbers; written again here, so that the stub does not believe what it tests. */
final class Limits {

    static final long MAX_SINGLE_COPY = 5_368_709_120L;
    /** The limit of servers that count in powers of ten. */
    static final long DECIMAL_SINGLE_COPY = 5_000_000_000L;

    static final long MIN_PART = 5_242_880L;
    static final long MIN_RANGED_SOURCE = 5_000_000L;
    static final long MAX_OBJECT = 50_000_000_000_000L;
    static final int MAX_PARTS = 10_000;
    static final int PAGE = 1_000;

    private Limits() {}

    /** How many entries a page has at most, as far as the request says. */
    static int page(RecordedRequest request, String parameter) {
        return Math.min(
                PAGE, request.queryParameter(parameter).map(Integer::parseInt).orElse(PAGE));
    }
}

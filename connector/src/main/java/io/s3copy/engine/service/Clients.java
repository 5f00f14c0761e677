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
package io.s3copy.engine.service;

import io.s3copy.engine.s3.S3Calls;

/**
 * S3 as a copy reaches it.
 *
 * @param destination signs the copies, and speaks to what they write
 * @param source speaks to the source, which may be in another Region or account
 * @param traits what the service of both does with what it is sent
 */
public record Clients(S3Calls destination, S3Calls source, ServiceTraits traits) {

    /** The same, which tell of each request that a call makes beside the one that was asked for. */
    public Clients counted(Runnable oneMore) {
        S3Calls counted = destination.counted(oneMore);
        return new Clients(counted, source == destination ? counted : source.counted(oneMore), traits);
    }

    /** The clients of a service that may refuse headers. */
    public static Clients of(S3Calls destination, S3Calls source, ServiceTraits traits) {
        if (traits.isDocumented()) {
            return new Clients(destination, source, traits);
        }
        S3Calls tolerant = new TolerantCalls(destination, traits);
        return new Clients(tolerant, source == destination ? tolerant : new TolerantCalls(source, traits), traits);
    }
}

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
package io.s3copy.bulk.listing;

import io.s3copy.parameter.S3CopyException;

/**
 * A listing that cannot be trusted: its keys are out of order, come twice, or do not lie where they were asked for. A run
 * ends rather than take a key for missing.
 */
public final class ListingException extends S3CopyException {

    private static final long serialVersionUID = 1L;

    public ListingException(String message) {
        super(message, null);
    }
}

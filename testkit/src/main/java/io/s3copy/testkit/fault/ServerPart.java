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

import static io.s3copy.testkit.fault.Quirk.CLAIMS_CUSTOMER_KEYS;
import static io.s3copy.testkit.fault.Quirk.DECODES_PART_SOURCE_TWICE;
import static io.s3copy.testkit.fault.Quirk.EMPTY_ETAG_ON_COMPLETE;
import static io.s3copy.testkit.fault.Quirk.IGNORES_ACL;
import static io.s3copy.testkit.fault.Quirk.IGNORES_CHECKSUMS;
import static io.s3copy.testkit.fault.Quirk.IGNORES_CUSTOMER_KEYS;
import static io.s3copy.testkit.fault.Quirk.IGNORES_CUSTOMER_KEY_ON_COPY;
import static io.s3copy.testkit.fault.Quirk.IGNORES_DELETE_CONDITIONS;
import static io.s3copy.testkit.fault.Quirk.IGNORES_DESTINATION_CONDITIONS;
import static io.s3copy.testkit.fault.Quirk.IGNORES_DESTINATION_CONDITIONS_ON_COPY;
import static io.s3copy.testkit.fault.Quirk.IGNORES_OBJECT_LOCK;
import static io.s3copy.testkit.fault.Quirk.IGNORES_OBJECT_SIZE;
import static io.s3copy.testkit.fault.Quirk.IGNORES_REDIRECT;
import static io.s3copy.testkit.fault.Quirk.IGNORES_SOURCE_CONDITIONS;
import static io.s3copy.testkit.fault.Quirk.IGNORES_TAGGING_AT_CREATE;
import static io.s3copy.testkit.fault.Quirk.IGNORES_TAGGING_DIRECTIVE;
import static io.s3copy.testkit.fault.Quirk.INITIATOR_IS_WHO_ASKS;
import static io.s3copy.testkit.fault.Quirk.NO_ENCRYPTION_ECHO;
import static io.s3copy.testkit.fault.Quirk.NO_ENCRYPTION_ECHO_ON_COPY;
import static io.s3copy.testkit.fault.Quirk.NO_TAGGING;
import static io.s3copy.testkit.fault.Quirk.NO_VERSION_IN_RESULTS;
import static io.s3copy.testkit.fault.Quirk.REFUSES_ENCRYPTION;
import static io.s3copy.testkit.fault.Quirk.REFUSES_MP_OBJECT_SIZE;
import static io.s3copy.testkit.fault.Quirk.REFUSES_REDIRECT;
import static io.s3copy.testkit.fault.Quirk.REFUSES_UNKNOWN_HEADERS;
import static io.s3copy.testkit.fault.Quirk.SEGMENTED_SOURCE_NEVER_MATCHES;
import static io.s3copy.testkit.fault.Quirk.STRAY_BYTES_AFTER_HEAD;
import static io.s3copy.testkit.fault.Quirk.UNKNOWN_ATTRIBUTES_ANSWERS_OBJECT;
import static io.s3copy.testkit.fault.Quirk.UNKNOWN_SUBRESOURCE_ANSWERS_OBJECT;
import static io.s3copy.testkit.fault.Quirk.UNQUOTED_ETAG;

import java.util.Set;

/**
 * The servers of the field, as far as copies meet them. A part has what was seen of the server, and no more: what a
 * server does right or was never asked is as with S3.
 */
public enum ServerPart {
    /** Ceph RGW 16.2. */
    CEPH_16(
            IGNORES_SOURCE_CONDITIONS,
            DECODES_PART_SOURCE_TWICE,
            IGNORES_DESTINATION_CONDITIONS,
            IGNORES_DELETE_CONDITIONS,
            IGNORES_TAGGING_AT_CREATE,
            IGNORES_CUSTOMER_KEY_ON_COPY,
            IGNORES_OBJECT_LOCK,
            IGNORES_REDIRECT,
            IGNORES_OBJECT_SIZE,
            IGNORES_CHECKSUMS,
            UNKNOWN_ATTRIBUTES_ANSWERS_OBJECT,
            UNQUOTED_ETAG,
            EMPTY_ETAG_ON_COMPLETE,
            NO_VERSION_IN_RESULTS,
            INITIATOR_IS_WHO_ASKS),
    /** Swift 2.30 with its s3api. */
    SWIFT(
            SEGMENTED_SOURCE_NEVER_MATCHES,
            NO_TAGGING,
            REFUSES_ENCRYPTION,
            REFUSES_REDIRECT,
            IGNORES_CUSTOMER_KEYS,
            IGNORES_OBJECT_LOCK,
            IGNORES_OBJECT_SIZE,
            IGNORES_CHECKSUMS,
            UNKNOWN_ATTRIBUTES_ANSWERS_OBJECT,
            STRAY_BYTES_AFTER_HEAD),
    /** The S3 gateway of Apache Ozone 2.2. */
    OZONE(
            NO_ENCRYPTION_ECHO,
            IGNORES_OBJECT_LOCK,
            IGNORES_REDIRECT,
            IGNORES_OBJECT_SIZE,
            IGNORES_CHECKSUMS,
            UNKNOWN_SUBRESOURCE_ANSWERS_OBJECT),
    /** S3Proxy 4.1.0 as it comes, without {@code ignoreUnknownHeaders}. */
    S3PROXY(REFUSES_UNKNOWN_HEADERS, NO_TAGGING, IGNORES_DESTINATION_CONDITIONS_ON_COPY, IGNORES_CHECKSUMS),
    /** S3Mock 5.2.3. */
    S3MOCK(
            IGNORES_DESTINATION_CONDITIONS_ON_COPY,
            IGNORES_TAGGING_DIRECTIVE,
            NO_ENCRYPTION_ECHO_ON_COPY,
            CLAIMS_CUSTOMER_KEYS,
            IGNORES_OBJECT_LOCK,
            IGNORES_REDIRECT,
            IGNORES_ACL,
            IGNORES_CHECKSUMS),
    /** MinIO: heeds conditions on the source, and those of Complete. */
    MINIO(IGNORES_DESTINATION_CONDITIONS_ON_COPY, IGNORES_DELETE_CONDITIONS, IGNORES_OBJECT_SIZE),
    /** A VersityGW that does not know {@code x-amz-mp-object-size} yet. */
    VERSITYGW_OLD(REFUSES_MP_OBJECT_SIZE);

    private final Set<Quirk> quirks;

    ServerPart(Quirk... quirks) {
        this.quirks = Set.of(quirks);
    }

    public Set<Quirk> quirks() {
        return quirks;
    }
}

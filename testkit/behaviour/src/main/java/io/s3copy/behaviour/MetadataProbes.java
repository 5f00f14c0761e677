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
package io.s3copy.behaviour;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;

/** Does the server know the metadata directive? */
final class MetadataProbes {

    private MetadataProbes() {}

    static Answer metadataCopied(Bench bench) {
        String key = bench.newKey();
        bench.put(
                bench.source(),
                key,
                "probe",
                put -> put.metadata(Map.of("colour", "red"))
                        .contentType("text/csv")
                        .cacheControl("max-age=60"));
        HeadObjectResponse copy = DestinationProbes.copiedFrom(bench, key, how -> {});
        return Answer.equal(
                "{colour=red}, text/csv, max-age=60",
                copy.metadata() + ", " + copy.contentType() + ", " + copy.cacheControl(),
                "metadata, type and Cache-Control of a copy");
    }

    static Answer metadataReplaced(Bench bench) {
        String key = bench.newKey();
        bench.put(bench.source(), key, "probe", put -> put.metadata(Map.of("colour", "red")));
        return Answer.equal(
                "{shape=round}",
                DestinationProbes.copiedFrom(
                                bench,
                                key,
                                how -> how.metadataDirective(MetadataDirective.REPLACE)
                                        .metadata(Map.of("shape", "round")))
                        .metadata(),
                "the metadata of a copy with REPLACE");
    }

    static Answer metadataCleared(Bench bench) {
        String key = bench.newKey();
        bench.put(bench.source(), key, "probe", put -> put.metadata(Map.of("colour", "red")));
        return Answer.equal(
                "{}",
                DestinationProbes.copiedFrom(bench, key, how -> how.metadataDirective(MetadataDirective.REPLACE))
                        .metadata(),
                "the metadata of a copy with REPLACE and none");
    }

    static Answer contentTypeReplaced(Bench bench) {
        return Answer.equal(
                "image/svg+xml",
                DestinationProbes.copiedFrom(
                                bench,
                                bench.object("probe"),
                                how -> how.metadataDirective(MetadataDirective.REPLACE)
                                        .contentType("image/svg+xml"))
                        .contentType(),
                "the content type of a copy with REPLACE");
    }

    static Answer systemMetadataReplaced(Bench bench) {
        return Answer.equal(
                "no-store, attachment, zstd, de, en",
                system(DestinationProbes.copiedFrom(
                        bench,
                        bench.object("probe"),
                        how -> how.metadataDirective(MetadataDirective.REPLACE)
                                .cacheControl("no-store")
                                .contentDisposition("attachment")
                                .contentEncoding("zstd")
                                .contentLanguage("de, en"))),
                "system metadata of a copy with REPLACE");
    }

    private static String system(HeadObjectResponse head) {
        return head.cacheControl() + ", " + head.contentDisposition() + ", " + head.contentEncoding() + ", "
                + head.contentLanguage();
    }

    static Answer expiresReplaced(Bench bench) {
        return Answer.equal(
                "Tue, 01 Jan 2030 00:00:00 GMT",
                DestinationProbes.copiedFrom(
                                bench,
                                bench.object("probe"),
                                how -> how.metadataDirective(MetadataDirective.REPLACE)
                                        .expires(Instant.parse("2030-01-01T00:00:00Z")))
                        .expiresString(),
                "Expires of a copy with REPLACE");
    }
}

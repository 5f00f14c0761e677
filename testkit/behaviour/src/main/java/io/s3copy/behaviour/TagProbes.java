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

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** Does the server know tags, and the tagging directive? */
final class TagProbes {

    private TagProbes() {}

    static Answer stored(Bench bench) {
        return Answer.equal("{colour=red}", tags(bench, bench.source(), tagged(bench)), "the tags of an object");
    }

    static Answer copied(Bench bench) {
        String copied = bench.newKey();
        Refused.ask(
                "CopyObject",
                SourceProbes.copy(bench, bench.source(), tagged(bench), how -> how.destinationKey(copied)));
        return Answer.equal("{colour=red}", tags(bench, bench.destination(), copied), "the tags of a copy");
    }

    static Answer replaced(Bench bench) {
        String copied = bench.newKey();
        Refused.ask(
                "CopyObject",
                SourceProbes.copy(
                        bench,
                        bench.source(),
                        tagged(bench),
                        how -> how.destinationKey(copied)
                                .taggingDirective(TaggingDirective.REPLACE)
                                .tagging("shape=round")));
        return Answer.equal(
                "{shape=round}", tags(bench, bench.destination(), copied), "the tags of a copy with REPLACE");
    }

    static Answer atCreate(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(bench, create -> create.tagging("colour=red"));
        Refused.ask("CompleteMultipartUpload", upload.complete(List.of(upload.part(1, "bytes=0-99")), how -> {}));
        return Answer.equal(
                "{colour=red}",
                tags(bench, bench.destination(), upload.key()),
                "the tags of an object whose upload began with tags");
    }

    /** An object in the source bucket with the tag {@code colour=red}. */
    static String tagged(Bench bench) {
        String key = bench.object("tagged");
        tag(bench, key);
        return key;
    }

    static void tag(Bench bench, String key) {
        Refused.ask(
                "PutObjectTagging",
                bench.s3()
                        .putObjectTagging(put -> put.bucket(bench.source())
                                .key(key)
                                .tagging(tags -> tags.tagSet(
                                        Tag.builder().key("colour").value("red").build()))));
    }

    static Map<String, String> tags(Bench bench, String bucket, String key) {
        Map<String, String> tags = new TreeMap<>();
        Refused.ask(
                        "GetObjectTagging",
                        bench.s3().getObjectTagging(get -> get.bucket(bucket).key(key)))
                .tagSet()
                .forEach(tag -> tags.put(tag.key(), tag.value()));
        return tags;
    }
}

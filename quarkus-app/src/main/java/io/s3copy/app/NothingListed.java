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
package io.s3copy.app;

import io.s3copy.parameter.Nearest;
import io.s3copy.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Why a listing had nothing: an empty bucket, or a prefix that is not quite what the keys begin with. */
final class NothingListed {

    private static final int SHOWN = 5;
    private static final String DELIMITER = "/";

    private final S3AsyncClient client;
    private final Settings settings;

    NothingListed(S3AsyncClient client, Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** In one line. Costs a request. */
    String explain() {
        String bucket = Printable.of(settings.source().bucket());
        String prefix = settings.source().prefix().orElse("");
        if (prefix.isEmpty()) {
            return "bucket " + bucket + " (s3copy.source.bucket) has no objects";
        }
        String nothing = "bucket " + bucket + " has no key that begins with '" + Printable.of(prefix)
                + "' (s3copy.source.prefix)";
        try {
            return nothing + hint(prefix, names(parent(prefix)));
        } catch (CompletionException e) {
            return nothing + generalHint(prefix);
        }
    }

    /** What stands in the place of the last step of the prefix: folders, and keys without one. */
    private List<String> names(String parent) {
        ListObjectsV2Response page = client.listObjectsV2(
                        list -> list.bucket(settings.source().bucket())
                                .prefix(parent.isEmpty() ? null : parent)
                                .delimiter(DELIMITER)
                                .encodingType(EncodingType.URL))
                .join();
        List<String> names = new ArrayList<>();
        page.commonPrefixes().forEach(folder -> names.add(folder.prefix()));
        page.contents().forEach(object -> names.add(object.key()));
        return names;
    }

    /** A prefix that begins with a slash has nothing above it, and the folders of the bucket are what may be meant. */
    private static String parent(String prefix) {
        String bare = prefix.replaceFirst("/+$", "");
        return bare.substring(0, bare.startsWith(DELIMITER) ? 0 : bare.lastIndexOf('/') + 1);
    }

    static String hint(String prefix, List<String> names) {
        if (names.isEmpty()) {
            String parent = parent(prefix);
            return parent.isEmpty()
                    ? ": it has no objects"
                    : ", and none that begins with '" + Printable.of(parent) + "'" + generalHint(prefix);
        }
        String wanted = bare(prefix);
        for (String name : names) {
            if (bare(name).equals(wanted)) {
                return ". There is '" + Printable.of(name) + "': " + difference(prefix, name);
            }
        }
        String near = Nearest.first(wanted, names).stream()
                .limit(SHOWN)
                .map(name -> "'" + Printable.of(name) + "'")
                .collect(Collectors.joining(", "));
        return ". Keys there begin with " + near + (names.size() > SHOWN ? ", …" : "") + generalHint(prefix);
    }

    private static String difference(String prefix, String name) {
        if (prefix.startsWith(DELIMITER) && !name.startsWith(DELIMITER)) {
            return "write the prefix without the slash before it";
        } else if (prefix.endsWith(DELIMITER) && !name.endsWith(DELIMITER)) {
            return "it is an object, and no folder; write the prefix without the slash behind it";
        }
        return "capitals and small letters differ";
    }

    private static String generalHint(String prefix) {
        return prefix.startsWith(DELIMITER)
                ? ". Write the prefix without the slash before it, unless keys begin with one"
                : ". A prefix is what keys begin with, letter for letter: no bucket, no slash before it, no wildcard";
    }

    /** The name less what people write in different ways. */
    private static String bare(String name) {
        return name.replaceFirst("^/+", "").replaceFirst("/+$", "").toLowerCase(Locale.ROOT);
    }
}

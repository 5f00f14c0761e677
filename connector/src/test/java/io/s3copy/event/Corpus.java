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
package io.s3copy.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Notifications as senders write them, one file for each shape. */
final class Corpus {

    private Corpus() {}

    static String read(String name) {
        try {
            return Files.readString(folder().resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one event of a file. */
    static ObjectEvent only(String name) {
        List<ObjectEvent> events =
                new EventDecoder(DecoderOptions.DEFAULT).decode(read(name)).events();
        if (events.size() != 1) {
            throw new IllegalArgumentException(name + " holds " + events.size() + " events");
        }
        return events.get(0);
    }

    /** In as many notifications of SNS, one in another. */
    static String inEnvelopes(String body, int times) {
        String wrapped = body;
        for (int i = 0; i < times; i++) {
            String text = wrapped.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            wrapped = "{\"Type\":\"Notification\",\"Message\":\"" + text + "\"}";
        }
        return wrapped;
    }

    private static Path folder() {
        try {
            return Path.of(Corpus.class.getResource("/events").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

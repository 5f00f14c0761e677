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
package io.s3copy.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a tool finds that takes its dependencies from Maven: the artifacts of this build as if they were published, and
 * those that the build has fetched. Nothing of ours gets into the repository of who runs the build.
 */
final class OfflineMaven {

    static final String VERSION = System.getProperty("s3copy.version");

    static final Path ROOT = Path.of(System.getProperty("s3copy.root"));
    private static final Path FETCHED = Path.of(System.getProperty("s3copy.maven.repository"));
    /** JVMs of tests that run side by side have one each. */
    private static final Path FOLDER = Path.of("target", "maven-" + System.getProperty("s3copy.fork", "0"));

    private static final Path REMOTE = FOLDER.resolve("remote").toAbsolutePath();
    private static final Path LOCAL = FOLDER.resolve("local").toAbsolutePath();

    private static final String OURS = "io/s3copy";

    /** The folders of what a user of the Kamelets gets, by artifact. */
    private static final Map<String, String> ARTIFACTS = Map.of(
            "s3copy-parent", "",
            "camel-s3copy", "connector",
            "camel-s3copy-routes", "routes",
            "camel-s3copy-kamelets", "kamelets");

    static {
        publish();
    }

    private OfflineMaven() {}

    /** The repository where a tool keeps what it fetched. */
    static Path localRepository() {
        return LOCAL;
    }

    /** The URL of the repository that a tool may fetch from. */
    static String remoteRepository() {
        return REMOTE.toUri().toString();
    }

    private static void publish() {
        try {
            link(FETCHED, REMOTE);
            // a snapshot of an earlier build would be taken for today's
            delete(LOCAL.resolve(OURS));
            for (Map.Entry<String, String> artifact : ARTIFACTS.entrySet()) {
                Path module = ROOT.resolve(artifact.getValue());
                Path folder = Files.createDirectories(REMOTE.resolve(OURS + "/" + artifact.getKey() + "/" + VERSION));
                String name = artifact.getKey() + "-" + VERSION;
                copy(module.resolve("pom.xml"), folder.resolve(name + ".pom"));
                if (!artifact.getValue().isEmpty()) {
                    copy(module.resolve("target/" + name + ".jar"), folder.resolve(name + ".jar"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows what has been fetched, but for what an earlier build of ours may have installed. */
    private static void link(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                Path link = to.resolve(child.getFileName());
                String name = FETCHED.relativize(child).toString();
                if (OURS.startsWith(name + "/")) {
                    link(child, link);
                } else if (!name.equals(OURS) && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(link, child);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                // what is in a folder before the folder
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}

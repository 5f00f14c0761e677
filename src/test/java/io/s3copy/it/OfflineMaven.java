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

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.tooling.maven.MavenDownloaderImpl;
import org.apache.camel.tooling.maven.MavenResolutionException;
import org.apache.commons.io.FileUtils;

/**
 * What a tool finds that takes its dependencies from Maven: the artifacts of this build as if they were published, and
 * those that the build has fetched. Nothing of ours gets into the repository of who runs the build.
 */
final class OfflineMaven {

    static final String VERSION = System.getProperty("s3copy.version");
    static final String CAMEL_JBANG_VERSION = System.getProperty("s3copy.camel-jbang.version");

    static final Path ROOT = Path.of(System.getProperty("s3copy.root"));
    private static final Path FETCHED = Path.of(System.getProperty("s3copy.maven.repository"));
    private static final Path REMOTE = Path.of("target", "maven", "remote").toAbsolutePath();
    private static final Path LOCAL = Path.of("target", "maven", "local").toAbsolutePath();

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

    /** The class path of an artifact with all that it needs. */
    static String classPathOf(String artifact) {
        String before = System.setProperty("maven.repo.local", LOCAL.toString());
        try (MavenDownloaderImpl maven = new MavenDownloaderImpl()) {
            maven.setMavenSettingsLocation("false");
            maven.setMavenCentralEnabled(false);
            maven.setMavenApacheSnapshotEnabled(false);
            maven.build();
            return maven.resolveArtifacts(List.of(artifact), Set.of(remoteRepository()), true, false).stream()
                    .map(resolved -> resolved.getFile().toString())
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (MavenResolutionException | IOException e) {
            throw new IllegalStateException("No class path of " + artifact, e);
        } finally {
            if (before == null) {
                System.clearProperty("maven.repo.local");
            } else {
                System.setProperty("maven.repo.local", before);
            }
        }
    }

    private static void publish() {
        try {
            link(FETCHED, REMOTE);
            // a snapshot of an earlier build would be taken for today's
            FileUtils.deleteDirectory(LOCAL.resolve(OURS).toFile());
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

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}

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
package io.s3copy.app.cli;

import io.s3copy.app.config.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.jspecify.annotations.Nullable;

/** What a command has done, in a folder of this machine that one process at a time works with. */
final class LocalCheckpoint implements AutoCloseable {

    private static final int DIGITS = 16;

    /** A checkpoint of many ranges has some hundred kilobytes. */
    private static final long FILE_BYTES = 16L << 20;

    private static final String FILE = "checkpoint";

    private final Path folder;
    private final FileChannel channel;
    private boolean forgotten;

    private LocalCheckpoint(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Where the checkpoints of all commands are, unless one says otherwise. */
    static Path home() {
        String state = System.getenv("XDG_STATE_HOME");
        Path home = state == null || state.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return home.resolve("s3copy");
    }

    /**
     * The checkpoint of a command.
     *
     * @param command what it does with which objects where
     * @param resume whether it goes on from what is there, rather than begins anew
     * @throws SettingsException if another process is at it
     */
    static LocalCheckpoint open(Path home, String command, boolean resume) {
        Path folder = home.resolve(name(command)).toAbsolutePath();
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new SettingsException("Another process does the same now, and its checkpoint is in " + folder
                        + ". Wait until it has ended");
            }
            if (!resume) {
                Files.deleteIfExists(folder.resolve(FILE));
            }
            return new LocalCheckpoint(folder, channel);
        } catch (IOException e) {
            throw new SettingsException("The checkpoint in " + folder + " cannot be written: " + e
                    + ". Name another folder, or a place in S3, by --checkpoint");
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String name(String command) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(command.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** For the component. */
    StateRepository<String, String> repository() {
        FileStateRepository repository = new FileStateRepository();
        repository.setFileStore(folder.resolve(FILE).toFile());
        repository.setMaxFileStoreSize(FILE_BYTES);
        return repository;
    }

    /** Whether there is something to go on from. */
    boolean isThere() {
        return Files.exists(folder.resolve(FILE));
    }

    Path folder() {
        return folder;
    }

    /** Nothing is left to go on with: once it is closed, the checkpoint is gone. */
    void forget() {
        forgotten = true;
    }

    @Override
    public void close() {
        try {
            if (forgotten) {
                Files.deleteIfExists(folder.resolve(FILE));
            }
            boolean used = isThere();
            // the lock ends with the channel
            channel.close();
            if (!used) {
                Files.deleteIfExists(folder.resolve("lock"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

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
package io.s3copy.bulk.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A report as files of a folder. Each is written to the disk under another name, then renamed, so that whoever reads sees
 * whole files only, after a power cut as well.
 */
public final class FileReports implements ReportSink {

    private static final Logger LOG = LoggerFactory.getLogger(FileReports.class);

    private final Path folder;
    private final Executor blocking;

    /**
     * A report in a folder, which is made when the first file is written.
     *
     * @param blocking runs what waits for the disk
     */
    public FileReports(Path folder, Executor blocking) {
        this.folder = folder.toAbsolutePath().normalize();
        this.blocking = blocking;
    }

    @Override
    public CompletableFuture<Void> write(String name, byte[] content, String contentType) {
        return CompletableFuture.runAsync(() -> write(folder.resolve(name), content), blocking);
    }

    private static void write(Path file, byte[] content) {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        try {
            Files.createDirectories(file.resolveSibling("."));
            writeThrough(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(file.resolveSibling("."));
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written: " + file, e);
        }
    }

    @Override
    public CompletableFuture<byte @Nullable []> read(String name) {
        return CompletableFuture.supplyAsync(() -> read(folder.resolve(name)), blocking);
    }

    private static byte @Nullable [] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be read: " + file, e);
        }
    }

    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** The renaming, too; not every system lets a folder be opened. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("The folder of a report cannot be forced to the disk", e);
        }
    }

    @Override
    public Place place(String name) {
        return new Place(null, folder.resolve(name).toString());
    }
}

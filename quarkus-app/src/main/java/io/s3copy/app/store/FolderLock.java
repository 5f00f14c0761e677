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
package io.s3copy.app.store;

import io.s3copy.app.config.SettingsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of reports, held for this process alone: two processes with databases of their own would write and delete each
 * other's. The system gives it up with the process, however that ends.
 */
final class FolderLock implements AutoCloseable {

    static final String TAKEN = "another process works with this folder, and two would tell each other's runs wrong."
            + " End it, or name another folder";
    static final String FIX = ". See that this process may write to the folder, or name another";

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Makes the folder, if need be, and takes it.
     *
     * @throws SettingsException if another process has it, or it cannot be written
     */
    static FolderLock take(Path folder) {
        FileChannel file = null;
        try {
            Files.createDirectories(folder);
            file = FileChannel.open(folder.resolve("s3copy.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(file) != null) {
                return new FolderLock(file);
            }
            file.close();
        } catch (IOException e) {
            close(file, e);
            throw new SettingsException("s3copy.data=" + folder + ": cannot be written: " + e + FIX);
        }
        throw new SettingsException("s3copy.data=" + folder + ": " + TAKEN);
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            // this very process has it
            return null;
        }
    }

    private static void close(@Nullable FileChannel file, IOException failure) {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

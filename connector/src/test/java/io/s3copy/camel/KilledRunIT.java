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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.checkpoint.CheckpointJson;
import io.s3copy.testkit.JavaCommand;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.synthetic.KeySpace;
import io.s3copy.testkit.synthetic.Shape;
import io.s3copy.testkit.synthetic.SyntheticBucket;
import io.s3copy.testkit.synthetic.SyntheticS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes that copy a bucket are killed (SIGKILL) at random, one after the other, until one comes to the end. Each object is
 * copied, and named once in the report; what is copied again is what was done since the last checkpoint, or in flight.
 *
 * <p>{@code -Ds3copy.kills=20 -Ds3copy.killed.objects=1000000 -Ds3copy.killed.checkpoint=2000} kills more, in a larger bucket.
 */
class KilledRunIT {

    private static final Logger LOG = LoggerFactory.getLogger(KilledRunIT.class);

    private static final int OBJECTS = Integer.getInteger("s3copy.killed.objects", 20_000);
    private static final int KILLS = Integer.getInteger("s3copy.kills", 6);
    private static final long SEED = Long.getLong("s3copy.kills.seed", System.nanoTime());

    private static final int PENDING = 64;
    private static final int CHECKPOINT_MILLIS = Integer.getInteger("s3copy.killed.checkpoint", 200);

    /** Slower than any machine copies: what waits for copies waits for so few each second, and five minutes. */
    private static final int SLOWEST = 20;

    private final KeySpace space = Shape.CLUSTERED.of(OBJECTS);
    private final SyntheticBucket copies = SyntheticBucket.empty(space);

    @AutoClose
    private final SyntheticS3 s3 =
            SyntheticS3.start().bucket("in", SyntheticBucket.full(space)).bucket("out", copies);

    @TempDir
    Path folder;

    private Process start() throws IOException {
        return new ProcessBuilder(JavaCommand.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrefixInAProcess.class.getName(),
                        s3.endpoint().toString(),
                        s3.accessKey(),
                        s3.secretKey(),
                        s3.region(),
                        "in",
                        "out",
                        folder.toString(),
                        Integer.toString(CHECKPOINT_MILLIS),
                        Integer.toString(PENDING)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private static Duration patience(long objects) {
        return Duration.ofMinutes(5).plusSeconds(objects / SLOWEST);
    }

    private long made() {
        return copies.count() + copies.repeats();
    }

    /** Kills a process after so many copies; how many of all that are made no checkpoint knows of. */
    private long kill(long after) throws Exception {
        long until = made() + after;
        Process process = start();
        try {
            Awaitility.await("copies, not only " + made())
                    .pollInterval(1, TimeUnit.MILLISECONDS)
                    .atMost(patience(after))
                    .until(() -> made() >= until || !process.isAlive());
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        // what was sent is still answered
        Awaitility.await().until(() -> s3.requests(S3Operation.COPY_OBJECT) == made());
        return copies.count() - committed();
    }

    /** How many objects are done by the last checkpoint that was written. */
    private long committed() throws IOException {
        Path file = PrefixInAProcess.checkpoints(folder).toPath();
        List<String> written = Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> line.contains("{"))
                        .toList()
                : List.of();
        if (written.isEmpty()) {
            return 0;
        }
        String last = written.get(written.size() - 1);
        return CheckpointJson.read(last.substring(last.indexOf('{'))).counts().objects(What.COPIED);
    }

    /** Each object that a file of results names, as its place in the space. */
    private Stream<Long> named(Path results) {
        try {
            return Files.readAllLines(results).stream()
                    .map(line -> URLDecoder.decode(line.split(",", -1)[1], StandardCharsets.UTF_8))
                    .map(space::indexOf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the run: all processes, which go on with it, report into one. */
    private Path run() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("report"))) {
            List<Path> folders = all.filter(Files::isDirectory).toList();
            assertThat(folders).hasSize(1);
            return folders.get(0);
        }
    }

    private List<Path> results() throws IOException {
        try (Stream<Path> files = Files.list(run().resolve("results"))) {
            // a killed process leaves what it had not finished, under another name
            return files.filter(file -> file.getFileName().toString().endsWith(".csv"))
                    .toList();
        }
    }

    @Test
    void everyObjectIsCopiedAndNamedOnceAndLittleIsRepeated() throws Exception {
        Random random = new Random(SEED);
        List<Long> uncommitted = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            // all but the last process together come to about half of the bucket
            uncommitted.add(kill(random.nextInt(OBJECTS / KILLS)));
        }

        Process last = start();
        assertThat(last.waitFor(patience(OBJECTS).toSeconds(), TimeUnit.SECONDS))
                .isTrue();

        String output = Files.readString(folder.resolve("output"));
        assertThat(output).contains(PrefixInAProcess.COPIED + OBJECTS);
        assertThat(copies.count()).isEqualTo(OBJECTS);
        long most = uncommitted.stream().mapToLong(Long::longValue).sum() + (long) KILLS * PENDING;
        LOG.info(
                "{} objects, {} kills: {} repeated, {} at most; done and in no checkpoint at each kill: {}",
                OBJECTS,
                KILLS,
                copies.repeats(),
                most,
                uncommitted);
        assertThat(copies.repeats())
                .as("repeated, with seed %d; done and in no checkpoint at each kill: %s", SEED, uncommitted)
                .isLessThanOrEqualTo(most);
        BitSet reported = new BitSet(OBJECTS);
        for (Path results : results()) {
            named(results).forEach(index -> {
                assertThat(index).isNotNegative();
                assertThat(reported.get(index.intValue())).as("named twice").isFalse();
                reported.set(index.intValue());
            });
        }
        assertThat(reported.cardinality()).as("named, with seed %d", SEED).isEqualTo(OBJECTS);
        assertThat(run().resolve("summary.json")).exists();
        assertThat(folder.resolve("report/manifest.json")).hasSameTextualContentAs(run().resolve("manifest.json"));
    }
}

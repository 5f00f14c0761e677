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
package io.s3copy.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Files as buckets have them: many small ones, few large ones, and keys that trip up careless code. */
public final class SampleFiles {

    /** Shapes that S3Proxy can store; {@code %d} makes each unique. */
    private static final List<String> KEYS = List.of(
            "photos/2026/04/IMG_%04d.jpg",
            "logs/app/2026-04-01/part-%05d.gz",
            "with space/report %d (final).pdf",
            "plus/a+b+%d.txt",
            "percent/100%%25-%d%%.csv",
            "hash/#%d.md",
            "emoji/\uD83D\uDE80 launch %d.txt",
            "query/file-%d?versionId=null",
            "query/a=b&c=%d;d",
            "deep/%d/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p.bin",
            "unicode/Straße-日本-%d.txt",
            "quotes/it's \"%d\".json");

    private static final int AT_ONCE = 16;
    private static final long SEED = 20260401;

    private SampleFiles() {}

    /** Puts so many files, the same at every call. */
    public static Stored put(S3AsyncClient client, String bucket, int count) {
        Random random = new Random(SEED);
        List<CompletableFuture<?>> waiting = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            byte[] content = new byte[size(random)];
            random.nextBytes(content);
            bytes += content.length;
            String key = key(i);
            waiting.add(client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromBytes(content)));
            if (waiting.size() == AT_ONCE) {
                join(waiting);
            }
        }
        join(waiting);
        return new Stored(count, bytes);
    }

    /** The key of one of them. */
    static String key(int number) {
        return KEYS.get(number % KEYS.size()).formatted(number);
    }

    /** How much was put. */
    public record Stored(int count, long bytes) {}

    private static void join(List<CompletableFuture<?>> waiting) {
        waiting.forEach(CompletableFuture::join);
        waiting.clear();
    }

    private static int size(Random random) {
        int percent = random.nextInt(100);
        if (percent < 5) {
            return 0;
        } else if (percent < 40) {
            return random.nextInt(1, 10 << 10);
        } else if (percent < 80) {
            return random.nextInt(10 << 10, 300 << 10);
        } else if (percent < 95) {
            return random.nextInt(300 << 10, 1500 << 10);
        }
        return random.nextInt(2 << 20, 6 << 20);
    }
}

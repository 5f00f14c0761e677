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
package io.s3copy.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.broker.SqsServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.Test;

/** A permission that is revoked in the middle of a queue; only a stub can be made to do so. */
class SqsCopyPauseTest {

    private static final int MESSAGES = 200;

    private final AtomicBoolean revoked = new AtomicBoolean();
    private final Set<String> copied = ConcurrentHashMap.newKeySet();

    private Response answer(RecordedRequest copy) {
        if (revoked.get()) {
            return Response.error(403, "AccessDenied", "Access Denied");
        }
        copied.add(copy.key());
        return Response.copyObjectResult(RecordingS3.ETAG);
    }

    @Test
    void messagesStayInTheQueueUntilThePermissionIsBack() {
        try (RecordingS3 s3 = RecordingS3.start();
                SqsServer sqs = SqsServer.start()) {
            s3.answer(S3Operation.COPY_OBJECT, this::answer);
            sqs.createQueue("events", 30);
            sqs.createQueue("dead", 30);
            Map<String, String> properties = Map.of(
                    "sqs-copy.queue", "events",
                    "sqs-copy.dead-letter-queue", "dead",
                    "sqs-copy.destination", "archive",
                    "sqs-copy.sources", "inbox",
                    "sqs-copy.visibility", "4",
                    "sqs-copy.wait", "1");
            RouteRun route = RouteRun.start("sqs-copy", s3, sqs.camelProperties(), properties);
            try {
                sqs.send("events", Notifications.put("inbox", "before"));
                await().until(() -> sqs.size("events") == 0);

                revoked.set(true);
                List<String> keys =
                        IntStream.range(0, MESSAGES).mapToObj(i -> "key-" + i).toList();
                sqs.sendAll(
                        "events",
                        keys.stream()
                                .map(key -> Notifications.put("inbox", key))
                                .toList());
                await().until(() -> isSuspended(route));
                s3.reset();
                s3.answer(S3Operation.COPY_OBJECT, this::answer);
                // longer than messages stay invisible by themselves: those that are held are extended
                await().pollDelay(Duration.ofSeconds(6)).until(() -> true);
                assertThat(sqs.size("events")).isEqualTo(MESSAGES);
                assertThat(s3.requests(S3Operation.COPY_OBJECT))
                        .as("probes and, once, what was let in")
                        .hasSizeLessThan(MESSAGES / 4);

                revoked.set(false);
                await().until(() -> sqs.size("events") == 0);
                Set<String> all = new HashSet<>(keys);
                all.add("before");
                assertThat(copied).isEqualTo(all);
                assertThat(isSuspended(route)).isFalse();
                assertThat(sqs.size("dead")).isZero();
            } finally {
                route.close();
            }
        }
    }

    private static boolean isSuspended(RouteRun route) {
        return ServiceHelper.isSuspended(route.camel().getRoute("sqs-copy").getConsumer());
    }
}

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
package io.s3copy.app.live;

import io.s3copy.app.config.HookSpec;
import io.s3copy.app.config.SettingsException;
import io.s3copy.text.Printable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells somebody by an HTTP POST. It is signed as webhooks of GitHub are, with the time before the body, so that the receiver
 * can refuse an old one. Redirects are not followed.
 */
final class Hook {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** Of all of an answer. */
    private static final Duration WHOLE = TIMEOUT.plusSeconds(5);

    private static final int ATTEMPTS = 5;
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final int GOOD = 2;
    private static final int CLASS = 100;
    private static final int TOO_MANY = 429;
    private static final int TIMEOUT_OF_REQUEST = 408;
    private static final int SERVERS_FAULT = 500;
    private static final String MAC = "HmacSHA256";

    /** Waits between two attempts. */
    interface Pause {

        /** Waits so long, or until somebody asks for an end. Returns whether nobody did. */
        boolean goesOn(long millis) throws InterruptedException;
    }

    /**
     * What became of it.
     *
     * @param told whether somebody has it; null where that was broken off
     * @param what for people
     */
    record Outcome(@Nullable Boolean told, String what) {}

    private final HookSpec spec;
    private final InstantSource clock;
    private final Duration whole;
    private final HttpClient http;

    Hook(HookSpec spec, InstantSource clock) {
        this(spec, clock, WHOLE);
    }

    /** The same with another time for all of an answer. */
    Hook(HookSpec spec, InstantSource clock, Duration whole) {
        this.whole = whole;
        this.spec = spec;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(TIMEOUT)
                .build();
    }

    /**
     * Sends it, several times if need be.
     *
     * @param id the same for each attempt, and for those of a later process
     * @param json what is sent
     */
    Outcome tell(String id, String json, Pause pause) throws InterruptedException {
        String why = "";
        long wait = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++, wait *= 2) {
            try {
                int status = send(id, json);
                if (status / CLASS == GOOD) {
                    return new Outcome(true, "The hook at " + spec.host() + " was told (" + status + ")");
                }
                why = "it answers " + status;
                if (status < SERVERS_FAULT && status != TOO_MANY && status != TIMEOUT_OF_REQUEST) {
                    break;
                }
            } catch (IOException e) {
                why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            } catch (SettingsException e) {
                why = String.valueOf(e.getMessage());
            }
            if (attempt < ATTEMPTS && !pause.goesOn(wait)) {
                return new Outcome(null, "");
            }
        }
        return new Outcome(false, "The hook at " + spec.host() + " was not told: " + Printable.of(why));
    }

    private int send(String id, String json) throws IOException, InterruptedException {
        String time = Long.toString(clock.instant().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(spec.url())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "s3copy")
                .header("X-S3copy-Delivery", id)
                .header("X-S3copy-Timestamp", time)
                .POST(BodyPublishers.ofString(json));
        String secret = spec.secret();
        if (secret != null) {
            request.header("X-S3copy-Signature", "sha256=" + signature(secret, time + "." + json));
        }
        // the time limit of a request ends with the headers of its answer: a body that never ends must not be waited
        // for
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request.build(), BodyHandlers.discarding());
        try {
            return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("its answer does not end", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each JDK has " + MAC, e);
        }
    }
}

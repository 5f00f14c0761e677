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
package io.s3copy.engine.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests by Signature Version 4. A day's key is computed once, a digest and a MAC are kept for each thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Authenticating requests</a>
 */
final class Signer {

    /** What a request carries beside what it asks: names in lower case, and their values, in the order of names. */
    @SuppressWarnings("ArrayRecordComponent") // for one request, and for its eyes only
    record Signed(String uri, String[] names, String[] values, Instant time) {}

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String END = "aws4_request";
    private static final String HMAC = "HmacSHA256";
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DAY = 8;
    private static final int LAST_ASCII = 127;

    private final Clock clock;
    private volatile Duration skew = Duration.ZERO;
    private volatile Second second = new Second(Long.MIN_VALUE, "");
    private volatile @Nullable DayKey dayKey;
    private final ThreadLocal<Tools> tools = ThreadLocal.withInitial(Tools::new);

    private record Second(long epoch, String text) {}

    /** The key of a day, for one identity, Region and service. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record DayKey(String day, Identity identity, String region, String service, byte[] key, String scope) {

        boolean isOf(String wantedDay, Identity who, Address where) {
            return identity.equals(who)
                    && day.equals(wantedDay)
                    && region.equals(where.region())
                    && service.equals(where.service());
        }
    }

    /** What one thread signs with. */
    private static final class Tools {
        private final MessageDigest digest = digest();
        private final Mac mac = mac();
        private final StringBuilder text = new StringBuilder(512);
        private byte[] bytes = new byte[1024];
        private byte @Nullable [] keyed;

        private static MessageDigest digest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Mac mac() {
            try {
                return Mac.getInstance(HMAC);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        byte[] hmac(byte[] key, String message) {
            if (keyed != key) {
                try {
                    mac.init(new SecretKeySpec(key, HMAC));
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
                keyed = key;
            }
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        }

        String sha256(byte[] bytes) {
            return HEX.formatHex(digest.digest(bytes));
        }

        /** Of a text that is nearly always ASCII, and is digested without a copy of it. */
        String sha256(StringBuilder ascii) {
            int length = ascii.length();
            if (bytes.length < length) {
                bytes = new byte[length * 2];
            }
            for (int at = 0; at < length; at++) {
                char one = ascii.charAt(at);
                if (one > LAST_ASCII) {
                    return sha256(ascii.toString().getBytes(StandardCharsets.UTF_8));
                }
                bytes[at] = (byte) one;
            }
            digest.update(bytes, 0, length);
            return HEX.formatHex(digest.digest());
        }
    }

    Signer(Clock clock) {
        this.clock = clock;
    }

    /** From now on signs with the time of the service, whose answer had this date. */
    void correct(Instant date) {
        skew = Duration.between(clock.instant(), date);
    }

    Signed sign(HttpCall call, Address address, Identity identity) {
        Tools own = tools.get();
        Instant now = clock.instant().plus(skew);
        String time = time(now);
        String day = time.substring(0, DAY);
        DayKey key = key(day, identity, address, own);
        byte[] body = call.body();
        String bodyHash = body.length == 0 ? EMPTY : own.sha256(body);
        boolean session = identity.sessionToken() != null;
        int ours = session ? 4 : 3;
        List<String> asked = call.names();
        int count = asked.size();
        String[] names = new String[count + ours + 1];
        String[] values = new String[names.length];
        for (int at = 0; at < count; at++) {
            insert(names, values, at, asked.get(at), call.values().get(at));
        }
        insert(names, values, count, "host", address.authority());
        insert(names, values, count + 1, "x-amz-content-sha256", bodyHash);
        insert(names, values, count + 2, "x-amz-date", time);
        if (session) {
            insert(names, values, count + 3, "x-amz-security-token", String.valueOf(identity.sessionToken()));
        }
        int signed = count + ours;

        StringBuilder text = own.text;
        text.setLength(0);
        text.append(address.path());
        if (call.key() != null) {
            text.append('/');
            UriText.encode(call.key(), true, text);
        }
        if (text.isEmpty()) {
            text.append('/');
        }
        String path = text.toString();
        String query = call.query();

        text.setLength(0);
        text.append(call.method()).append('\n').append(path).append('\n');
        text.append(call.signedQuery()).append('\n');
        for (int at = 0; at < signed; at++) {
            text.append(names[at]).append(':');
            appendValue(text, values[at]);
            text.append('\n');
        }
        text.append('\n');
        int from = text.length();
        for (int at = 0; at < signed; at++) {
            text.append(at == 0 ? "" : ";").append(names[at]);
        }
        String signedNames = text.substring(from);
        text.append('\n').append(bodyHash);
        String requestHash = own.sha256(text);

        text.setLength(0);
        text.append(ALGORITHM).append('\n').append(time).append('\n').append(key.scope());
        text.append('\n').append(requestHash);
        String signature = HEX.formatHex(own.hmac(key.key(), text.toString()));

        text.setLength(0);
        text.append(ALGORITHM)
                .append(" Credential=")
                .append(identity.accessKeyId())
                .append('/')
                .append(key.scope());
        text.append(", SignedHeaders=")
                .append(signedNames)
                .append(", Signature=")
                .append(signature);
        names[signed] = "authorization";
        values[signed] = text.toString();
        return new Signed(query.isEmpty() ? path : path + '?' + query, names, values, now);
    }

    private static void insert(String[] names, String[] values, int count, String name, String value) {
        int at = count;
        while (at > 0 && names[at - 1].compareTo(name) > 0) {
            names[at] = names[at - 1];
            values[at] = values[at - 1];
            at--;
        }
        names[at] = name;
        values[at] = value;
    }

    /** Without the white space around it, and with one space for each run of it inside. */
    private static void appendValue(StringBuilder text, String value) {
        int end = value.length();
        int at = 0;
        while (at < end && value.charAt(at) <= ' ') {
            at++;
        }
        while (end > at && value.charAt(end - 1) <= ' ') {
            end--;
        }
        boolean blank = false;
        for (; at < end; at++) {
            char one = value.charAt(at);
            boolean white = one == ' ' || (one >= '\t' && one <= '\r');
            if (!white) {
                text.append(one);
            } else if (!blank) {
                text.append(' ');
            }
            blank = white;
        }
    }

    private String time(Instant now) {
        Second last = second;
        if (last.epoch() != now.getEpochSecond()) {
            last = new Second(now.getEpochSecond(), TIME.format(now));
            second = last;
        }
        return last.text();
    }

    private DayKey key(String day, Identity identity, Address address, Tools own) {
        DayKey known = dayKey;
        if (known != null && known.isOf(day, identity, address)) {
            return known;
        }
        byte[] key = ("AWS4" + identity.secretKey()).getBytes(StandardCharsets.UTF_8);
        for (String step : Arrays.asList(day, address.region(), address.service(), END)) {
            key = own.hmac(key, step);
        }
        String scope = day + '/' + address.region() + '/' + address.service() + '/' + END;
        DayKey made = new DayKey(day, identity, address.region(), address.service(), key, scope);
        dayKey = made;
        return made;
    }
}

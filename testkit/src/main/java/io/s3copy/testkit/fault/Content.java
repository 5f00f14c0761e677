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
package io.s3copy.testkit.fault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * The bytes of an object, without the bytes: which run of which state of which source they are. Runs that belong
 * together are one, so that equal contents are equal, however they were put together.
 */
public record Content(List<Extent> extents) {

    /**
     * A run of bytes.
     *
     * @param state the state of an object that the bytes were first put with
     * @param from the first byte's place in that state
     */
    public record Extent(String state, long from, long length) {}

    public Content {
        extents = List.copyOf(extents);
    }

    /** The whole content of a new state. */
    static Content of(String state, long size) {
        return new Content(List.of(new Extent(state, 0, size)));
    }

    /** The whole content of what was sent. */
    static Content of(byte[] bytes) {
        return of("sent " + HexFormat.of().formatHex(md5().digest(bytes)), bytes.length);
    }

    static Content join(Collection<Content> pieces) {
        List<Extent> joined = new ArrayList<>();
        for (Content piece : pieces) {
            for (Extent next : piece.extents) {
                Extent last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
                if (last != null && last.state.equals(next.state) && last.from + last.length == next.from) {
                    joined.set(joined.size() - 1, new Extent(last.state, last.from, last.length + next.length));
                } else {
                    joined.add(next);
                }
            }
        }
        return new Content(joined);
    }

    public long size() {
        return extents.stream().mapToLong(Extent::length).sum();
    }

    /** A range of it, both ends included. */
    Content slice(long first, long last) {
        List<Extent> kept = new ArrayList<>();
        long at = 0;
        for (Extent extent : extents) {
            long begin = Math.max(first, at);
            long end = Math.min(last + 1, at + extent.length);
            if (begin < end) {
                kept.add(new Extent(extent.state, extent.from + begin - at, end - begin));
            }
            at += extent.length;
        }
        return new Content(kept);
    }

    /** The ETag of an object or part that was written in one piece: 32 hex digits in quotes. */
    String eTag() {
        return '"' + HexFormat.of().formatHex(digest("md5")) + '"';
    }

    /** What stands for the CRC64NVME of the bytes; that of a whole follows from those of its pieces, as it does with CRCs. */
    String checksum() {
        long whole = 0;
        for (Extent extent : extents) {
            long before = MadeUpCrc.followedBy(beginning(extent.state, extent.from), extent.length);
            long ofExtent = beginning(extent.state, extent.from + extent.length) ^ before;
            whole = MadeUpCrc.followedBy(whole, extent.length) ^ ofExtent;
        }
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(whole).array());
    }

    /** The made-up checksum of the first bytes of a state. */
    private static long beginning(String state, long bytes) {
        return bytes == 0
                ? 0
                : ByteBuffer.wrap(md5().digest(("crc64nvme" + state + "#" + bytes).getBytes(StandardCharsets.UTF_8)))
                        .getLong();
    }

    private byte[] digest(String kind) {
        return md5().digest((kind + extents).getBytes(StandardCharsets.UTF_8));
    }

    /** The ETag of an object that was written in parts: the digest of their digests, and their number. */
    static String eTagOfParts(Collection<String> eTags) {
        MessageDigest md5 = md5();
        eTags.forEach(eTag -> md5.update(HexFormat.of().parseHex(eTag.replace("\"", ""))));
        return '"' + HexFormat.of().formatHex(md5.digest()) + '-' + eTags.size() + '"';
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}

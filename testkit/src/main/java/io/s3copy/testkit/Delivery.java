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
package io.s3copy.testkit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * How an answer travels: at once and whole, or in one of the ways in which S3, a proxy or the network makes it arrive
 * late, in pieces or not at all.
 *
 * @param held the first byte is sent when this completes, however it completes
 * @param bodyHeld the body (after the XML declaration and white space) is sent when this completes
 * @param whiteSpaceChunks chunks of one space each, sent between the head and the XML
 * @param whiteSpaceFirst white space goes before the XML declaration, not after it
 * @param bodyBytes the connection is cut after so many bytes of the body; negative sends it whole
 * @param cut the connection is cut before the first byte of the answer
 * @param filler so many bytes follow the body, made as they are sent
 * @param oddities what is not as S3 sends it
 */
public record Delivery(
        CompletionStage<?> held,
        CompletionStage<?> bodyHeld,
        int whiteSpaceChunks,
        boolean whiteSpaceFirst,
        int bodyBytes,
        boolean cut,
        long filler,
        Set<Oddity> oddities) {

    private static final CompletionStage<?> DONE = CompletableFuture.completedFuture("at once");

    static final Delivery WHOLE_AT_ONCE = new Delivery(DONE, DONE, 0, false, -1, false, 0, Set.of());

    public Delivery {
        oddities = Set.copyOf(oddities);
    }

    Delivery heldUntil(CompletionStage<?> stage) {
        return new Delivery(stage, bodyHeld, whiteSpaceChunks, whiteSpaceFirst, bodyBytes, cut, filler, oddities);
    }

    Delivery bodyHeldUntil(CompletionStage<?> stage) {
        return new Delivery(held, stage, whiteSpaceChunks, whiteSpaceFirst, bodyBytes, cut, filler, oddities);
    }

    Delivery withWhiteSpace(int chunks, boolean first) {
        return new Delivery(held, bodyHeld, chunks, first, bodyBytes, cut, filler, oddities);
    }

    Delivery truncatedAfter(int bytes) {
        return new Delivery(held, bodyHeld, whiteSpaceChunks, whiteSpaceFirst, bytes, cut, filler, oddities);
    }

    Delivery beforeAnswerCut() {
        return new Delivery(held, bodyHeld, whiteSpaceChunks, whiteSpaceFirst, bodyBytes, true, filler, oddities);
    }

    Delivery filledWith(long bytes) {
        return new Delivery(held, bodyHeld, whiteSpaceChunks, whiteSpaceFirst, bodyBytes, cut, bytes, oddities);
    }

    Delivery with(Oddity oddity) {
        Set<Oddity> more = EnumSet.of(oddity);
        more.addAll(oddities);
        return new Delivery(
                held,
                bodyHeld,
                whiteSpaceChunks,
                whiteSpaceFirst,
                bodyBytes,
                cut,
                filler,
                Collections.unmodifiableSet(more));
    }

    boolean is(Oddity oddity) {
        return oddities.contains(oddity);
    }

    boolean chunked() {
        return whiteSpaceChunks > 0 || bodyHeld != DONE;
    }

    boolean truncated() {
        return bodyBytes >= 0;
    }
}

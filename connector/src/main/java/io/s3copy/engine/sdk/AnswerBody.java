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
package io.s3copy.engine.sdk;

import io.s3copy.engine.answer.AnswerXml;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.exception.NonRetryableException;
import software.amazon.awssdk.utils.BinaryUtils;

/**
 * The body of an answer in XML: whole and corrected, because the SDK collects it anyway. One that is not what was asked for is cut
 * off when its beginning says so, and not read to its end.
 */
final class AnswerBody implements Publisher<ByteBuffer> {

    /** By then the root of an answer has been named. */
    private static final int BEGINNING = 1024;

    private static final int SHOWN = 60;

    private final Publisher<ByteBuffer> sent;
    private final @Nullable String root;
    private final Consumer<String> cutOff;
    private final Consumer<byte[]> read;

    /**
     * A body.
     *
     * @param root what the name of its root contains; null where it may be anything
     * @param cutOff hears of the beginning of one that is cut off
     * @param read hears of the whole of one that is read
     */
    AnswerBody(Publisher<ByteBuffer> sent, @Nullable String root, Consumer<String> cutOff, Consumer<byte[]> read) {
        this.sent = sent;
        this.root = root;
        this.cutOff = cutOff;
        this.read = read;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> reader) {
        sent.subscribe(new Collected(reader));
    }

    private final class Collected implements Subscriber<ByteBuffer>, Subscription {

        private final Subscriber<? super ByteBuffer> reader;
        private final AtomicBoolean asked = new AtomicBoolean();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        /** Set by the publisher before it sends anything. */
        @SuppressWarnings("NullAway.Init")
        private Subscription source;

        private boolean accepted = root == null;
        private volatile boolean ended;

        private Collected(Subscriber<? super ByteBuffer> reader) {
            this.reader = reader;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            source = subscription;
            reader.onSubscribe(this);
        }

        /** Whoever asks for a first piece gets the whole as one. */
        @Override
        public void request(long pieces) {
            if (asked.compareAndSet(false, true)) {
                source.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void cancel() {
            ended = true;
            source.cancel();
        }

        @Override
        public void onNext(ByteBuffer piece) {
            if (ended) {
                return;
            }
            bytes.writeBytes(BinaryUtils.copyBytesFrom(piece));
            if (!accepted && !accepts(bytes.size() >= BEGINNING)) {
                refuse();
                source.cancel();
            }
        }

        /**
         * Whether it may be what was asked for.
         *
         * @param told whether enough came to tell
         */
        private boolean accepts(boolean told) {
            byte[] all = bytes.toByteArray();
            int length = Math.min(all.length, BEGINNING);
            String name = AnswerXml.root(all, length).orElse(null);
            accepted = name != null && (name.contains(root) || name.equals("error"));
            boolean undecided = name == null && !told && AnswerXml.mayBegin(Arrays.copyOf(all, length));
            return accepted || undecided;
        }

        private void refuse() {
            ended = true;
            byte[] all = bytes.toByteArray();
            String beginning = new String(all, 0, Math.min(all.length, SHOWN), StandardCharsets.ISO_8859_1);
            cutOff.accept(beginning);
            reader.onError(NonRetryableException.create("The answer is not what was asked for, and was cut off"));
        }

        @Override
        public void onError(Throwable failure) {
            if (!ended) {
                ended = true;
                reader.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (ended) {
                return;
            }
            if (!accepted && !accepts(true)) {
                refuse();
                return;
            }
            ended = true;
            if (bytes.size() > 0) {
                byte[] mended = AnswerXml.mended(bytes.toByteArray());
                read.accept(mended);
                reader.onNext(ByteBuffer.wrap(mended));
            }
            reader.onComplete();
        }
    }
}

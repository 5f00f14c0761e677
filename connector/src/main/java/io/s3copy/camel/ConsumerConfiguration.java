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

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of the consumer alone. No logic: values are read and checked when it starts. */
@UriParams
public abstract class ConsumerConfiguration extends MirrorConfiguration {

    @UriParam(label = "consumer", defaultValue = "0")
    private int maxMessagesPerPoll = 0;

    @UriParam(label = "consumer", defaultValue = "true")
    private boolean idempotent = true;

    @UriParam(label = "consumer", defaultValue = "100000")
    private int rememberedObjects = 100000;

    @UriParam(label = "consumer", defaultValue = "100")
    private int maxDenied = 100;

    @UriParam(label = "consumer", defaultValue = "none")
    private AfterRead afterRead = AfterRead.none;

    @UriParam(label = "consumer")
    private @Nullable String afterReadTags;

    @UriParam(label = "consumer")
    private @Nullable String moveTo;

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /**
     * The most objects that a poll sends; the next poll goes on behind them. Default: 0, which is all.
     */
    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public boolean isIdempotent() {
        return idempotent;
    }

    /**
     * Send an object only once, until it changes: until its ETag or its time of modification is another. An
     * object whose exchange fails is sent again. With false, each pass sends every object.
     */
    public void setIdempotent(boolean idempotent) {
        this.idempotent = idempotent;
    }

    public int getRememberedObjects() {
        return rememberedObjects;
    }

    /**
     * With idempotent and without an idempotentRepository: how many objects are remembered in memory, until the
     * process ends. Objects that are gone are forgotten. What is beyond it is sent again by each pass.
     */
    public void setRememberedObjects(int rememberedObjects) {
        this.rememberedObjects = rememberedObjects;
    }

    public int getMaxDenied() {
        return maxDenied;
    }

    /**
     * How many objects in a row may fail because S3 denies them. One more ends the poll, as does any other
     * failure of S3 that every object would meet: the poll fails, the health check shows it, and the next poll
     * begins again.
     */
    public void setMaxDenied(int maxDenied) {
        this.maxDenied = maxDenied;
    }

    public AfterRead getAfterRead() {
        return afterRead;
    }

    /**
     * What becomes of an object whose exchange ended well: none, delete it, tag it (afterReadTags), or move it
     * (moveTo). Only the object that was listed, never a newer one: delete and move are on condition of its
     * ETag, and a service that is not known to heed that keeps the object (deleteSourceUnchecked). No version
     * is named, so a versioned bucket keeps it.
     */
    public void setAfterRead(AfterRead afterRead) {
        this.afterRead = afterRead;
    }

    public @Nullable String getAfterReadTags() {
        return afterReadTags;
    }

    /**
     * With afterRead=tag: the tags to add, as a query string, a=1&amp;b=2 (URL-encoded). Needs
     * s3:GetObjectTagging and s3:PutObjectTagging.
     */
    public void setAfterReadTags(@Nullable String afterReadTags) {
        this.afterReadTags = afterReadTags;
    }

    public @Nullable String getMoveTo() {
        return moveTo;
    }

    /**
     * With afterRead=move: where to, as s3://bucket or s3://bucket/prefix/, at the same service. The prefix is
     * put before the whole key.
     */
    public void setMoveTo(@Nullable String moveTo) {
        this.moveTo = moveTo;
    }
}

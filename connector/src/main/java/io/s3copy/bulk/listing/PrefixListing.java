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
package io.s3copy.bulk.listing;

import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.parameter.BucketKind;
import io.s3copy.text.Printable;
import io.s3copy.text.Unicode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a bucket behind a prefix, page by page. Holds each page to the order that S3 promises.
 *
 * @param calls lists
 * @param requests repeats what fails in passing
 * @param all what is listed; its prefix is not part of the keys of a {@link KeyRange}
 * @param versions whether versions and delete markers are listed, rather than objects
 */
public record PrefixListing(ListCalls calls, Requests requests, ListQuery all, boolean versions) {

    /**
     * A page of a chain of pages.
     *
     * @param objects in order, behind the key that was asked for
     * @param end the last key that the server told of, behind the prefix; what was asked for where it told of none
     * @param page what the server answered
     * @param skipped whether the server told of keys that were not asked for, as it ignores {@code start-after}
     */
    public record Page(List<ListedObject> objects, @Nullable String end, ObjectPage page, boolean skipped) {

        /** Whether there is no page behind it. */
        public boolean isLast() {
            return !page.truncated();
        }
    }

    /** How much of each key is the prefix. */
    int prefixLength() {
        return all.prefix().length();
    }

    /** Whether the order of keys is none: directory buckets have none, and S3 says so. */
    public boolean isUnordered() {
        return BucketKind.of(all.bucket()) == BucketKind.DIRECTORY;
    }

    /** The first page behind a key, which is told without the prefix; null for the first of all. */
    public CompletableFuture<Page> first(@Nullable String after) {
        ListQuery query = all.after(after == null ? null : all.prefix() + after);
        return ask(query).thenApply(page -> read(page, after, null));
    }

    /** The page behind another of the same chain. */
    public CompletableFuture<Page> next(Page before, @Nullable String after) {
        ObjectPage page = before.page();
        return ask(all.next(page.nextAfter(), page.nextToken())).thenApply(answer -> read(answer, after, before));
    }

    private CompletableFuture<ObjectPage> ask(ListQuery query) {
        return requests.send(() -> versions ? calls.listVersions(query) : calls.listObjects(query));
    }

    private Page read(ObjectPage page, @Nullable String after, @Nullable Page before) {
        if (page.truncated() && before != null && before.page().isAt(page)) {
            throw new ListingException(
                    named() + " does not go on: the server tells the same place of the next page again");
        }
        List<ListedObject> objects = page.objects();
        for (ListedObject object : objects) {
            if (!object.key().startsWith(all.prefix())) {
                throw new ListingException(
                        named() + " has a key that does not begin with the prefix: " + Printable.of(object.key())
                                + ". The server does not heed prefix; no such listing can be trusted");
            }
        }
        if (isUnordered()) {
            return new Page(objects, null, page, false);
        }
        String end = before == null ? null : before.end();
        ListedObject last = null;
        for (ListedObject object : objects) {
            boolean ordered = last == null
                    ? end == null || isOrdered(end, 0, object)
                    : isOrdered(last.key(), prefixLength(), object);
            if (!ordered) {
                throw new ListingException(
                        named() + " is out of order: " + Printable.of(object.key()) + " comes behind "
                                + Printable.of(last == null ? all.prefix() + end : last.key())
                                + ". Keys could be missed; no such listing can be trusted");
            }
            last = object;
        }
        String reached = last == null ? end : last.key().substring(prefixLength());
        return behind(objects, after, reached == null ? after : reached, page);
    }

    /** Versions of one key may come one behind the other. */
    private boolean isOrdered(String before, int from, ListedObject object) {
        int order = Unicode.compare(before, from, object.key(), prefixLength());
        return versions ? order <= 0 : order < 0;
    }

    /** Leaves out what was not asked for. */
    private Page behind(List<ListedObject> objects, @Nullable String after, @Nullable String end, ObjectPage page) {
        if (after == null || objects.isEmpty() || isBehind(objects.get(0), after)) {
            return new Page(objects, end, page, false);
        }
        List<ListedObject> kept =
                objects.stream().filter(object -> isBehind(object, after)).toList();
        return new Page(kept, end, page, true);
    }

    private boolean isBehind(ListedObject object, String after) {
        return Unicode.compare(object.key(), prefixLength(), after, 0) > 0;
    }

    /** What it lists, for people. */
    String named() {
        String prefix = all.prefix().isEmpty() ? "" : " with prefix " + Printable.of(all.prefix());
        return "the listing of bucket " + Printable.of(all.bucket()) + prefix;
    }
}

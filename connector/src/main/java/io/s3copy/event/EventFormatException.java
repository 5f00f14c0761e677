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
package io.s3copy.event;

/**
 * A body that is not a notification: poison. Another attempt cannot succeed, so the message belongs in the dead letter queue
 * at once. The message says where in the document what was expected, with a short printable excerpt of what was there.
 */
public final class EventFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN_LENGTH = 100;

    private final String where;
    private final String expected;

    /**
     * @param where a JSON pointer; within a text that holds a document of its own, the pointer goes on after {@code #}
     * @param expected what should be there
     * @param found what is there, already safe to show
     */
    EventFormatException(String where, String expected, String found) {
        super("Not a notification about objects: expected " + expected
                + (where.isEmpty() ? "" : " at " + shown(where))
                + ", found " + found);
        this.where = where;
        this.expected = expected;
    }

    /** The end of a long way says more than its beginning. */
    private static String shown(String where) {
        return where.length() <= SHOWN_LENGTH ? where : "…" + where.substring(where.length() - SHOWN_LENGTH + 1);
    }

    /**
     * Where in the document: a JSON pointer, empty for all of it. Within a text that holds a document of its own, the
     * pointer goes on after {@code #}: {@code /Message#/Records/0/s3}.
     */
    public String where() {
        return where;
    }

    /** What should be there. */
    public String expected() {
        return expected;
    }
}

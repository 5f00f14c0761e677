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

import com.fasterxml.jackson.databind.JsonNode;
import io.s3copy.text.Unicode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value in a document, which knows its place. Members that steer a copy are read strictly; those that only inform are
 * null when they are not what they should be.
 */
record Element(JsonNode node, String where) {

    /** Of any server: with the capitals and underscores of old buckets, and the colon of Ceph's tenants. */
    private static final Pattern BUCKET_NAME = Pattern.compile("[A-Za-z0-9._:-]{1,255}");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    boolean has(String name) {
        return node.has(name);
    }

    boolean hasText(String name) {
        return node.path(name).isTextual();
    }

    boolean hasObject(String name) {
        return node.path(name).isObject();
    }

    boolean hasArray(String name) {
        return node.path(name).isArray();
    }

    /** Whether a text begins so. */
    boolean begins(String name, String start) {
        return hasText(name) && node.path(name).textValue().startsWith(start);
    }

    boolean says(String name, String text) {
        return text.equals(node.path(name).textValue());
    }

    Element at(String name) {
        return new Element(node.path(name), where + "/" + name);
    }

    List<Element> elements() {
        List<Element> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new Element(node.get(i), where + "/" + i));
        }
        return elements;
    }

    EventFormatException expected(String what) {
        return new EventFormatException(where, what, Excerpt.of(node));
    }

    /** This value, which must be an object. */
    Element object() {
        if (!node.isObject()) {
            throw expected("an object");
        }
        return this;
    }

    /** This value, which must be an array. */
    Element array() {
        if (!node.isArray()) {
            throw expected("an array");
        }
        return this;
    }

    /** The text that must be here. */
    String text(String what) {
        if (!node.isTextual()) {
            throw expected(what);
        }
        return node.textValue();
    }

    /** A text that steers, or null when there is none or an empty one. */
    @Nullable
    String textOrNull(String name) {
        Element member = at(name);
        if (member.node.isMissingNode() || member.node.isNull()) {
            return null;
        }
        String text = member.text("a text");
        return text.isEmpty() ? null : member.unicode(text);
    }

    /** A text that only informs. */
    @Nullable
    String note(String name) {
        return node.path(name).textValue();
    }

    /** A time that only informs: ISO-8601, with any offset. */
    @Nullable
    Instant time(String name) {
        String text = note(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A time that only informs: how many of a unit have passed since 1970. */
    @Nullable
    Instant epoch(String name, ChronoUnit unit) {
        JsonNode time = node.path(name);
        try {
            return time.isIntegralNumber() && time.canConvertToLong()
                    ? Instant.EPOCH.plus(time.longValue(), unit)
                    : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** A number of bytes, or null. Some senders write it as a text, and none as an empty one. */
    @Nullable
    Long bytesOrNull(String name) {
        Element member = at(name);
        JsonNode size = member.node;
        if (size.isMissingNode() || size.isNull()) {
            return null;
        } else if (size.isIntegralNumber() && size.canConvertToLong() && size.longValue() >= 0) {
            return size.longValue();
        } else if (size.isTextual() && size.textValue().isEmpty()) {
            return null;
        } else if (size.isTextual() && NUMBER.matcher(size.textValue()).matches()) {
            return Long.valueOf(size.textValue());
        }
        throw member.expected("a number of bytes");
    }

    /** The name of a bucket. */
    String bucket() {
        String name = text("the name of a bucket");
        if (!BUCKET_NAME.matcher(name).matches()) {
            throw expected("the name of a bucket");
        }
        return name;
    }

    boolean isBucket() {
        return node.isTextual() && BUCKET_NAME.matcher(node.textValue()).matches();
    }

    /** Half a surrogate pair has no UTF-8: it would silently become a question mark. */
    String unicode(String text) {
        if (Unicode.hasHalfPair(text)) {
            throw expected("Unicode without halves of surrogate pairs");
        }
        return text;
    }
}

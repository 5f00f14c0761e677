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
package io.s3copy.app.cli;

import io.s3copy.app.config.SettingsException;
import io.s3copy.camel.S3Place;
import io.s3copy.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a command is about, and where they go.
 *
 * @param many whether it is about all objects under a prefix, rather than one
 * @param source the object; or the bucket, and what keys begin with
 * @param strip what the copies' keys lack
 * @param pattern of the component, for what the prefix alone does not say; or null
 * @param destination the copy; or the folder that the copies go to
 */
record Scope(
        boolean many,
        S3Place source,
        String strip,
        @Nullable String pattern,
        S3Place destination) {

    /** Of a command that copies one object unless it is told otherwise. */
    static Scope of(S3Uri source, S3Uri destination, boolean recursive, boolean raw) {
        refuseWildcard(destination, raw);
        if (!raw && source.hasWildcard()) {
            return pattern(source.place(), destination.place().folder());
        }
        return recursive ? folders(source, destination) : one(source, destination);
    }

    /** Of a command that is always about many objects. */
    static Scope ofMany(S3Uri source, S3Uri destination, boolean raw) {
        return of(source, destination, true, raw);
    }

    private static void refuseWildcard(S3Uri destination, boolean raw) {
        if (!raw && destination.hasWildcard()) {
            throw new SettingsException("'" + Printable.of(destination.text())
                    + "' has a wildcard, and a destination is one place. Write a prefix such as s3://bucket/prefix/, or add --raw if the key has"
                    + " this character");
        }
    }

    private static Scope folders(S3Uri source, S3Uri destination) {
        S3Place from = source.place().folder();
        return new Scope(true, from, from.key(), null, destination.place().folder());
    }

    private static Scope pattern(S3Place source, S3Place destination) {
        String key = source.key();
        int at = S3Uri.wildcard(key);
        String literal = key.substring(0, at);
        String strip = literal.substring(0, literal.lastIndexOf('/') + 1);
        String rest = key.substring(at);
        String pattern = rest.equals("*") ? null : Patterns.anchored(literal, "source", rest);
        return new Scope(true, new S3Place(source.bucket(), literal), strip, pattern, destination);
    }

    private static Scope one(S3Uri source, S3Uri destination) {
        String key = source.place().key();
        if (key.isEmpty() || key.endsWith("/")) {
            throw new SettingsException(
                    "'" + Printable.of(source.text()) + "' names no object but all that is under it. Add --recursive");
        }
        S3Place to = destination.place();
        String name = key.substring(key.lastIndexOf('/') + 1);
        S3Place copy = to.key().isEmpty() || to.key().endsWith("/") ? new S3Place(to.bucket(), to.key() + name) : to;
        return new Scope(false, source.place(), "", null, copy);
    }
}

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
package io.s3copy.parameter;

/**
 * Where a value goes in an HTTP request to S3.
 *
 * @param place the part of the request
 * @param name the name there, in S3's spelling
 */
public record Wire(Place place, String name) {

    /** The parts of a request that carry parameters. */
    public enum Place {
        HEADER,
        /** A header for each entry of a map, with this prefix. */
        HEADER_PREFIX,
        QUERY,
        PATH,
        PAYLOAD,
        /** A piece of the copy source header. */
        SOURCE,
        /** Another way to write the parameter of that name. */
        ALIAS
    }

    static Wire header(String name) {
        return new Wire(Place.HEADER, name);
    }

    static Wire headerPrefix(String name) {
        return new Wire(Place.HEADER_PREFIX, name);
    }

    static Wire query(String name) {
        return new Wire(Place.QUERY, name);
    }

    static Wire path(String name) {
        return new Wire(Place.PATH, name);
    }

    static Wire payload(String name) {
        return new Wire(Place.PAYLOAD, name);
    }

    static Wire ofSource(String name) {
        return new Wire(Place.SOURCE, name);
    }

    static Wire alias(String name) {
        return new Wire(Place.ALIAS, name);
    }
}

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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * In which order versions and delete markers stand in a listing. The SDK has one list of each, which does not tell it, and
 * no member does: two may be of the same second.
 *
 * @param markers which places have a delete marker
 * @param length how many places there are
 */
record VersionOrder(BitSet markers, int length) {

    private static final String VERSION = "Version";
    private static final String MARKER = "DeleteMarker";

    /** Of a listing of objects, which a server sends that does not know {@code ?versions}; its root tells nothing. */
    private static final String OBJECT = "Contents";

    private static final VersionOrder NONE = new VersionOrder(new BitSet(), -1);

    /**
     * As the XML of the answer has it: text in XML has no angle brackets, so that what begins with one is an element. That of
     * nothing where it lists objects.
     */
    static VersionOrder of(byte[] xml) {
        BitSet markers = new BitSet();
        int length = 0;
        for (int at = 0; at < xml.length; at++) {
            if (xml[at] != '<') {
                continue;
            }
            int end = at + 1;
            int name = end;
            while (end < xml.length && !isEndOfName(xml[end])) {
                name = xml[end] == ':' ? end + 1 : name;
                end++;
            }
            if (is(MARKER, xml, name, end)) {
                markers.set(length);
                length++;
            } else if (is(VERSION, xml, name, end)) {
                length++;
            } else if (is(OBJECT, xml, name, end)) {
                return NONE;
            }
            at = end - 1;
        }
        return new VersionOrder(markers, length);
    }

    private static boolean isEndOfName(byte character) {
        return character == '>' || character == '/' || character == '<' || (character >= 0 && character <= ' ');
    }

    private static boolean is(String wanted, byte[] xml, int from, int to) {
        return to - from == wanted.length()
                && wanted.equals(new String(xml, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** Whether it is the order of so many versions and delete markers. */
    boolean isOf(int versionCount, int markerCount) {
        return length == versionCount + markerCount && markers.cardinality() == markerCount;
    }

    /** Both in one list. */
    <T> List<T> merge(List<? extends T> ofVersions, List<? extends T> ofMarkers) {
        List<T> merged = new ArrayList<>(length);
        int markersSoFar = 0;
        for (int at = 0; at < length; at++) {
            if (markers.get(at)) {
                merged.add(ofMarkers.get(markersSoFar));
                markersSoFar++;
            } else {
                merged.add(ofVersions.get(at - markersSoFar));
            }
        }
        return merged;
    }
}

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
package io.s3copy.testkit.synthetic;

import io.s3copy.testkit.S3Xml;
import java.nio.charset.StandardCharsets;

/** Writes pages of listings as S3 does, a thousand keys in less than a millisecond. */
final class PageXml {

    private static final int ENTRY = 400;
    private static final char[] TIME = "0000-00-00T00:00:00.000Z".toCharArray();
    private static final String PLAIN = "-_.*/";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final StringBuilder xml;
    private final boolean encoded;

    /**
     * A page.
     *
     * @param encoded whether keys are percent-encoded
     * @param entries how many there will be
     */
    PageXml(boolean encoded, int entries) {
        this.encoded = encoded;
        this.xml = new StringBuilder(500 + entries * ENTRY);
    }

    PageXml element(String name, String text) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(text)
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    PageXml key(String name, String key) {
        if (!encoded) {
            xml.append(S3Xml.element(name, key));
            return this;
        }
        xml.append('<').append(name).append('>');
        for (int at = 0; at < key.length(); at++) {
            char character = key.charAt(at);
            if (isPlain(character)) {
                xml.append(character);
            } else if (character == ' ') {
                xml.append('+');
            } else {
                int end = at + (Character.isHighSurrogate(character) ? 2 : 1);
                for (byte of : key.substring(at, Math.min(end, key.length())).getBytes(StandardCharsets.UTF_8)) {
                    xml.append('%').append(HEX[(of >> 4) & 0xF]).append(HEX[of & 0xF]);
                }
                at = end - 1;
            }
        }
        xml.append("</").append(name).append('>');
        return this;
    }

    private static boolean isPlain(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || PLAIN.indexOf(character) >= 0;
    }

    PageXml begin(String name) {
        xml.append('<').append(name).append('>');
        return this;
    }

    PageXml end(String name) {
        xml.append("</").append(name).append('>');
        return this;
    }

    /** What an object says of itself. */
    PageXml object(long size, String eTag) {
        xml.append("<ETag>&quot;").append(eTag, 1, eTag.length() - 1).append("&quot;</ETag><Size>");
        xml.append(size).append("</Size><StorageClass>STANDARD</StorageClass>");
        return this;
    }

    PageXml lastModified(long second) {
        xml.append("<LastModified>").append(time(second)).append("</LastModified>");
        return this;
    }

    static char[] time(long second) {
        char[] time = TIME.clone();
        DateText.date(Math.floorDiv(second, DateText.SECONDS_OF_DAY), time, 0);
        DateText.time(Math.floorMod(second, DateText.SECONDS_OF_DAY), time, 11, 3);
        return time;
    }

    /** The whole as a document. */
    String document(String root) {
        return S3Xml.document(root, xml.toString());
    }
}

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
package io.s3copy.engine.http;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.s3copy.engine.answer.AnswerXml;
import io.s3copy.parameter.S3CopyException;
import java.io.ByteArrayInputStream;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML of an answer from element to element. It knows neither DTDs nor entities but those of XML itself, and names
 * no file. What no parser takes although it is plain what it means is corrected first.
 */
final class Xml {

    /** What cannot be read as XML. */
    static final class UnreadableXmlException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableXmlException(String message) {
            super(message, null, false, false);
        }
    }

    private static final InputFactoryImpl FACTORY = new InputFactoryImpl();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private final XMLStreamReader reader;

    private Xml(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * Reads a document.
     *
     * @param read reads it, beginning at its root
     * @throws UnreadableXmlException if it is no XML, also after it was corrected
     */
    static <T> T read(byte[] bytes, Function<Xml, T> read) {
        try {
            return readOnce(bytes, read);
        } catch (UnreadableXmlException e) {
            byte[] mended = AnswerXml.mended(bytes);
            if (mended == bytes) {
                throw e;
            }
            return readOnce(mended, read);
        }
    }

    private static <T> T readOnce(byte[] bytes, Function<Xml, T> read) {
        int from = 0;
        while (from < bytes.length && bytes[from] <= ' ' && bytes[from] >= 0) {
            from++;
        }
        if (from == bytes.length) {
            throw new UnreadableXmlException("it is empty");
        }
        try {
            XMLStreamReader reader =
                    FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes, from, bytes.length - from), "UTF-8");
            try {
                Xml xml = new Xml(reader);
                if (xml.child() == null) {
                    throw new UnreadableXmlException("it has no root");
                }
                T value = read.apply(xml);
                // what is cut short behind what was wanted is cut short
                while (reader.hasNext()) {
                    reader.next();
                }
                return value;
            } finally {
                reader.close();
            }
        } catch (UnreadableXmlException | S3CopyException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // Aalto throws unchecked exceptions, too: of text that ends early, or a prefix that may not be declared
            throw new UnreadableXmlException(String.valueOf(e.getMessage()));
        }
    }

    /** The name of the element that begins here, without its prefix. */
    String name() {
        return reader.getLocalName();
    }

    /** Goes to the next child of this element, and tells its name; at the end of this element, null. */
    @Nullable
    String child() {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return reader.getLocalName();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    return null;
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw new UnreadableXmlException(String.valueOf(e.getMessage()));
        }
    }

    /** The text of this element, which has no children, and goes to its end. */
    String text() {
        try {
            return reader.getElementText();
        } catch (XMLStreamException e) {
            throw new UnreadableXmlException(String.valueOf(e.getMessage()));
        }
    }

    /** Goes to the end of this element. */
    void skip() {
        try {
            for (int depth = 1; depth > 0; ) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        } catch (XMLStreamException e) {
            throw new UnreadableXmlException(String.valueOf(e.getMessage()));
        }
    }
}

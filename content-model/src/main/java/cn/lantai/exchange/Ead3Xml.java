package cn.lantai.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML in the namespace of EAD3, one element on each line unless it stands in text. */
final class Ead3Xml {

  static final String NAMESPACE = "http://ead3.archivists.org/schema/";

  /** What XML 1.0 cannot hold. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]");

  private final XMLStreamWriter xml;
  private final Deque<Boolean> hasLines = new ArrayDeque<>();
  private boolean lostCharacters;

  Ead3Xml(OutputStream out) throws IOException {
    try {
      xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.setDefaultNamespace(NAMESPACE);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
    } catch (XMLStreamException failure) {
      throw io(failure);
    }
  }

  /** Attributes are written by name; those without a value are left out. */
  Ead3Xml open(String name, Map<String, String> attributes) throws IOException {
    try {
      newLine();
      hasLines.push(false);
      xml.writeStartElement(NAMESPACE, name);
      if (hasLines.size() == 1) {
        xml.writeDefaultNamespace(NAMESPACE);
      }
      for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
        if (!attribute.getValue().isEmpty()) {
          xml.writeAttribute(attribute.getKey(), clean(attribute.getValue()));
        }
      }
      return this;
    } catch (XMLStreamException failure) {
      throw io(failure);
    }
  }

  Ead3Xml open(String name) throws IOException {
    return open(name, Map.of());
  }

  Ead3Xml close() throws IOException {
    try {
      boolean lines = hasLines.pop();
      if (lines) {
        xml.writeCharacters("\n" + " ".repeat(hasLines.size()));
      }
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException failure) {
      throw io(failure);
    }
  }

  /** An element with nothing but text in it. */
  Ead3Xml text(String name, Map<String, String> attributes, String text) throws IOException {
    open(name, attributes);
    try {
      xml.writeCharacters(clean(text));
    } catch (XMLStreamException failure) {
      throw io(failure);
    }
    return close();
  }

  Ead3Xml text(String name, String text) throws IOException {
    return text(name, Map.of(), text);
  }

  void end() throws IOException {
    try {
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException failure) {
      throw io(failure);
    }
  }

  /** Whether a character was replaced since this was last asked. */
  boolean lostCharacters() {
    boolean lost = lostCharacters;
    lostCharacters = false;
    return lost;
  }

  private void newLine() throws XMLStreamException {
    if (!hasLines.isEmpty()) {
      hasLines.pop();
      hasLines.push(true);
      xml.writeCharacters("\n" + " ".repeat(hasLines.size()));
    }
  }

  private String clean(String text) {
    if (!FORBIDDEN.matcher(text).find()) {
      return text;
    }
    lostCharacters = true;
    return FORBIDDEN.matcher(text).replaceAll("\uFFFD");
  }

  private static IOException io(XMLStreamException failure) {
    return failure.getNestedException() instanceof IOException cause
        ? cause
        : new IOException(failure);
  }
}

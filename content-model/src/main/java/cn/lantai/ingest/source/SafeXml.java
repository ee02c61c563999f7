package cn.lantai.ingest.source;

import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that others wrote. A document type may stand there, as it does in many finding aids; it
 * is never read, nothing is fetched, and a reference to any entity but the five of XML itself is
 * refused. Depth and the size of texts are limited.
 */
final class SafeXml implements AutoCloseable {

  private static final int DEEPEST = 200;

  /** Elements and texts in one tree. */
  private static final int MOST_NODES = 500_000;

  private static final XMLInputFactory FACTORY = factory();

  private final String file;
  private final BufferedInputStream bytes;
  private final XMLStreamReader reader;
  private int depth;
  private int nodes;

  private SafeXml(Path path) throws IOException, XMLStreamException {
    this.file = path.getFileName().toString();
    this.bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    this.reader = FACTORY.createXMLStreamReader(new MarkupGuard(bytes));
  }

  /** Reads one document. */
  @FunctionalInterface
  interface Reading {
    void read(SafeXml xml) throws IOException, XMLStreamException;
  }

  /**
   * @throws UnreadableSourceException if the document is not well-formed, or is refused
   */
  static void read(Path file, Reading reading) throws IOException {
    try (SafeXml xml = new SafeXml(file)) {
      reading.read(xml);
    } catch (MarkupGuard.TooLongException tooLong) {
      throw tooLong(file.getFileName().toString());
    } catch (XMLStreamException broken) {
      if (broken.getNestedException() instanceof MarkupGuard.TooLongException) {
        throw tooLong(file.getFileName().toString());
      }
      throw notWellFormed(file.getFileName().toString(), broken);
    }
  }

  private static XMLInputFactory factory() {
    // The platform's own, whatever else is on the class path: these limits were tried with it.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Nothing is fetched: " + systemId);
        });
    return factory;
  }

  /** Moves to the next start or end of an element; false at the end of the document. */
  boolean next() throws IOException, XMLStreamException {
    while (reader.hasNext()) {
      int event = reader.next();
      refuseEntity(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        requireShallow();
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        return true;
      }
    }
    return false;
  }

  boolean isStart() {
    return reader.isStartElement();
  }

  String name() {
    return reader.getLocalName();
  }

  int line() {
    return reader.getLocation().getLineNumber();
  }

  /** The element that just started, without its content. */
  XmlElement element() {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return new XmlElement(reader.getLocalName(), attributes);
  }

  /** The element that just started with all that is in it, up to its end. */
  XmlElement tree() throws IOException, XMLStreamException {
    nodes = 0;
    return subtree();
  }

  private XmlElement subtree() throws IOException, XMLStreamException {
    XmlElement element = element();
    while (reader.hasNext()) {
      int event = reader.next();
      refuseEntity(event);
      if (++nodes > MOST_NODES) {
        throw tooLong(file);
      }
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          requireShallow();
          element.add(subtree());
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return element;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            element.add(reader.getText());
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
    }
    return element;
  }

  /** Passes over the element that just started. */
  void skip() throws IOException, XMLStreamException {
    int outside = depth - 1;
    while (depth > outside && next()) {
      // Nothing of it is wanted.
    }
  }

  private void requireShallow() throws UnreadableSourceException {
    if (++depth > DEEPEST) {
      throw new UnreadableSourceException(
          Place.row(file, line()),
          LocalizedText.of("元素嵌套超过 " + DEEPEST + " 层", "Elements are nested too deeply"),
          LocalizedText.of("请检查文件是否由程序误生成", "Check what wrote the file"));
    }
  }

  private void refuseEntity(int event) throws UnreadableSourceException {
    if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new UnreadableSourceException(
          Place.row(file, line()),
          LocalizedText.of(
              "引用了实体 &" + reader.getLocalName() + ";，为安全起见不予展开",
              "Refers to the entity &" + reader.getLocalName() + ";, which is never resolved"),
          LocalizedText.of(
              "请把实体换成它所代表的文字，再重新导入",
              "Put the text that it stands for in its place, then import again"));
    }
  }

  private static UnreadableSourceException tooLong(String file) {
    return new UnreadableSourceException(
        Place.file(file),
        LocalizedText.of("有一段文字或标签过长", "A text or a tag is too long"),
        LocalizedText.of("请把过长的文字移出文件", "Take the long text out of the file"));
  }

  private static UnreadableSourceException notWellFormed(String file, XMLStreamException broken) {
    int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
    String message = String.valueOf(broken.getMessage()).replaceAll("(?s).*Message: ", "");
    return new UnreadableSourceException(
        Place.row(file, Math.max(0, line)),
        LocalizedText.of("不是合法的 XML：" + message, "Not well-formed XML: " + message),
        LocalizedText.of("请用 XML 编辑器在这一行改正", "Mend this line in an XML editor"));
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException ignored) {
      // It was read to where it was needed.
    }
    bytes.close();
  }
}

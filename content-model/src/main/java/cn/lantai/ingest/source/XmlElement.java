package cn.lantai.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An element of an XML document with what is in it; names without their namespaces. */
final class XmlElement {

  private static final Set<String> LINES =
      Set.of(
          "p", "item", "head", "lb", "defitem", "chronitem", "row", "label", "list", "legalstatus");

  private final String name;
  private final Map<String, String> attributes;

  /** Texts and elements. */
  private final List<Object> content = new ArrayList<>();

  XmlElement(String name, Map<String, String> attributes) {
    this.name = name;
    this.attributes = Map.copyOf(attributes);
  }

  void add(Object textOrElement) {
    content.add(textOrElement);
  }

  String name() {
    return name;
  }

  /** Empty if the attribute is not there. */
  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  Stream<XmlElement> children() {
    return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
  }

  Stream<XmlElement> children(String wanted) {
    return children().filter(child -> child.name.equals(wanted));
  }

  /** This element and all in it, in the order of the document. */
  Stream<XmlElement> all() {
    return Stream.concat(Stream.of(this), children().flatMap(XmlElement::all));
  }

  /** The text of the element itself, every character of it. */
  String verbatim() {
    return content.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.joining());
  }

  /** The text of the element and all in it, on one line. */
  String text() {
    return String.join(" ", lines().replace('\n', ' ').split("\\s+")).strip();
  }

  /** As {@link #text}, with a new line for each paragraph, item and the like. */
  String lines() {
    StringBuilder text = new StringBuilder();
    write(text);
    return text.toString()
        .replaceAll("[ \\t\\r]+", " ")
        .replaceAll(" ?\n ?", "\n")
        .replaceAll("\n{2,}", "\n")
        .strip();
  }

  private void write(StringBuilder text) {
    for (Object each : content) {
      if (each instanceof XmlElement child) {
        boolean line = LINES.contains(child.name);
        text.append(line ? "\n" : "");
        child.write(text);
        text.append(line ? "\n" : "");
      } else {
        // Line breaks of the file mean nothing.
        text.append(((String) each).replaceAll("\\s+", " "));
      }
    }
  }
}

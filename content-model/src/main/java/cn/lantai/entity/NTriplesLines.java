package cn.lantai.entity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterNT;

/** Writes the triples of one graph, sorted. A node that occurs again is formatted only once. */
final class NTriplesLines {

  private final NodeFormatterNT formatter = new NodeFormatterNT();
  private final Map<Node, String> iris = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  void add(Triple triple) {
    lines.add(
        text(triple.getSubject())
            + ' '
            + text(triple.getPredicate())
            + ' '
            + text(triple.getObject())
            + " .\n");
  }

  byte[] toBytes() {
    Collections.sort(lines);
    return String.join("", lines).getBytes(StandardCharsets.UTF_8);
  }

  private String text(Node node) {
    return node.isURI() ? iris.computeIfAbsent(node, this::formatIri) : format(node);
  }

  private String formatIri(Node node) {
    String iri = node.getURI();
    return iri.chars().allMatch(NTriplesLines::isPlain) ? '<' + iri + '>' : format(node);
  }

  /** Of letters and common signs, which nothing escapes; the formatter asks for each much more. */
  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '/'
        || c == '#'
        || c == ':'
        || c == '.'
        || c == '-'
        || c == '_';
  }

  private String format(Node node) {
    StringWriterI text = new StringWriterI();
    formatter.format(text, node);
    text.flush();
    return text.toString();
  }
}

package cn.lantai.entity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterNT;

/** Writes the triples of one graph, sorted. A node that occurs again is formatted only once. */
public final class NTriplesLines {

  private static final NodeFormatterNT FORMATTER = new NodeFormatterNT();

  private final Map<Node, String> iris = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  /** One triple, without the end of the line. */
  public static String line(Triple triple) {
    return line(triple, NTriplesLines::format);
  }

  private static String line(Triple triple, Function<Node, String> text) {
    return text.apply(triple.getSubject())
        + ' '
        + text.apply(triple.getPredicate())
        + ' '
        + text.apply(triple.getObject())
        + " .";
  }

  void add(Triple triple) {
    lines.add(line(triple, this::text) + '\n');
  }

  byte[] toBytes() {
    Collections.sort(lines);
    return String.join("", lines).getBytes(StandardCharsets.UTF_8);
  }

  private String text(Node node) {
    return node.isURI() ? iris.computeIfAbsent(node, NTriplesLines::format) : format(node);
  }

  private static String format(Node node) {
    boolean plain = node.isURI() && node.getURI().chars().allMatch(NTriplesLines::isPlain);
    return plain ? '<' + node.getURI() + '>' : escaped(node);
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

  private static String escaped(Node node) {
    StringWriterI text = new StringWriterI();
    FORMATTER.format(text, node);
    text.flush();
    return text.toString();
  }
}

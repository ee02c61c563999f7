package cn.lantai.ontology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;

/** Checks graphs against the shapes of the profile. Safe for use by many threads. */
public final class ProfileCheck {

  private final Graph shapesGraph = Profile.shapes();
  private final Shapes shapes = Shapes.parse(shapesGraph);

  /** What is wrong with the graph; empty if it satisfies the profile. */
  public List<Violation> violations(Graph graph) {
    return ShaclValidator.get().validate(shapes, graph).getEntries().stream()
        .map(this::violation)
        .toList();
  }

  /** The report carries one message; the shape that it comes from has one in each language. */
  private Violation violation(ReportEntry entry) {
    Map<String, String> messages = new HashMap<>();
    if (entry.source() != null) {
      shapesGraph
          .find(entry.source(), SHACL.message, Node.ANY)
          .mapWith(triple -> triple.getObject())
          .forEach(m -> messages.put(m.getLiteralLanguage(), m.getLiteralLexicalForm()));
    }
    return new Violation(
        entry.focusNode().toString(),
        entry.resultPath() == null ? "" : entry.resultPath().toString(),
        messages.getOrDefault("zh", entry.message()),
        messages.getOrDefault("en", entry.message()));
  }

  /**
   * One thing that is wrong.
   *
   * @param node the part of the entity that is wrong
   * @param path the property; empty if it is the part as a whole
   */
  public record Violation(String node, String path, String zh, String en) {}
}

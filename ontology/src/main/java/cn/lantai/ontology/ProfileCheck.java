package cn.lantai.ontology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Checks graphs of one entity against the profile: all of them against the shapes in {@code
 * shapes.ttl}, records and sets against the elements of description at their level as well. Safe
 * for use by many threads.
 */
public final class ProfileCheck {

  /** For what has no level. */
  private final Rules common = new Rules(Profile.shapes());

  private final Map<Level, Rules> rules = new EnumMap<>(Level.class);
  private final Map<Level, Rules> obligations = new EnumMap<>(Level.class);

  public ProfileCheck() {
    for (Level level : Level.values()) {
      Graph both = GraphMemFactory.createDefaultGraph();
      GraphUtil.addInto(both, Profile.shapes());
      GraphUtil.addInto(both, DescriptionShapes.rules(level));
      rules.put(level, new Rules(both));
      obligations.put(level, new Rules(DescriptionShapes.obligations(level)));
    }
  }

  /** What is wrong with the graph; empty if it can be taken in. */
  public List<Violation> violations(Graph graph) {
    return level(graph).map(rules::get).orElse(common).violations(graph);
  }

  /** What the standard requires of a record or set at its level and the graph does not say. */
  public List<Violation> gaps(Graph graph) {
    return level(graph).map(level -> obligations.get(level).violations(graph)).orElse(List.of());
  }

  /** The level of a record or a set; empty for all else. */
  private static Optional<Level> level(Graph graph) {
    Optional<Node> type =
        graph
            .find(Node.ANY, Rico.hasRecordSetType.asNode(), Node.ANY)
            .mapWith(triple -> triple.getObject())
            .nextOptional();
    if (type.isPresent()) {
      return type.filter(Node::isURI).flatMap(node -> Level.ofType(node.getURI()));
    }
    boolean record =
        graph.contains(Node.ANY, RDF.type.asNode(), Rico.Record.asNode())
            && !graph.contains(Node.ANY, DCTerms.type.asNode(), Lt.term("publication").asNode())
            && !graph.contains(Node.ANY, DCTerms.type.asNode(), Lt.term("loan").asNode());
    return record ? Optional.of(Level.ITEM) : Optional.empty();
  }

  /**
   * Shapes with their messages. Most rules of a level have nothing to check in a description, so
   * they are left out for graphs that have the same in common: five times as fast.
   */
  private static final class Rules {

    private static final int MAX_REMEMBERED = 1_000;

    private final Graph graph;
    private final Shapes shapes;
    private final Map<Node, List<Node>> oneTermRules = new HashMap<>();
    private final Map<Matter, Shapes> byMatter = new ConcurrentHashMap<>();

    /**
     * What decides which rules have something to check.
     *
     * @param properties all that occur
     * @param disputed the rules that allow one term of a list where there are several
     */
    private record Matter(Set<Node> properties, Set<Node> disputed) {}

    Rules(Graph graph) {
      this.graph = graph;
      shapes = Shapes.parse(graph);
      graph
          .find(Node.ANY, SHACL.qualifiedMaxCount, Node.ANY)
          .forEach(rule -> terms(rule.getSubject()).forEach(term -> note(term, rule.getSubject())));
    }

    private void note(Node term, Node rule) {
      oneTermRules.computeIfAbsent(term, key -> new ArrayList<>()).add(rule);
    }

    private List<Node> terms(Node rule) {
      Node values = object(rule, SHACL.qualifiedValueShape);
      return GraphList.members(GNode.create(graph, object(values, SHACL.in)));
    }

    private Node object(Node subject, Node property) {
      return graph.find(subject, property, Node.ANY).next().getObject();
    }

    List<Violation> violations(Graph data) {
      Shapes rules = relevant(data);
      // Most graphs are sound, and to make a report takes longer than to find that out.
      return ShaclValidator.get().conforms(rules, data)
          ? List.of()
          : ShaclValidator.get().validate(rules, data).getEntries().stream()
              .map(this::violation)
              .toList();
    }

    private Shapes relevant(Graph data) {
      Matter matter = matter(data);
      Shapes known = byMatter.get(matter);
      if (known == null && byMatter.size() < MAX_REMEMBERED) {
        known = without(matter);
        byMatter.put(matter, known);
      }
      return known == null ? shapes : known;
    }

    private Matter matter(Graph data) {
      Set<Node> properties = new HashSet<>();
      Set<Node> touched = new HashSet<>();
      Set<Node> disputed = new HashSet<>();
      data.find()
          .forEach(
              triple -> {
                properties.add(triple.getPredicate());
                for (Node rule : oneTermRules.getOrDefault(triple.getObject(), List.of())) {
                  if (!touched.add(rule)) {
                    disputed.add(rule);
                  }
                }
              });
      return new Matter(properties, disputed);
    }

    /** The shapes without those that have nothing to check. */
    private Shapes without(Matter matter) {
      Graph needed = GraphMemFactory.createDefaultGraph();
      graph
          .find()
          .filterDrop(
              triple ->
                  triple.getPredicate().equals(SHACL.property)
                      && isIdle(triple.getObject(), matter))
          .forEach(needed::add);
      return Shapes.parse(needed);
    }

    private boolean isIdle(Node rule, Matter matter) {
      if (graph.contains(rule, SHACL.qualifiedMaxCount, Node.ANY)) {
        return !matter.disputed().contains(rule);
      }
      boolean demands =
          graph.contains(rule, SHACL.minCount, Node.ANY)
              || graph.contains(rule, SHACL.qualifiedMinCount, Node.ANY);
      Node path = object(rule, SHACL.path);
      Node first =
          graph
              .find(path, RDF.first.asNode(), Node.ANY)
              .mapWith(triple -> triple.getObject())
              .nextOptional()
              .orElse(path);
      return !demands && first.isURI() && !matter.properties().contains(first);
    }

    /** The report carries one message; the shape that it comes from has one in each language. */
    private Violation violation(ReportEntry entry) {
      Map<String, String> messages = new HashMap<>();
      if (entry.source() != null) {
        graph
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
  }

  /**
   * One thing that is wrong.
   *
   * @param node the part of the entity that is wrong
   * @param path the property; empty if it is the part as a whole
   */
  public record Violation(String node, String path, String zh, String en) {}
}

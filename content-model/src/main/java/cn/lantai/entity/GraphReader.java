package cn.lantai.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;

/**
 * Reads what a graph says of one subject, in a stable order. What is not there, or not of the form
 * asked for, is simply absent: a page must be able to show what an older version of the profile
 * wrote.
 */
public final class GraphReader {

  private final Graph graph;
  private final Node subject;
  private final String base;

  public GraphReader(EntityGraph graph) {
    this(graph.toGraph(), NodeFactory.createURI(graph.iri().uri()), EntityIri.INTERNAL_BASE);
  }

  /**
   * @param graph says at least what there is to say of the entity
   * @param base the base under which the graph writes entity IRIs
   */
  public GraphReader(Graph graph, EntityIri iri, String base) {
    this(graph, NodeFactory.createURI(iri.uri(base)), base);
  }

  private GraphReader(Graph graph, Node subject, String base) {
    this.graph = graph;
    this.subject = subject;
    this.base = base;
  }

  /** The fragment of this part; empty for the entity itself. */
  public String fragment() {
    String uri = subject.getURI();
    int hash = uri.indexOf('#');
    return hash < 0 ? "" : uri.substring(hash + 1);
  }

  public Optional<LocalizedText> text(Property property) {
    String zh = null;
    String en = null;
    for (Node node : objects(property)) {
      if (node.isLiteral() && node.getLiteralLanguage().equals("en")) {
        en = node.getLiteralLexicalForm();
      } else if (node.isLiteral()) {
        zh = node.getLiteralLexicalForm();
      }
    }
    return LocalizedText.ofNullable(zh == null ? en : zh, en);
  }

  public Optional<String> string(Property property) {
    return strings(property).stream().findFirst();
  }

  /** The literals of the property, sorted. */
  public List<String> strings(Property property) {
    return objects(property).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .toList();
  }

  /** The texts that carry a language tag, by text. */
  public List<TaggedText> tagged(Property property) {
    return objects(property).stream()
        .filter(node -> node.isLiteral() && !node.getLiteralLanguage().isEmpty())
        .map(node -> new TaggedText(node.getLiteralLexicalForm(), node.getLiteralLanguage()))
        .toList();
  }

  public OptionalInt integer(Property property) {
    return string(property).filter(text -> text.matches("-?\\d{1,9}")).stream()
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  /** The entity that the property leads to. */
  public Optional<EntityIri> link(Property property) {
    return links(property).stream().findFirst();
  }

  /** The entities that the property leads to, by IRI. */
  public List<EntityIri> links(Property property) {
    return objects(property).stream()
        .filter(node -> node.isURI() && node.getURI().indexOf('#') < 0)
        .flatMap(node -> EntityIri.parse(node.getURI(), base).stream())
        .toList();
  }

  /** The addresses beyond all entities that the property leads to, sorted. */
  public List<String> outside(Property property) {
    return objects(property).stream()
        .filter(Node::isURI)
        .map(Node::getURI)
        .filter(uri -> EntityIri.parse(uri, base).isEmpty())
        .toList();
  }

  /** A part of another entity, or of this one. */
  public record Fragment(EntityIri entity, String name) {}

  /** The parts of entities that the property leads to. */
  public List<Fragment> fragments(Property property) {
    return objects(property).stream()
        .filter(node -> node.isURI() && node.getURI().indexOf('#') >= 0)
        .map(Node::getURI)
        .flatMap(
            uri ->
                EntityIri.parse(uri, base)
                    .map(iri -> new Fragment(iri, uri.substring(uri.indexOf('#') + 1)))
                    .stream())
        .toList();
  }

  /** The local names of the terms in {@code namespace} that the property leads to. */
  public List<String> terms(Property property, String namespace) {
    return objects(property).stream()
        .filter(node -> node.isURI() && node.getURI().startsWith(namespace))
        .map(node -> node.getURI().substring(namespace.length()))
        .toList();
  }

  public boolean has(Property property, Resource value) {
    return graph.contains(subject, property.asNode(), value.asNode());
  }

  /** The parts that the properties lead to, in the order of the numbers in their fragments. */
  public List<GraphReader> parts(Property... properties) {
    return Stream.of(properties)
        .flatMap(property -> objects(property).stream())
        .filter(node -> node.isURI() && node.getURI().indexOf('#') >= 0)
        .map(node -> new GraphReader(graph, node, base))
        .sorted(Comparator.comparing(part -> naturalKey(part.fragment())))
        .toList();
  }

  public Optional<GraphReader> part(Property property) {
    return parts(property).stream().findFirst();
  }

  private List<Node> objects(Property property) {
    return graph
        .find(subject, property.asNode(), Node.ANY)
        .mapWith(t -> t.getObject())
        .toList()
        .stream()
        .sorted(Comparator.comparing(Node::toString))
        .toList();
  }

  /** Pads numbers, so that name-10 comes after name-9. */
  private static String naturalKey(String fragment) {
    StringBuilder key = new StringBuilder();
    int digits = 0;
    for (int i = fragment.length() - 1; i >= -1; i--) {
      if (i >= 0 && Character.isDigit(fragment.charAt(i))) {
        digits++;
        key.append(fragment.charAt(i));
        continue;
      }
      if (digits > 0) {
        key.append("0".repeat(Math.max(0, 9 - digits)));
        digits = 0;
      }
      if (i >= 0) {
        key.append(fragment.charAt(i));
      }
    }
    return key.reverse().toString();
  }
}

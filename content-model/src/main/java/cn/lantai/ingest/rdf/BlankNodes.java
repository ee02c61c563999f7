package cn.lantai.ingest.rdf;

import cn.lantai.entity.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Names the blank nodes of one file: one to which exactly one thing leads belongs to that thing and
 * becomes a fragment of it, or a thing beside it if it is of a class that we hold (RDF 1.1
 * Concepts, 3.5). The names are the same at each import of the file. Others have no name.
 *
 * <p>The file is read twice. Parsers call blank nodes otherwise each time, so they go by the order
 * in which they occur.
 */
final class BlankNodes {

  /** More of them would need too much memory; those beyond have no name. */
  static final int MOST = 500_000;

  /** Longer chains, such as lists of many members, have no names. */
  private static final int DEEPEST = 100;

  /** Stands between what has a blank node as its part and the number of that. */
  static final String PART = "#blank-";

  private static final String GENERATED = "/.well-known/genid/";

  private final List<Blank> blanks = new ArrayList<>();
  private final Map<Node, Integer> numbers = new HashMap<>();

  /** What was learned of one. */
  private static final class Blank {

    private Optional<String> parent = Optional.empty();
    private Optional<Blank> parentBlank = Optional.empty();
    private boolean shared;
    private Optional<EntityType> type = Optional.empty();
    private Optional<String> name = Optional.empty();
    private boolean visited;
  }

  /** Takes note of a statement, in the first reading. */
  void learn(Triple triple) {
    Node subject = triple.getSubject();
    Node object = triple.getObject();
    Optional<Blank> about = subject.isBlank() ? blank(subject) : Optional.empty();
    if (about.isPresent() && triple.predicateMatches(RDF.type.asNode())) {
      about.get().type = RdfNames.typeOf(object).or(() -> about.get().type);
    }
    if (object.isBlank()) {
      blank(object).ifPresent(each -> hang(each, subject, about));
    }
  }

  private static void hang(Blank blank, Node subject, Optional<Blank> subjectBlank) {
    boolean first = blank.parent.isEmpty() && blank.parentBlank.isEmpty();
    if (subject.isBlank()) {
      blank.shared |= subjectBlank.isEmpty() || !(first || blank.parentBlank.equals(subjectBlank));
      blank.parentBlank = subjectBlank;
    } else {
      blank.shared |= !(first || blank.parent.equals(Optional.of(subject.getURI())));
      blank.parent = Optional.of(subject.getURI());
    }
  }

  /** Ends the first reading: gives names, and has them known. */
  void name(RdfNames names) {
    Map<String, Integer> counts = new HashMap<>();
    for (Blank blank : blanks) {
      name(blank, counts, names, 0);
    }
    numbers.clear();
  }

  private static Optional<String> name(
      Blank blank, Map<String, Integer> counts, RdfNames names, int depth) {
    if (blank.visited || blank.shared || depth > DEEPEST) {
      return blank.name;
    }
    blank.visited = true;
    Optional<String> parent =
        blank.parentBlank.isPresent()
            ? name(blank.parentBlank.get(), counts, names, depth + 1)
            : blank.parent;
    if (parent.isPresent()) {
      int part = parent.get().lastIndexOf(PART);
      String whole = part < 0 ? parent.get() : parent.get().substring(0, part);
      int number = counts.merge(whole, 1, Integer::sum);
      if (blank.type.isPresent()) {
        blank.name = Optional.of(whole + GENERATED + number);
        names.learnThing(blank.name.get(), blank.type.get());
      } else {
        blank.name = Optional.of(whole + PART + number);
      }
    }
    return blank.name;
  }

  /** Whether a name was given by {@link #name}, and nobody calls it so. */
  static boolean isGenerated(String uri) {
    return uri.contains(GENERATED);
  }

  /** The statement with names, in the second reading; empty if a blank node in it has none. */
  Optional<Triple> named(Triple triple) {
    Optional<Node> subject = named(triple.getSubject());
    Optional<Node> object = named(triple.getObject());
    return subject.isPresent() && object.isPresent()
        ? Optional.of(Triple.create(subject.get(), triple.getPredicate(), object.get()))
        : Optional.empty();
  }

  private Optional<Node> named(Node node) {
    return node.isBlank()
        ? blank(node).flatMap(blank -> blank.name).map(NodeFactory::createURI)
        : Optional.of(node);
  }

  private Optional<Blank> blank(Node node) {
    int number = numbers.computeIfAbsent(node, each -> numbers.size());
    if (number >= MOST) {
      return Optional.empty();
    }
    if (number == blanks.size()) {
      blanks.add(new Blank());
    }
    return Optional.of(blanks.get(number));
  }
}

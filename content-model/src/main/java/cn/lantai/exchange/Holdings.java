package cn.lantai.exchange;

import cn.lantai.archive.ReferenceCode;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ontology.Rico;
import cn.lantai.stage.GraphStore;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * What one stage holds, in a state that does not change while it is read. Entities come in an order
 * that depends on nothing but themselves: in archival order below a set, otherwise by key.
 */
public final class Holdings {

  /** No hierarchy of an archive is deeper; one that goes round in a circle is. */
  private static final int MAX_LEVELS = 100;

  private final Graph graph;
  private final String base;

  private Holdings(Graph graph, String base) {
    this.graph = graph;
    this.base = base;
  }

  /** Reads in one transaction; an empty stage holds nothing. */
  public static <T> T read(GraphStore stage, Function<Holdings, T> use) {
    String base = stage.base().orElse(EntityIri.INTERNAL_BASE);
    return stage.read(dataset -> use.apply(new Holdings(dataset.getDefaultGraph(), base)));
  }

  /** The public base, which ends in a slash. */
  public String base() {
    return base;
  }

  public boolean has(EntityIri entity) {
    return graph.contains(node(entity), Node.ANY, Node.ANY);
  }

  public Optional<EntityGraph> graph(EntityIri entity) {
    return EntityGraph.cut(graph, entity, base);
  }

  /** The entities of a type, by key. */
  public List<EntityIri> ofType(EntityType type) {
    return ofTypeUnsorted(type).sorted().toList();
  }

  /** The sets that stand below no other set of this stage, by reference code. */
  public List<EntityIri> roots() {
    return inArchivalOrder(
        ofTypeUnsorted(EntityType.RECORD_SET).filter(set -> parent(set).isEmpty()));
  }

  /** The set that the entity directly belongs to, if the stage holds it. */
  public Optional<EntityIri> parent(EntityIri entity) {
    return objects(entity, Rico.isDirectlyIncludedIn).filter(this::has).findFirst();
  }

  /** The sets and records directly below a set, by reference code. */
  public List<EntityIri> children(EntityIri set) {
    return inArchivalOrder(subjects(Rico.isDirectlyIncludedIn, set));
  }

  /** Whether more than so many sets and records stand below a set; takes no longer to find out. */
  boolean hasMoreBelow(EntityIri set, int most) {
    Set<EntityIri> seen = new HashSet<>(Set.of(set));
    Deque<EntityIri> open = new ArrayDeque<>(seen);
    while (!open.isEmpty() && seen.size() <= most + 1) {
      subjects(Rico.isDirectlyIncludedIn, open.pop())
          .limit(most + 1L)
          .filter(seen::add)
          .forEach(open::add);
    }
    return seen.size() > most + 1;
  }

  /** Records whose set is not in this stage, by reference code. */
  public List<EntityIri> strayRecords() {
    Map<EntityIri, Boolean> held = new HashMap<>();
    return inArchivalOrder(
        ofTypeUnsorted(EntityType.RECORD)
            .filter(
                record ->
                    objects(record, Rico.isDirectlyIncludedIn)
                        .noneMatch(set -> held.computeIfAbsent(set, this::has))));
  }

  /** The images of a record, page by page, and then its recordings. */
  public List<EntityIri> images(EntityIri record) {
    return subjects(Rico.isOrWasDigitalInstantiationOf, record)
        .sorted(
            Comparator.comparing(EntityIri::type)
                .thenComparingInt(this::rank)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** Images and recordings of no record of this stage, by key. */
  public List<EntityIri> strayImages() {
    return Stream.concat(ofTypeUnsorted(EntityType.IMAGE), ofTypeUnsorted(EntityType.RECORDING))
        .filter(image -> objects(image, Rico.isOrWasDigitalInstantiationOf).noneMatch(this::has))
        .sorted()
        .toList();
  }

  /** The archive that keeps a set, which may be said above it only. */
  public Optional<EntityIri> holder(EntityIri set) {
    Optional<EntityIri> at = Optional.of(set);
    for (int levels = 0; at.isPresent() && levels < MAX_LEVELS; levels++) {
      Optional<EntityIri> holder = objects(at.get(), Rico.hasOrHadHolder).findFirst();
      if (holder.isPresent()) {
        return holder;
      }
      at = parent(at.get());
    }
    return Optional.empty();
  }

  /** The fonds that an archive keeps, by reference code. */
  public List<EntityIri> fondsOf(EntityIri archive) {
    return inArchivalOrder(
        subjects(Rico.hasOrHadHolder, archive).filter(set -> parent(set).isEmpty()));
  }

  /** What an entity is called in Chinese; its key if the stage does not hold it. */
  public String label(EntityIri entity) {
    return literals(entity, RDFS.label)
        .min(Comparator.comparing(Node::getLiteralLanguage).reversed())
        .map(Node::getLiteralLexicalForm)
        .orElse(entity.key());
  }

  private Stream<EntityIri> ofTypeUnsorted(EntityType type) {
    return stream(Node.ANY, RDF.type.asNode(), type.rdfClass().asNode())
        .flatMap(triple -> entity(triple.getSubject()).stream())
        .filter(entity -> entity.type() == type);
  }

  private List<EntityIri> inArchivalOrder(Stream<EntityIri> entities) {
    return entities
        .map(entity -> new Coded(entity, sortKey(entity)))
        .sorted(Comparator.comparing(Coded::sortKey).thenComparing(Coded::entity))
        .map(Coded::entity)
        .toList();
  }

  private String sortKey(EntityIri entity) {
    String code =
        literals(entity, Rico.identifier)
            .map(Node::getLiteralLexicalForm)
            .min(String::compareTo)
            .orElse("");
    try {
      return new ReferenceCode(code).sortKey();
    } catch (IllegalArgumentException ofAnOlderProfile) {
      return code;
    }
  }

  private int rank(EntityIri image) {
    return literals(image, Rico.rankInSequence)
        .map(Node::getLiteralLexicalForm)
        .filter(text -> text.matches("\\d{1,9}"))
        .mapToInt(Integer::parseInt)
        .min()
        .orElse(0);
  }

  private Stream<EntityIri> subjects(Property property, EntityIri object) {
    return stream(Node.ANY, property.asNode(), node(object))
        .flatMap(triple -> entity(triple.getSubject()).stream());
  }

  private Stream<EntityIri> objects(EntityIri subject, Property property) {
    return stream(node(subject), property.asNode(), Node.ANY)
        .flatMap(triple -> entity(triple.getObject()).stream())
        .sorted();
  }

  private Stream<Node> literals(EntityIri subject, Property property) {
    return stream(node(subject), property.asNode(), Node.ANY)
        .map(Triple::getObject)
        .filter(Node::isLiteral);
  }

  private Stream<Triple> stream(Node subject, Node predicate, Node object) {
    return graph.stream(subject, predicate, object);
  }

  private Optional<EntityIri> entity(Node node) {
    return node.isURI() && node.getURI().indexOf('#') < 0
        ? EntityIri.parse(node.getURI(), base)
        : Optional.empty();
  }

  private Node node(EntityIri entity) {
    return NodeFactory.createURI(entity.uri(base));
  }

  private record Coded(EntityIri entity, String sortKey) {}
}

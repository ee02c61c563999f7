package cn.lantai.curation;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What two editors of one version each made of it, field by field.
 *
 * @param changes the fields that at least one of them changed, in the order of their names
 * @param unchanged what all versions say
 */
public record Comparison(EntityIri entity, List<Change> changes, Set<Triple> unchanged) {

  public Comparison {
    changes = List.copyOf(changes);
    unchanged = Set.copyOf(unchanged);
  }

  /** Who changed a field. */
  public enum By {
    THEM,
    YOU,
    BOTH_ALIKE,
    BOTH_DIFFERENTLY
  }

  /**
   * What is changed as one: a property of the entity in one language, or a whole part of it, with
   * the links that lead there.
   *
   * @param part the fragment of the part; empty for the entity itself
   * @param property the IRI; empty for a part
   * @param language the tag of a text; empty if it has none
   */
  public record Field(String part, String property, String language) implements Comparable<Field> {

    static Field of(Triple triple, EntityIri entity) {
      String object = fragment(triple.getObject(), entity);
      String part = object.isEmpty() ? fragment(triple.getSubject(), entity) : object;
      if (!part.isEmpty()) {
        return new Field(part, "", "");
      }
      Node value = triple.getObject();
      return new Field(
          "", triple.getPredicate().getURI(), value.isLiteral() ? value.getLiteralLanguage() : "");
    }

    private static String fragment(Node node, EntityIri entity) {
      String prefix = entity.fragment("");
      return node.isURI() && node.getURI().startsWith(prefix)
          ? node.getURI().substring(prefix.length())
          : "";
    }

    @Override
    public int compareTo(Field other) {
      return toString().compareTo(other.toString());
    }

    /** As {@code property}, {@code property@zh} or {@code #part}. */
    @Override
    public String toString() {
      return part.isEmpty() ? property + (language.isEmpty() ? "" : "@" + language) : "#" + part;
    }
  }

  /** A field as it was, as they and as you left it; empty where it says nothing. */
  public record Change(
      Field field, By by, Set<Triple> base, Set<Triple> theirs, Set<Triple> yours) {

    private Set<Triple> merged() {
      return by == By.THEM ? theirs : yours;
    }
  }

  /**
   * @param base the version from which you began; empty if there was none
   * @param theirs the version that was saved meanwhile
   */
  public static Comparison of(Optional<EntityGraph> base, EntityGraph theirs, EntityGraph yours) {
    EntityIri entity = yours.iri();
    if (!theirs.iri().equals(entity) || base.filter(b -> !b.iri().equals(entity)).isPresent()) {
      throw new IllegalArgumentException("Versions of different entities cannot be compared");
    }
    Map<Field, Set<Triple>> before = base.map(Comparison::fields).orElse(Map.of());
    Map<Field, Set<Triple>> their = fields(theirs);
    Map<Field, Set<Triple>> your = fields(yours);
    Set<Field> all = new TreeSet<>(before.keySet());
    all.addAll(their.keySet());
    all.addAll(your.keySet());
    List<Change> changes = new ArrayList<>();
    Set<Triple> unchanged = new HashSet<>();
    for (Field field : all) {
      Set<Triple> was = before.getOrDefault(field, Set.of());
      Set<Triple> theirsNow = their.getOrDefault(field, Set.of());
      Set<Triple> yoursNow = your.getOrDefault(field, Set.of());
      if (was.equals(theirsNow) && was.equals(yoursNow)) {
        unchanged.addAll(was);
      } else {
        changes.add(new Change(field, by(was, theirsNow, yoursNow), was, theirsNow, yoursNow));
      }
    }
    return new Comparison(entity, changes, unchanged);
  }

  private static Map<Field, Set<Triple>> fields(EntityGraph graph) {
    Map<Field, Set<Triple>> fields = new HashMap<>();
    for (Triple triple : graph.triples()) {
      fields.computeIfAbsent(Field.of(triple, graph.iri()), field -> new HashSet<>()).add(triple);
    }
    return fields;
  }

  private static By by(Set<Triple> was, Set<Triple> theirs, Set<Triple> yours) {
    if (theirs.equals(yours)) {
      return By.BOTH_ALIKE;
    }
    if (was.equals(theirs)) {
      return By.YOU;
    }
    return was.equals(yours) ? By.THEM : By.BOTH_DIFFERENTLY;
  }

  /** The fields that both changed, and differently. */
  public List<Change> collisions() {
    return changes.stream().filter(change -> change.by() == By.BOTH_DIFFERENTLY).toList();
  }

  /**
   * The changes of both together; empty if some collide, or if one added to a part that the other
   * took away. To be looked at and checked before it is saved, for fields may depend on each other.
   */
  public Optional<EntityGraph> merged() {
    if (!collisions().isEmpty()) {
      return Optional.empty();
    }
    Set<Triple> triples = new HashSet<>(unchanged);
    changes.forEach(change -> triples.addAll(change.merged()));
    try {
      return Optional.of(new EntityGraph(entity, triples));
    } catch (IllegalArgumentException torn) {
      return Optional.empty();
    }
  }
}

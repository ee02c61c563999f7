package cn.lantai.evidence;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.DC_11;

/**
 * What a single statement (a name, a relation, a fact) stands on.
 *
 * @param certainty empty if nobody judged it by itself
 * @param by who says so, as an agent of the catalogue
 * @param byName who says so, where it is no agent of the catalogue
 */
public record Grounds(
    Optional<Certainty> certainty,
    List<Citation> citations,
    Optional<EntityIri> by,
    Optional<String> byName) {

  public static final Grounds NONE =
      new Grounds(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  private static final Set<EntityType> AGENTS =
      EnumSet.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.FAMILY);

  public Grounds {
    citations = inOrder(citations);
    byName = byName.map(String::strip).filter(name -> !name.isEmpty());
    if (by.isPresent() && !AGENTS.contains(by.get().type())) {
      throw new IllegalArgumentException("Only an agent can say something, not " + by.get());
    }
  }

  public static Grounds of(Certainty certainty, List<EntityIri> sources) {
    return of(Optional.of(certainty), sources);
  }

  public static Grounds of(Optional<Certainty> certainty, List<EntityIri> sources) {
    return new Grounds(
        certainty, sources.stream().map(Citation::of).toList(), Optional.empty(), Optional.empty());
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /** These grounds and what the other ones add; the first certainty and attribution stay. */
  public Grounds and(Grounds other) {
    return new Grounds(
        certainty.or(other::certainty),
        Stream.concat(citations.stream(), other.citations.stream()).toList(),
        by.or(() -> byName.isPresent() ? Optional.empty() : other.by),
        byName.or(() -> by.isPresent() ? Optional.empty() : other.byName));
  }

  /** RDF knows no order of what is cited as a whole, so it stands by IRI, before the rest. */
  private static List<Citation> inOrder(List<Citation> citations) {
    Set<Citation> distinct = new LinkedHashSet<>();
    citations.stream()
        .filter(citation -> citation.equals(Citation.of(citation.target())))
        .filter(citation -> citation.target().type() != EntityType.IMAGE)
        .sorted((a, b) -> a.target().compareTo(b.target()))
        .forEach(distinct::add);
    distinct.addAll(citations);
    return List.copyOf(distinct);
  }

  public void write(GraphWriter statement) {
    write(statement, false);
  }

  /** As {@link #write}, with the properties that RiC-O has for relations. */
  void writeOfRelation(GraphWriter relation) {
    write(relation, true);
    certainty.ifPresent(
        value ->
            relation.text(
                Rico.relationCertainty,
                LocalizedText.of(Lt.label(value.slug(), "zh"), Lt.label(value.slug(), "en"))));
  }

  private void write(GraphWriter statement, boolean relation) {
    certainty.ifPresent(value -> value.write(statement));
    Citation.writeAll(citations, statement, relation);
    statement.link(Terms.wasAttributedTo, by).string(DC_11.creator, byName);
  }

  public static Grounds read(GraphReader statement) {
    return new Grounds(
        Certainty.read(statement),
        Citation.readAll(statement),
        statement.link(Terms.wasAttributedTo).filter(who -> AGENTS.contains(who.type())),
        statement.string(DC_11.creator));
  }
}

package cn.lantai.access;

import static java.util.stream.Collectors.toSet;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.ontology.Choice;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Whether the public may see an entity (开放标识 of DA/T 18-2022). Only what is open can be published.
 */
public enum AccessState {
  OPEN("open"),
  CONTROLLED("controlled"),
  DELAYED("delayed"),
  /** Nobody has looked yet, which keeps it closed. */
  UNREVIEWED("unreviewed");

  /** The part of a description that says until when it is delayed, as the profile names it. */
  private static final String OPENING = "opening";

  private final String slug;

  AccessState(String slug) {
    this.slug = slug;
  }

  public String slug() {
    return slug;
  }

  /** Reads what catalogues write. */
  public static Optional<AccessState> ofLabel(String text) {
    return DescriptionProfile.get()
        .element("access")
        .choice(text)
        .map(Choice::slug)
        .flatMap(slug -> Arrays.stream(values()).filter(is -> is.slug.equals(slug)).findFirst());
  }

  public void write(GraphWriter subject) {
    subject.link(DCTerms.type, Lt.term(slug));
  }

  public static Optional<AccessState> read(GraphReader subject) {
    return Arrays.stream(values())
        .filter(state -> subject.has(DCTerms.type, Lt.term(state.slug)))
        .findFirst();
  }

  /** The year in which what is {@link #DELAYED} is looked at again; empty if nobody said. */
  public static OptionalInt delayedUntil(GraphReader subject) {
    return subject.parts(Rico.isOrWasRegulatedBy).stream()
        .filter(rule -> rule.fragment().equals(OPENING))
        .map(rule -> rule.integer(DCTerms.available))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  /**
   * The same description with this state.
   *
   * @param until the year in which it is looked at again; for {@link #DELAYED} alone
   */
  public EntityGraph markedOn(EntityGraph entity, OptionalInt until) {
    if (until.isPresent() && this != DELAYED) {
      throw new IllegalArgumentException("Only what is delayed has a year: " + this);
    }
    Node subject = NodeFactory.createURI(entity.iri().uri());
    Node rule = NodeFactory.createURI(entity.iri().uri() + "#" + OPENING);
    Set<Node> states =
        Arrays.stream(values()).map(state -> Lt.term(state.slug).asNode()).collect(toSet());
    List<Triple> triples = new ArrayList<>();
    for (Triple triple : entity.triples()) {
      boolean state =
          triple.getSubject().equals(subject)
              && triple.getPredicate().equals(DCTerms.type.asNode())
              && states.contains(triple.getObject());
      if (!state && !triple.getSubject().equals(rule) && !triple.getObject().equals(rule)) {
        triples.add(triple);
      }
    }
    triples.add(Triple.create(subject, DCTerms.type.asNode(), Lt.term(slug).asNode()));
    if (until.isPresent()) {
      GraphWriter year = new GraphWriter(entity.iri(), Rico.Record);
      year.part(Rico.isOrWasRegulatedBy, OPENING, Rico.Rule)
          .integer(DCTerms.available, until.getAsInt());
      year.toEntityGraph().triples().stream()
          .filter(triple -> triple.getSubject().equals(rule) || triple.getObject().equals(rule))
          .forEach(triples::add);
    }
    return new EntityGraph(entity.iri(), triples);
  }

  /** Whether the entity is marked with this state; quick enough to ask of a million. */
  public boolean isOf(EntityGraph entity) {
    Node subject = NodeFactory.createURI(entity.iri().uri());
    return entity
        .triples()
        .contains(Triple.create(subject, DCTerms.type.asNode(), Lt.term(slug).asNode()));
  }
}
